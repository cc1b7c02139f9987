import { addDays, type Day } from '#app/http/clock.ts';
import type { NonconformityState } from './nonconformity-facts.ts';

/** Days from detection until a plan should stand. Our own setting: ISO 9001 sets none. */
const daysToPlan = { major: 5, minor: 10 } as const;

export interface Dated {
  state: NonconformityState;
  grade: 'minor' | 'major';
  detectedOn: Day;
  /** Days by which the planned actions are due; those done and not done. */
  actions: readonly { dueOn: Day; done: boolean }[];
}

export function hasEnded(state: NonconformityState): boolean {
  return state === 'closed' || state === 'cancelled';
}

/** The day by which the next thing is due: the first open action, else the last of all, else the plan. */
export function dueDay(one: Dated): Day {
  const open = one.actions.filter((action) => !action.done).map((action) => action.dueOn);
  const all = one.actions.map((action) => action.dueOn);
  return open.sort()[0] ?? all.sort().at(-1) ?? addDays(one.detectedOn, daysToPlan[one.grade]);
}

/** Days past the due day; 0 while there is time or when it has ended. */
export function daysOverdue(one: Dated, today: Day): number {
  if (hasEnded(one.state)) return 0;
  return Math.max(0, daysBetween(dueDay(one), today));
}

export function daysBetween(from: Day, until: Day): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
