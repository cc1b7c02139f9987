import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import { type Handled, type Handler, isHandler } from './handling.ts';
import type { NextStep } from './next-step.ts';

/** What a page offers this person next; the command asks again. Pure. */
export function isOffered(
  next: NextStep | null,
  actor: Actor,
  handler: Handler,
  handled: Handled,
  about: { openOwners: readonly string[]; doers: ReadonlySet<string> },
): boolean {
  const officer = actor.officerId;
  if (next === null || officer === null) return false;
  switch (next) {
    case 'plan-approval':
      return may(actor, 'nonconformity.approve-plan');
    case 'evidence':
      return about.openOwners.includes(officer) || isHandler(handled, handler);
    case 'verification':
      return may(actor, 'nonconformity.verify') && !about.doers.has(officer);
    case 'closure':
      return may(actor, 'nonconformity.verify');
    default:
      return may(actor, 'nonconformity.handle') && isHandler(handled, handler);
  }
}
