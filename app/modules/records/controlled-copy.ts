import type { Day } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';

export interface CopyFacts {
  /** Day it was given to somebody; null while nobody has said to whom. */
  givenOn: Day | null;
  returnedOn: Day | null;
  /** The printed revision is the one in force today. */
  inForce: boolean;
}

/** `to-recall`: it is out, and may no longer be worked by. */
export type CopyState = 'not-given' | 'out' | 'to-recall' | 'returned';

export function copyState({ givenOn, returnedOn, inForce }: CopyFacts): CopyState {
  if (returnedOn !== null) return 'returned';
  if (givenOn === null) return 'not-given';
  return inForce ? 'out' : 'to-recall';
}

export function refusalToGive(
  copy: { state: CopyState; printedOn: Day },
  given: { officer: string | null; holder: string; place: string; on: Day; today: Day },
): Refusal | null {
  return firstRefusal(
    () => (given.officer === null ? refusal('records.refusal.no-officer') : null),
    () => (copy.state === 'not-given' ? null : refusal('copies.refusal.given-already')),
    () => (given.holder === '' && given.place === '' ? refusal('copies.refusal.to-nobody') : null),
    () => (given.on > given.today ? refusal('copies.refusal.given-ahead') : null),
    () => (given.on < copy.printedOn ? refusal('copies.refusal.given-before-print') : null),
  );
}

export function refusalToTakeBack(
  copy: { state: CopyState; givenOn: Day | null },
  back: { officer: string | null; on: Day; today: Day },
): Refusal | null {
  return firstRefusal(
    () => (back.officer === null ? refusal('records.refusal.no-officer') : null),
    () => (copy.state === 'returned' ? refusal('copies.refusal.returned-already') : null),
    () => (copy.givenOn === null ? refusal('copies.refusal.not-given') : null),
    () => (back.on > back.today ? refusal('copies.refusal.returned-ahead') : null),
    () =>
      copy.givenOn !== null && back.on < copy.givenOn
        ? refusal('copies.refusal.returned-before-given')
        : null,
  );
}
