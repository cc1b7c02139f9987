import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decisionSteps,
  type FlowChart,
  type FlowStep,
  layOutFlowChart,
} from '#app/modules/documents/flow-chart/flow-chart.ts';
import { clipArrow } from '#app/modules/documents/flow-chart/flow-chart-arrows.ts';

const size = { width: 460, fontSize: 8.5, start: 'Bắt đầu', end: 'Kết thúc' };

function step(id: string, more: Partial<FlowStep> = {}): FlowStep {
  return {
    id,
    title: `Bước ${id}`,
    lane: 'van-thu',
    laneTitle: 'Văn thư',
    time: '1 giờ',
    decides: false,
    next: [],
    ...more,
  };
}

const arrowBetween = (chart: FlowChart, from: string, to: string) =>
  chart.arrows.find((arrow) => arrow.from === from && arrow.to === to);

describe('a flow chart', () => {
  test('runs from the start through every step to the end', () => {
    const chart = layOutFlowChart([step('a'), step('b', { lane: 'lanh-dao', laneTitle: 'Lãnh đạo' })], size);
    expect(chart.shapes.map((shape) => shape.kind)).toEqual(['start', 'step', 'step', 'end']);
    expect(chart.arrows.map(({ from, to }) => [from, to])).toEqual([
      ['start', 'a'],
      ['a', 'b'],
      ['b', 'end'],
    ]);
    expect(chart.lanes.map((lane) => lane.key)).toEqual(['van-thu', 'lanh-dao']);
  });

  test('sends a return round the left and a skip round the right', () => {
    const chart = layOutFlowChart(
      [step('a', { next: ['b', 'c'] }), step('b', { next: ['a'] }), step('c')],
      size,
    );
    expect(Math.min(...(arrowBetween(chart, 'b', 'a')?.points.map((point) => point.x) ?? []))).toBeLessThan(
      chart.lanes[0]?.x ?? 0,
    );
    const right = (chart.lanes[0]?.x ?? 0) + (chart.lanes[0]?.width ?? 0);
    expect(
      Math.max(...(arrowBetween(chart, 'a', 'c')?.points.map((point) => point.x) ?? [])),
    ).toBeGreaterThan(right);
  });

  test('draws a diamond where ways part, and where a step is told apart by who decides', () => {
    const steps = [
      step('a'),
      step('b', { next: ['c', 'a'] }),
      step('c', { decides: true }),
      step('d'),
      step('e'),
    ];
    expect([...decisionSteps(steps)]).toEqual(['b', 'c']);
    expect(decisionSteps(steps.map((one) => ({ ...one, decides: true, next: [] }))).size).toBe(0);
  });

  const titles = fc.constantFrom(
    'Ký',
    'Tiếp nhận hồ sơ',
    'Thẩm tra, xác minh hồ sơ và dự thảo kết quả giải quyết',
    'x'.repeat(60),
  );
  const procedures = fc
    .array(
      fc.record({
        title: titles,
        lane: fc.integer({ min: 0, max: 6 }),
        next: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((drafts) =>
      drafts.map(({ title, lane, next }, i) =>
        step(`s${i}`, {
          title,
          lane: `l${lane}`,
          laneTitle: `Vị trí số ${lane}`,
          next: [...new Set(next)]
            .map((to) => (to < drafts.length ? `s${to}` : 'end'))
            .filter((to) => to !== `s${i}`),
        }),
      ),
    );

  test('keeps its shapes apart and inside their lanes, and leads no arrow through a shape', () => {
    fc.assert(
      fc.property(procedures, (steps) => {
        const chart = layOutFlowChart(steps, size);
        for (const [i, shape] of chart.shapes.entries()) {
          const above = chart.shapes[i - 1];
          if (above) expect(shape.y).toBeGreaterThan(above.y + above.height);
          expect(shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.x + shape.width).toBeLessThanOrEqual(chart.width + 0.01);
        }
        for (const arrow of chart.arrows)
          for (const [i, to] of arrow.points.entries()) {
            const from = arrow.points[i - 1];
            if (!from) continue;
            for (const shape of chart.shapes.filter((one) => one.id !== arrow.from && one.id !== arrow.to)) {
              const beside =
                Math.max(from.x, to.x) <= shape.x || Math.min(from.x, to.x) >= shape.x + shape.width;
              const over =
                Math.max(from.y, to.y) <= shape.y || Math.min(from.y, to.y) >= shape.y + shape.height;
              expect(beside || over).toBe(true);
            }
          }
      }),
      { numRuns: 150 },
    );
  });

  test('cut into rows, its arrows join again without a gap', () => {
    fc.assert(
      fc.property(procedures, (steps) => {
        const chart = layOutFlowChart(steps, size);
        const lengthOf = (points: { x: number; y: number }[]) =>
          points.reduce((sum, point, i) => {
            const before = points[i - 1];
            return before ? sum + Math.abs(point.y - before.y) : sum;
          }, 0);
        for (const arrow of chart.arrows) {
          const pieces = chart.rows.flatMap((row) => clipArrow(arrow, row.top, row.bottom));
          const together = pieces.reduce((sum, piece) => sum + lengthOf(piece.points), 0);
          expect(together).toBeCloseTo(lengthOf(arrow.points), 3);
          expect(pieces.some((piece) => piece.arrives)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
