import { type FlowArrow, routeArrows } from './flow-chart-arrows.ts';
import {
  box,
  diamond,
  type FlowShape,
  type FlowStep,
  moveDown,
  type Pen,
  pill,
} from './flow-chart-shapes.ts';
import { type Measure, timesWidth, wrap } from './flow-chart-text.ts';

/** A chart is made of these; whoever reads a chart finds them here. */
export type { FlowLine, FlowShape, FlowStep } from './flow-chart-shapes.ts';

/** Where everything of a flow chart (lưu đồ) stands; the screen and the PDF draw the same places. */

export interface FlowLane {
  key: string;
  x: number;
  width: number;
  lines: string[];
}

export interface FlowChart {
  width: number;
  height: number;
  /** Height of the row of lane names; shapes and arrows are measured from below it. */
  headHeight: number;
  fontSize: number;
  lineHeight: number;
  lanes: FlowLane[];
  shapes: FlowShape[];
  arrows: FlowArrow[];
  /** Stretches of the chart, one per shape: a page may end after any of them. */
  rows: { top: number; bottom: number }[];
}

export interface FlowChartSize {
  width: number;
  fontSize: number;
  start: string;
  end: string;
  measure?: Measure;
}

const gap = 17;
const track = 9;

/**
 * Which steps are drawn as diamonds: those with several ways out, and those that name who decides, unless most
 * steps do (then naming it says nothing about the step).
 */
export function decisionSteps(
  steps: readonly { id: string; decides: boolean; next: string[] }[],
): Set<string> {
  const naming = steps.filter((step) => step.decides);
  const telling = naming.length * 2 < steps.length ? naming : [];
  return new Set([...steps.filter((step) => step.next.length > 1), ...telling].map((step) => step.id));
}

/** Stacks the shapes, one a row. Rows end just below their shape, so that an arrow turns in one row only. */
function stack(shapes: FlowShape[]) {
  const placed: FlowShape[] = [];
  const rows: { top: number; bottom: number }[] = [];
  let top = 0;
  let y = gap / 2;
  for (const [i, shape] of shapes.entries()) {
    placed.push(moveDown(shape, y));
    y += shape.height + gap;
    const last = i === shapes.length - 1;
    // The start keeps to the first step and the end to the last one.
    if (i === 0 || i === shapes.length - 2) continue;
    const bottom = y - gap * (last ? 0.5 : 0.85);
    rows.push({ top, bottom });
    top = bottom;
  }
  return { placed, height: top, rows };
}

/** The following shapes of each step, in row order, with the start and the end. */
function flows(steps: readonly FlowStep[]): { from: string; to: string }[] {
  const known = new Set([...steps.map((step) => step.id), 'end']);
  const first = steps[0];
  return [
    ...(first ? [{ from: 'start', to: first.id }] : []),
    ...steps.flatMap((step, i) => {
      const named = step.next.filter((id) => known.has(id));
      const targets = named.length > 0 ? named : [steps[i + 1]?.id ?? 'end'];
      return targets.map((to) => ({ from: step.id, to }));
    }),
  ];
}

/** Lays out a flow chart: one lane per position from left to right, one step per row from top to bottom. */
export function layOutFlowChart(steps: readonly FlowStep[], size: FlowChartSize): FlowChart {
  const pen: Pen = {
    size: size.fontSize,
    lineHeight: size.fontSize * 1.2,
    measure: size.measure ?? timesWidth,
  };
  const titles = new Map(steps.map((step) => [step.lane, step.laneTitle]));
  const links = flows(steps);
  const rows = ['start', ...steps.map((step) => step.id), 'end'];
  const row = new Map(rows.map((id, i) => [id, i]));
  const routes = routeArrows(links, row);
  const left = routes.leftTracks > 0 ? routes.leftTracks * track + 2 : 0;
  const right = routes.rightTracks > 0 ? routes.rightTracks * track + 2 : 0;
  const laneWidth = (size.width - left - right) / Math.max(1, titles.size);
  const lanes: FlowLane[] = [...titles].map(([key, title], i) => ({
    key,
    x: left + i * laneWidth,
    width: laneWidth,
    lines: wrap(title, size.fontSize, (text, points) => pen.measure(text, points) * 1.08, laneWidth - 6),
  }));
  const middles = new Map(lanes.map((lane) => [lane.key, lane.x + lane.width / 2]));
  const middleOf = (step: FlowStep | undefined) => (step && middles.get(step.lane)) ?? size.width / 2;
  const decisions = decisionSteps(steps);
  const shapes = steps.map((step, i) => {
    const title = `${i + 1}. ${step.title}`;
    const middle = middleOf(step);
    const asBox = () => box(step, title, middle, Math.min(laneWidth - 8, 150), pen);
    return decisions.has(step.id)
      ? (diamond(step, title, middle, Math.min(laneWidth - 2, 170), pen) ?? asBox())
      : asBox();
  });
  const {
    placed,
    height,
    rows: stretches,
  } = stack([
    pill('start', size.start, middleOf(steps[0]), pen),
    ...shapes,
    pill('end', size.end, middleOf(steps.at(-1)), pen),
  ]);
  return {
    width: size.width,
    height,
    headHeight: Math.max(1, ...lanes.map((lane) => lane.lines.length)) * pen.lineHeight + 8,
    fontSize: size.fontSize,
    lineHeight: pen.lineHeight,
    lanes,
    shapes: placed,
    arrows: routes.draw(placed, { width: size.width, track }),
    rows: stretches,
  };
}
