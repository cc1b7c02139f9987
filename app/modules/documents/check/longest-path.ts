import type { Onward } from './course.ts';

export interface LongestPath {
  length: number;
  /** Positions of the steps on the path, first to last. */
  steps: number[];
}

/** Far more than any written procedure needs; a tangle made on purpose stops here. */
const mostMoves = 200_000;

/**
 * The longest way through the steps, none walked twice, from the first to where the text ends or can only return.
 * Without returns this is exact and quick; with returns every way is tried, and `tangled` means there were too many.
 */
export function longestPath(course: readonly Onward[], lengths: readonly number[]): LongestPath | 'tangled' {
  const order = withoutReturns(course);
  return order ? alongOrder(order, course, lengths) : tryEveryWay(course, lengths);
}

/** Steps reached from the first, each after all the steps it leads to; null when a step can be reached from itself. */
function withoutReturns(course: readonly Onward[]): number[] | null {
  const state = new Map<number, 'open' | 'done'>();
  const order: number[] = [];
  const stack = [{ at: 0, turn: 0 }];
  state.set(0, 'open');
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = course[top.at]?.to[top.turn];
    top.turn += 1;
    if (next === undefined) {
      state.set(top.at, 'done');
      order.push(top.at);
      stack.pop();
    } else if (state.get(next) === 'open') return null;
    else if (!state.has(next)) {
      state.set(next, 'open');
      stack.push({ at: next, turn: 0 });
    }
  }
  return order;
}

function alongOrder(
  order: readonly number[],
  course: readonly Onward[],
  lengths: readonly number[],
): LongestPath {
  const rest = new Map<number, { length: number; next: number | null }>();
  for (const at of order) {
    let best = { length: 0, next: null as number | null };
    for (const next of course[at]?.to ?? []) {
      const length = rest.get(next)?.length ?? 0;
      if (best.next === null || length > best.length) best = { length, next };
    }
    rest.set(at, { length: (lengths[at] ?? 0) + best.length, next: best.next });
  }
  const steps: number[] = [];
  for (let at: number | null = 0; at !== null; at = rest.get(at)?.next ?? null) steps.push(at);
  return { length: rest.get(0)?.length ?? 0, steps };
}

function tryEveryWay(course: readonly Onward[], lengths: readonly number[]): LongestPath | 'tangled' {
  let best: LongestPath = { length: -1, steps: [] };
  const walked = [{ at: 0, turn: 0, length: lengths[0] ?? 0 }];
  const onPath = new Set([0]);
  for (let moves = 0, top = walked.at(-1); top; top = walked.at(-1)) {
    moves += 1;
    if (moves > mostMoves) return 'tangled';
    if (top.length > best.length) best = { length: top.length, steps: walked.map((step) => step.at) };
    const next = course[top.at]?.to[top.turn];
    top.turn += 1;
    if (next === undefined) {
      walked.pop();
      onPath.delete(top.at);
    } else if (!onPath.has(next)) {
      onPath.add(next);
      walked.push({ at: next, turn: 0, length: top.length + (lengths[next] ?? 0) });
    }
  }
  return best;
}
