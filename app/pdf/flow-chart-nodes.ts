import { translate } from '#app/i18n/translate.ts';
import {
  type FlowChart,
  type FlowShape,
  type FlowStep,
  layOutFlowChart,
} from '#app/modules/documents/flow-chart.ts';
import { clipArrow, type FlowPoint } from '#app/modules/documents/flow-chart-arrows.ts';
import { green, hair, headFill, ink, text } from './look.ts';
import type { Shape, SheetNode } from './sheet.ts';

interface ChartLayout {
  locale: 'vi' | 'en';
  width: number;
  pageHeight: number;
}

/** The flow chart as drawings, one for every page it needs. */
export function flowChartNodes(steps: readonly FlowStep[], layout: ChartLayout): SheetNode[] {
  if (steps.length === 0) return [];
  const lanes = new Set(steps.map((step) => step.lane)).size;
  const fontSize = lanes > 6 ? 7 : lanes > 4 ? 7.5 : 8.5;
  const chart = layOutFlowChart(steps, {
    width: layout.width,
    fontSize,
    start: translate(layout.locale, 'pdf.flow.start'),
    end: translate(layout.locale, 'pdf.flow.end'),
    pageHeight: { first: layout.pageHeight - 60, further: layout.pageHeight - 60 },
  });
  const title = translate(layout.locale, 'pdf.flow.title');
  return chart.parts.map(
    (part, i): SheetNode => ({
      stack: [
        text(i === 0 ? title : translate(layout.locale, 'pdf.flow.continued'), {
          italics: true,
          alignment: 'center',
          margin: [0, 2, 0, 4],
        }),
        ...drawPart(chart, part),
      ],
      unbreakable: true,
      margin: [0, 2, 0, 8],
    }),
  );
}

function drawPart(chart: FlowChart, part: { top: number; bottom: number }): SheetNode[] {
  const down = chart.headHeight - part.top;
  const shapes = chart.shapes.filter((shape) => shape.y >= part.top && shape.y < part.bottom);
  const height = chart.headHeight + part.bottom - part.top;
  const drawing: Shape[] = [
    ...laneShapes(chart, height),
    ...chart.arrows.flatMap((arrow) =>
      clipArrow(arrow, part.top, part.bottom).flatMap((one) => arrowShapes(one, down)),
    ),
    ...shapes.map((shape) => outline(shape, down)),
  ];
  return [{ canvas: drawing }, ...words(chart, shapes, down, height)];
}

function laneShapes(chart: FlowChart, height: number): Shape[] {
  const hairline = { lineWidth: 0.4, lineColor: '#b9bdb4' };
  return [
    { type: 'rect', x: 0, y: 0, w: chart.width, h: height, ...hairline },
    ...chart.lanes.map(
      (lane): Shape => ({
        type: 'rect',
        x: lane.x,
        y: 0,
        w: lane.width,
        h: chart.headHeight,
        color: headFill,
        ...hairline,
      }),
    ),
    ...chart.lanes.map(
      (lane): Shape => ({
        type: 'line',
        x1: lane.x,
        y1: 0,
        x2: lane.x,
        y2: height,
        dash: { length: 2, space: 2 },
        ...hairline,
      }),
    ),
    ...chart.lanes.slice(-1).map((lane): Shape => {
      const right = lane.x + lane.width;
      return {
        type: 'line',
        x1: right,
        y1: 0,
        x2: right,
        y2: height,
        dash: { length: 2, space: 2 },
        ...hairline,
      };
    }),
  ];
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

/** Lines of text laid over the drawing: placed from where the drawing ends, upwards. */
function words(chart: FlowChart, shapes: readonly FlowShape[], down: number, height: number): SheetNode[] {
  const { fontSize, lineHeight } = chart;
  const over = (words: string, middle: number, top: number, room: number, look: object = {}): SheetNode => ({
    columns: [
      text(words, { width: room, alignment: 'center', fontSize, lineHeight: 1, noWrap: true, ...look }),
    ],
    relativePosition: { x: middle - room / 2, y: top - height },
  });
  return [
    ...chart.lanes.flatMap((lane) => {
      const top = (chart.headHeight - lane.lines.length * lineHeight) / 2;
      return lane.lines.map((line, i) =>
        over(line, lane.x + lane.width / 2, top + i * lineHeight, lane.width + 10, { bold: true }),
      );
    }),
    ...shapes.flatMap((shape) => [
      ...shape.lines.map((line) =>
        over(
          line.text,
          line.x,
          line.y + down,
          shape.width + 12,
          shape.kind === 'start' || shape.kind === 'end' ? { color: '#ffffff', bold: true } : {},
        ),
      ),
      ...(shape.time
        ? [
            over(shape.time.text, shape.time.x, shape.time.y + down, shape.width + 12, {
              italics: true,
              color: green,
              fontSize: fontSize - 0.5,
            }),
          ]
        : []),
    ]),
  ];
}
