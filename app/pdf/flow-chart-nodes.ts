import { translate } from '#app/i18n/translate.ts';
import {
  type FlowChart,
  type FlowLine,
  type FlowShape,
  type FlowStep,
  layOutFlowChart,
} from '#app/modules/documents/flow-chart/flow-chart.ts';
import { clipArrow, type FlowPoint } from '#app/modules/documents/flow-chart/flow-chart-arrows.ts';
import { green, hair, headFill, ink, text } from './look.ts';
import type { Shape, SheetNode, TextLook } from './sheet.ts';

interface ChartLayout {
  locale: 'vi' | 'en';
  width: number;
}

/** The flow chart: a strip for every step, so that a page may end between two, and the lane names on every page. */
export function flowChartNodes(steps: readonly FlowStep[], layout: ChartLayout): SheetNode[] {
  if (steps.length === 0) return [];
  const lanes = new Set(steps.map((step) => step.lane)).size;
  const chart = layOutFlowChart(steps, {
    width: layout.width,
    fontSize: lanes > 6 ? 7 : lanes > 4 ? 7.5 : 8.5,
    start: translate(layout.locale, 'pdf.flow.start'),
    end: translate(layout.locale, 'pdf.flow.end'),
  });
  const title = text(translate(layout.locale, 'pdf.flow.title'), {
    italics: true,
    alignment: 'center',
    margin: [0, 2, 0, 4],
  });
  const strips = chart.rows.map((row, i) => [{ stack: strip(chart, row, i === chart.rows.length - 1) }]);
  return [
    { ...title, headlineLevel: 4 },
    {
      table: {
        widths: [layout.width],
        headerRows: 1,
        keepWithHeaderRows: 2,
        dontBreakRows: true,
        body: [[{ stack: laneNames(chart) }], ...strips],
      },
      layout: 'bare',
      margin: [0, 0, 0, 10],
    },
  ];
}

const hairline = { lineWidth: 0.4, lineColor: '#b9bdb4' };

function laneNames(chart: FlowChart): SheetNode[] {
  const { headHeight: height, lineHeight } = chart;
  const shapes = chart.lanes.map(
    (lane): Shape => ({
      type: 'rect',
      x: lane.x,
      y: 0,
      w: lane.width,
      h: height,
      color: headFill,
      ...hairline,
    }),
  );
  const names = chart.lanes.flatMap((lane) => {
    const top = (height - lane.lines.length * lineHeight) / 2;
    return lane.lines.map((line, i) =>
      over(chart, { text: line, x: lane.x + lane.width / 2, y: top + i * lineHeight - height }, lane.width, {
        bold: true,
      }),
    );
  });
  return [{ canvas: [frame(chart, height), ...shapes] }, ...names];
}

function frame(chart: FlowChart, height: number): Shape {
  return { type: 'rect', x: 0, y: 0, w: chart.width, h: height, lineWidth: 0, color: '#ffffff' };
}

function strip(chart: FlowChart, row: { top: number; bottom: number }, last: boolean): SheetNode[] {
  const height = row.bottom - row.top;
  const shapes = chart.shapes.filter((shape) => shape.y >= row.top && shape.y < row.bottom);
  const dash = { length: 2, space: 2 };
  const edges = [
    ...chart.lanes.map((lane) => lane.x),
    ...chart.lanes.slice(-1).map((lane) => lane.x + lane.width),
  ];
  const drawing: Shape[] = [
    frame(chart, height),
    ...edges.map((x): Shape => ({ type: 'line', x1: x, y1: 0, x2: x, y2: height, dash, ...hairline })),
    ...(last
      ? [
          {
            type: 'line',
            x1: edges[0] ?? 0,
            y1: height,
            x2: edges.at(-1) ?? 0,
            y2: height,
            ...hairline,
          } as const,
        ]
      : []),
    ...chart.arrows.flatMap((arrow) =>
      clipArrow(arrow, row.top, row.bottom).flatMap((one) => arrowShapes(one, -row.top)),
    ),
    ...shapes.map((shape) => outline(shape, -row.top)),
  ];
  return [{ canvas: drawing }, ...shapes.flatMap((shape) => words(chart, shape, row.bottom))];
}

function outline(shape: FlowShape, down: number): Shape {
  const { x, width: w, height: h } = shape;
  const y = shape.y + down;
  if (shape.kind === 'decision')
    return {
      type: 'polyline',
      closePath: true,
      points: [
        { x: x + w / 2, y },
        { x: x + w, y: y + h / 2 },
        { x: x + w / 2, y: y + h },
        { x, y: y + h / 2 },
      ],
      color: '#ffffff',
      lineColor: green,
      lineWidth: 0.9,
    };
  const end = shape.kind !== 'step';
  return {
    type: 'rect',
    x,
    y,
    w,
    h,
    r: end ? h / 2 : 2,
    color: end ? green : '#ffffff',
    lineColor: end ? green : hair,
    lineWidth: 0.7,
  };
}

function arrowShapes(stretch: { points: FlowPoint[]; arrives: boolean }, down: number): Shape[] {
  const points = stretch.points.map(({ x, y }) => ({ x, y: y + down }));
  const line: Shape = { type: 'polyline', points, lineWidth: 0.7, lineColor: ink };
  const end = points.at(-1);
  const before = points.at(-2);
  if (!stretch.arrives || !end || !before) return [line];
  const along = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) };
  const back = { x: end.x - along.x * 5, y: end.y - along.y * 5 };
  const tip: Shape = {
    type: 'polyline',
    closePath: true,
    points: [
      end,
      { x: back.x + along.y * 2.4, y: back.y + along.x * 2.4 },
      { x: back.x - along.y * 2.4, y: back.y - along.x * 2.4 },
    ],
    color: ink,
    lineColor: ink,
    lineWidth: 0.4,
  };
  return [line, tip];
}

/** A line of text laid over the drawing above it: placed from where the drawing ends, upwards. */
function over(chart: FlowChart, line: FlowLine, room: number, look: TextLook = {}): SheetNode {
  const { fontSize } = chart;
  return {
    columns: [
      text(line.text, {
        width: room + 12,
        alignment: 'center',
        fontSize,
        lineHeight: 1,
        noWrap: true,
        ...look,
      }),
    ],
    relativePosition: { x: line.x - room / 2 - 6, y: line.y },
  };
}

function words(chart: FlowChart, shape: FlowShape, bottom: number): SheetNode[] {
  const up = (line: FlowLine): FlowLine => ({ ...line, y: line.y - bottom });
  const onGreen: TextLook =
    shape.kind === 'start' || shape.kind === 'end' ? { color: '#ffffff', bold: true } : {};
  return [
    ...shape.lines.map((line) => over(chart, up(line), shape.width, onGreen)),
    ...(shape.time
      ? [
          over(chart, up(shape.time), shape.width, {
            italics: true,
            color: green,
            fontSize: chart.fontSize - 0.5,
          }),
        ]
      : []),
  ];
}
