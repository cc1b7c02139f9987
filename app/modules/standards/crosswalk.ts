import type { Edition } from './edition.ts';
import { compareClauses, lowestClauses, type Standard } from './standard.ts';

/** Editions in the order of time; the crosswalk joins neighbours. */
const order: readonly Edition[] = ['2008', '2015', '2026'];

function step(standard: Standard, numbers: readonly string[], from: Edition, to: Edition): string[] {
  const forward = order.indexOf(to) > order.indexOf(from);
  const found = standard.crosswalk.flatMap((crossing) => {
    if (crossing.from === null) return [];
    const start = crossing.from;
    if (forward) {
      if (start.edition !== from || !numbers.includes(start.number)) return [];
      return crossing.to.filter((one) => one.edition === to).map((one) => one.number);
    }
    const meets = crossing.to.some((one) => one.edition === from && numbers.includes(one.number));
    return start.edition === to && meets ? [start.number] : [];
  });
  return [...new Set(found)];
}

/**
 * The lowest clauses of one edition that hold what a clause of another asked for. Empty where the other edition asks
 * nothing of the kind (4.1 of 2015 has no ancestor in 2008).
 */
export function clausesIn(standard: Standard, from: Edition, number: string, to: Edition): string[] {
  let numbers = lowestClauses(standard, from, number);
  let at = order.indexOf(from);
  const goal = order.indexOf(to);
  while (at !== goal) {
    const next = at < goal ? at + 1 : at - 1;
    const [here, there] = [order[at], order[next]];
    if (here === undefined || there === undefined) return [];
    numbers = step(standard, numbers, here, there).flatMap((one) => lowestClauses(standard, there, one));
    at = next;
  }
  return [...new Set(numbers)].sort(compareClauses);
}
