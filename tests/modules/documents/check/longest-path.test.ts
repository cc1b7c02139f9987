import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompiledDocument, CompiledStep } from '#app/mdx/compiled-document.ts';
import { checkDocument } from '#app/modules/documents/check/check-document.ts';
import { courseOf, type Onward } from '#app/modules/documents/check/course.ts';
import { longestPath } from '#app/modules/documents/check/longest-path.ts';
import { cleanProcedure, cleanSurroundings } from './clean-procedure.ts';

const runs = process.env.QMS_LONG === '1' ? 20_000 : 1_000;

/** Every way through the steps, none walked twice, written out one by one. */
function everyWay(course: readonly Onward[], way: readonly number[] = [0]): number[][] {
  const at = way.at(-1) ?? 0;
  const open = (course[at]?.to ?? []).filter((next) => !way.includes(next));
  return [[...way], ...open.flatMap((next) => everyWay(course, [...way, next]))];
}

const graph = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.array(
    fc.record({
      to: fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 3 }),
      ends: fc.boolean(),
      halfHours: fc.nat({ max: 20 }),
    }),
    { minLength: size, maxLength: size },
  ),
);

describe('the longest path', () => {
  it('is as long as the longest of all ways written out', () => {
    fc.assert(
      fc.property(graph, (steps) => {
        const lengths = steps.map((step) => step.halfHours / 2);
        const sums = everyWay(steps).map((way) => way.reduce((sum, at) => sum + (lengths[at] ?? 0), 0));
        const path = longestPath(steps, lengths);
        expect(path).not.toBe('tangled');
        if (path === 'tangled') return;
        expect(path.length).toBe(Math.max(...sums));
        expect(path.steps.reduce((sum, at) => sum + (lengths[at] ?? 0), 0)).toBe(path.length);
      }),
      { numRuns: runs },
    );
  });

  it('never walks a step twice and only where the steps lead', () => {
    fc.assert(
      fc.property(graph, (steps) => {
        const path = longestPath(
          steps,
          steps.map((step) => step.halfHours),
        );
        if (path === 'tangled') throw new Error('tangled');
        expect(path.steps[0]).toBe(0);
        expect(new Set(path.steps).size).toBe(path.steps.length);
        for (const [index, at] of path.steps.slice(1).entries()) {
          expect(steps[path.steps[index] ?? -1]?.to).toContain(at);
        }
      }),
      { numRuns: runs },
    );
  });

  it('is found at once over thousands of branches without a return', () => {
    const size = 4_000;
    const steps = Array.from({ length: size }, (_, index) => ({
      to: [index + 1, index + 2, index + 3].filter((next) => next < size),
      ends: index === size - 1,
    }));
    expect(
      longestPath(
        steps,
        steps.map(() => 1),
      ),
    ).toMatchObject({ length: size });
  });

  it('gives up on a tangle of returns instead of trying for ever', () => {
    const all = Array.from({ length: 30 }, (_, index) => index);
    expect(
      longestPath(
        all.map(() => ({ to: all, ends: false })),
        all,
      ),
    ).toBe('tangled');
  });
});

describe('the sum rule', () => {
  function procedureOf(
    steps: readonly { to: number[]; ends: boolean; halfHours: number }[],
    limit: number,
  ): CompiledDocument {
    const clean = cleanProcedure();
    const [pattern] = clean.steps;
    if (!pattern) throw new Error('no step');
    const written = steps.map((step, index): CompiledStep => {
      const hours = { unit: 'hours', value: step.halfHours / 2, written: `${step.halfHours / 2}h` } as const;
      const next = [...step.to.map((to) => `b${to}`), ...(step.ends || step.to.length === 0 ? ['end'] : [])];
      return {
        ...pattern,
        id: `b${index}`,
        record: null,
        order: index + 1,
        next,
        times: [{ case: 'thuong', within: hours, counted: true, line: 50, column: 1 }],
      };
    });
    const [one] = clean.cases;
    if (!one) throw new Error('no case');
    const cases = [{ ...one, limit: { unit: 'hours' as const, value: limit, written: `${limit}h` } }];
    return { ...clean, cases, steps: written, records: [], links: [] };
  }

  it('holds exactly when the limit is the longest of all ways', () => {
    fc.assert(
      fc.property(graph, fc.integer({ min: -1, max: 1 }), (steps, off) => {
        const course = courseOf(procedureOf(steps, 1).steps);
        const sums = everyWay(course).map((way) =>
          way.reduce((sum, at) => sum + (steps[at]?.halfHours ?? 0) / 2, 0),
        );
        const longest = Math.max(...sums);
        const document = procedureOf(steps, longest + off / 2);
        const found = checkDocument(document, { ...cleanSurroundings(), previous: null })
          .map((finding) => finding.rule)
          .filter((rule) => rule.startsWith('check.time.sum'));
        expect(found).toEqual(off === 0 ? [] : [off > 0 ? 'check.time.sum-under' : 'check.time.sum-over']);
      }),
      { numRuns: runs },
    );
  });

  it('says so when the steps are too tangled to add up', () => {
    const all = Array.from({ length: 30 }, (_, index) => index);
    const document = procedureOf(
      all.map((index) => ({ to: all, ends: index === 29, halfHours: index })),
      8,
    );
    const rules = checkDocument(document, { ...cleanSurroundings(), previous: null }).map(
      (finding) => finding.rule,
    );
    expect(rules).toEqual(['check.time.tangled']);
  });
});
