import { type Refusal, refusal } from '../organization/refusal.ts';
import type { NonconformityFacts, NonconformityState } from './nonconformity-facts.ts';

export type NonconformityAct =
  | 'report'
  | 'contain'
  | 'analyse'
  | 'waive-action'
  | 'approve-plan'
  | 'start'
  | 'enter-evidence'
  | 'hand-over'
  | 'close'
  | 'find-ineffective'
  | 'cancel';

interface Transition {
  from: readonly NonconformityState[];
  to: NonconformityState;
  /** Message key of the refusal from any other state. */
  otherwise: string;
}

/**
 * Every permitted move of a nonconformity; what is not here is forbidden. `waive-action` is the way without corrective
 * action: from contained straight to the check, when it was decided and reasoned that the cause needs no action.
 * `cancel` keeps the record and its number.
 */
export const nonconformityTransitions: Readonly<Record<NonconformityAct, Transition>> = {
  report: { from: ['draft'], to: 'open', otherwise: 'nonconformities.refusal.not-draft' },
  contain: { from: ['open'], to: 'contained', otherwise: 'nonconformities.refusal.not-open' },
  analyse: { from: ['contained'], to: 'analysed', otherwise: 'nonconformities.refusal.not-contained' },
  'waive-action': {
    from: ['contained'],
    to: 'waiting-for-check',
    otherwise: 'nonconformities.refusal.not-contained',
  },
  'approve-plan': {
    from: ['analysed'],
    to: 'plan-approved',
    otherwise: 'nonconformities.refusal.not-analysed',
  },
  start: {
    from: ['plan-approved'],
    to: 'in-progress',
    otherwise: 'nonconformities.refusal.no-approved-plan',
  },
  'enter-evidence': {
    from: ['in-progress'],
    to: 'in-progress',
    otherwise: 'nonconformities.refusal.not-in-progress',
  },
  'hand-over': {
    from: ['in-progress'],
    to: 'waiting-for-check',
    otherwise: 'nonconformities.refusal.not-in-progress',
  },
  close: { from: ['waiting-for-check'], to: 'closed', otherwise: 'nonconformities.refusal.not-waiting' },
  'find-ineffective': {
    from: ['waiting-for-check'],
    to: 'analysed',
    otherwise: 'nonconformities.refusal.not-waiting',
  },
  cancel: {
    from: ['draft', 'open', 'contained', 'analysed', 'plan-approved', 'in-progress', 'waiting-for-check'],
    to: 'cancelled',
    otherwise: 'nonconformities.refusal.ended',
  },
};

export function refusalByState(
  facts: Pick<NonconformityFacts, 'state'>,
  act: NonconformityAct,
): Refusal | null {
  const transition = nonconformityTransitions[act];
  return transition.from.includes(facts.state) ? null : refusal(transition.otherwise);
}
