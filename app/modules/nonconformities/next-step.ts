import type { NonconformityFacts } from './nonconformity-facts.ts';

export type NextStep =
  | 'acceptance'
  | 'correction'
  | 'cause'
  | 'plan'
  | 'plan-approval'
  | 'evidence'
  | 'verification'
  | 'closure';

/** What is to be done next; null when it has ended. */
export function nextStep(facts: NonconformityFacts): NextStep | null {
  switch (facts.state) {
    case 'draft':
      return 'acceptance';
    case 'open':
      return 'correction';
    case 'contained':
      return 'cause';
    case 'analysed':
      return facts.actions.some((action) => action.evidenceBy.length === 0) ? 'plan-approval' : 'plan';
    case 'plan-approved':
    case 'in-progress':
      return 'evidence';
    case 'waiting-for-check':
      if (facts.effectiveness?.effective === false) return 'cause';
      return facts.verification === null ? 'verification' : 'closure';
    case 'closed':
    case 'cancelled':
      return null;
  }
}
