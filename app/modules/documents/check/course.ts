import type { CompiledDocument, CompiledStep } from '#app/mdx/compiled-document.ts';
import { error, type Fault } from './fault.ts';

/** Where a step leads: positions of following steps in the list, and whether the text may end here. */
export interface Onward {
  to: number[];
  ends: boolean;
}

/** The course of the steps. `next` left out = the following step; the last step without `next` ends. */
export function courseOf(steps: readonly CompiledStep[]): Onward[] {
  const position = new Map<string, number>();
  for (const [index, step] of steps.entries()) if (!position.has(step.id)) position.set(step.id, index);
  return steps.map((step, index) => {
    if (step.next.length === 0) {
      return index + 1 < steps.length ? { to: [index + 1], ends: false } : { to: [], ends: true };
    }
    const to = new Set<number>();
    for (const id of step.next) {
      const target = position.get(id);
      if (target !== undefined) to.add(target);
    }
    return { to: [...to], ends: step.next.includes('end') };
  });
}

export function faultsOfCourse({ steps }: CompiledDocument): Fault[] {
  const first = steps[0];
  if (!first) return [];
  const ids = new Set(steps.map((step) => step.id));
  const unknown = steps.flatMap((step) =>
    step.next
      .filter((id) => id !== 'end' && !ids.has(id))
      .map((id) => error('check.step.next-unknown', step, { step: step.title, id })),
  );
  // A wrong name cuts the course, so what lies behind it is not reported a second time.
  if (unknown.length > 0 || ids.size < steps.length) return unknown;

  const course = courseOf(steps);
  const reached = reachedFrom(0, course);
  const faults = steps
    .filter((_, index) => !reached.has(index))
    .map((step) => error('check.step.unreachable', step, { step: step.title, id: step.id }));
  if (![...reached].some((index) => course[index]?.ends)) faults.push(error('check.steps.endless', first));
  return faults;
}

function reachedFrom(start: number, course: readonly Onward[]): Set<number> {
  const reached = new Set([start]);
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const next of course[at]?.to ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}
