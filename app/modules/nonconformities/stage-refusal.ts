import type { Day } from '#app/http/clock.ts';
import type { Refusal } from '../organization/refusal.ts';
import { refusalToCheck } from './closing.ts';
import { refusalOfCause, refusalToApprovePlan } from './corrective-action.ts';
import { type Handled, type Handler, refusalToHandle } from './handling.ts';
import { refusalByState } from './lifecycle.ts';
import type { NonconformityFacts } from './nonconformity-facts.ts';

export type Stage = 'acceptance' | 'correction' | 'plan' | 'plan-approval' | 'verification';

/** Why this person cannot do the stage now, whatever the form would say: its page says so instead of showing the form. */
export function refusalToOpen(
  stage: Stage,
  facts: NonconformityFacts,
  handled: Handled,
  handler: Handler,
  today: Day,
): Refusal | null {
  switch (stage) {
    case 'acceptance':
      return refusalToHandle(handled, handler) ?? refusalByState(facts, 'report');
    case 'correction':
      return refusalToHandle(handled, handler) ?? refusalByState(facts, 'contain');
    case 'plan':
      return (
        refusalToHandle(handled, handler) ?? refusalByState(facts, 'approve-plan') ?? refusalOfCause(facts)
      );
    case 'plan-approval':
      return refusalToApprovePlan(facts, handler.officer, today);
    case 'verification':
      return refusalToCheck(facts, handler.officer, '?');
  }
}
