import { type Measure, wrap, wrapInto } from './flow-chart-text.ts';

/** The shapes of a flow chart, each as large as its words need, not yet on their row. */

export interface FlowStep {
  id: string;
  title: string;
  /** Who does it: a role or position. Steps of one lane stand under each other. */
  lane: string;
  laneTitle: string;
  /** As read, e.g. "4 giờ"; several cases are joined by the caller. */
  time: string | null;
  decides: boolean;
  /** Ids of the following steps, `end` for the end; empty = the next in order. */
  next: string[];
}

export interface FlowLine {
  text: string;
  /** Middle of the line. */
  x: number;
  /** Top of the line. */
  y: number;
}

export interface FlowShape {
  id: string;
  kind: 'start' | 'step' | 'decision' | 'end';
  x: number;
  y: number;
  width: number;
  height: number;
  lines: FlowLine[];
  time: FlowLine | null;
}

export interface Pen {
  size: number;
  lineHeight: number;
  measure: Measure;
}

function placeLines(texts: string[], middle: number, top: number, lineHeight: number): FlowLine[] {
  return texts.map((text, i) => ({ text, x: middle, y: top + i * lineHeight }));
}

export function box(step: FlowStep, title: string, middle: number, width: number, pen: Pen): FlowShape {
  const lines = wrap(title, pen.size, pen.measure, width - 8);
  const room = lines.length + (step.time ? 1 : 0);
  const height = room * pen.lineHeight + 8;
  return {
    id: step.id,
    kind: 'step',
    x: middle - width / 2,
    y: 0,
    width,
    height,
    lines: placeLines(lines, middle, 4, pen.lineHeight),
    time: step.time ? { text: step.time, x: middle, y: 4 + lines.length * pen.lineHeight } : null,
  };
}

/** The smallest diamond that holds the title and the time, each line as wide as the diamond is there. */
export function diamond(
  step: FlowStep,
  title: string,
  middle: number,
  width: number,
  pen: Pen,
): FlowShape | null {
  const words = title.split(/\s+/);
  const timeLines = step.time ? 1 : 0;
  for (let count = 1 + timeLines; count <= 10; count++) {
    for (let height = (count + 1.6) * pen.lineHeight; height <= count * pen.lineHeight * 3.2; height += 3) {
      const room = (line: number) => {
        const edge = Math.abs(line - (count - 1) / 2) * pen.lineHeight + pen.lineHeight * 0.4;
        return Math.max(0, width * (1 - (2 * edge) / height) - 4);
      };
      const lines = wrapInto(words, pen.size, pen.measure, room);
      if (!lines || lines.length + timeLines !== count) continue;
      if (step.time && pen.measure(step.time, pen.size) > room(count - 1) + 8) continue;
      const placed = placeLines(
        [...lines, step.time ?? ''],
        middle,
        (height - count * pen.lineHeight) / 2,
        pen.lineHeight,
      );
      const time = step.time ? (placed[count - 1] ?? null) : null;
      return {
        id: step.id,
        kind: 'decision',
        x: middle - width / 2,
        y: 0,
        width,
        height,
        lines: placed.slice(0, lines.length),
        time,
      };
    }
  }
  return null;
}

export function pill(kind: 'start' | 'end', title: string, middle: number, pen: Pen): FlowShape {
  const width = pen.measure(title, pen.size) + 22;
  const lines = placeLines([title], middle, 3, pen.lineHeight);
  return {
    id: kind,
    kind,
    x: middle - width / 2,
    y: 0,
    width,
    height: pen.lineHeight + 6,
    lines,
    time: null,
  };
}

export function moveDown(shape: FlowShape, by: number): FlowShape {
  const down = (line: FlowLine): FlowLine => ({ ...line, y: line.y + by });
  return { ...shape, y: shape.y + by, lines: shape.lines.map(down), time: shape.time && down(shape.time) };
}
