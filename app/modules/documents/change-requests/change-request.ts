import { type Day, isDay } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';

export const requestKinds = ['write', 'amend', 'withdraw'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = [
  'proposed',
  'opinions',
  'agreed',
  'refused',
  'drafting',
  'done',
  'cancelled',
] as const;
export type RequestState = (typeof requestStates)[number];

export const opinionParts = ['unit-head', 'quality-officer'] as const;
export type OpinionPart = (typeof opinionParts)[number];

export type RequestAct = 'opine' | 'agree' | 'refuse' | 'start' | 'finish' | 'cancel';

interface Transition {
  from: readonly RequestState[];
  to: RequestState;
  /** Message key of the refusal from any other state. */
  otherwise: string;
}

/**
 * Every permitted move of a request (BM-01-01); what is not here is forbidden. `finish` comes by itself when the
 * revision is released or the withdrawal is recorded; an agreed withdrawal has no draft in between.
 */
export const requestTransitions: Readonly<Record<RequestAct, Transition>> = {
  opine: { from: ['proposed', 'opinions'], to: 'opinions', otherwise: 'requests.refusal.decided' },
  agree: { from: ['proposed', 'opinions'], to: 'agreed', otherwise: 'requests.refusal.decided' },
  refuse: { from: ['proposed', 'opinions'], to: 'refused', otherwise: 'requests.refusal.decided' },
  start: { from: ['agreed'], to: 'drafting', otherwise: 'requests.refusal.not-agreed' },
  finish: { from: ['agreed', 'drafting'], to: 'done', otherwise: 'requests.refusal.not-agreed' },
  cancel: {
    from: ['proposed', 'opinions', 'agreed'],
    to: 'cancelled',
    otherwise: 'requests.refusal.not-cancellable',
  },
};

/** States in which something is still to come. */
export const openStates: readonly RequestState[] = ['proposed', 'opinions', 'agreed', 'drafting'];

/** What the rules of a request need to know. Officers are ids. */
export interface RequestFacts {
  state: RequestState;
  kind: RequestKind;
  proposer: string;
  /** Opinions that somebody other than the proposer is there to give. */
  asked: readonly OpinionPart[];
  given: readonly OpinionPart[];
  drafter: string | null;
}

export function refusalByState(request: Pick<RequestFacts, 'state'>, act: RequestAct): Refusal | null {
  const { from, otherwise } = requestTransitions[act];
  return from.includes(request.state) ? null : refusal(otherwise);
}

/** Opinions that are still missing before the decision. */
export function missingOpinions({ asked, given }: Pick<RequestFacts, 'asked' | 'given'>): OpinionPart[] {
  return asked.filter((part) => !given.includes(part));
}

export interface Proposal {
  officer: string | null;
  kind: RequestKind;
  title: string;
  reason: string;
  groundInForceFrom: Day | null;
  legalGround: string;
  contentAfter: string;
  /** The proposer has a unit whose head can say an opinion. */
  hasUnit: boolean;
  /** The document named is in force on that day; of no matter for a text to be written. */
  inForce: boolean;
  /** Number of another request about the same document that is not yet ended. */
  openRequest: string | null;
}

export function refusalToPropose(proposal: Proposal): Refusal | null {
  const { kind } = proposal;
  return firstRefusal(
    () => (proposal.officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (proposal.hasUnit ? null : refusal('requests.refusal.no-unit')),
    () => (proposal.reason.trim() === '' ? refusal('requests.refusal.no-reason') : null),
    () => (kind === 'write' && proposal.title.trim() === '' ? refusal('requests.refusal.no-title') : null),
    () => (kind !== 'write' && !proposal.inForce ? refusal('requests.refusal.not-in-force') : null),
    () =>
      kind !== 'withdraw' && proposal.contentAfter.trim() === ''
        ? refusal('requests.refusal.no-content')
        : null,
    () =>
      proposal.groundInForceFrom !== null && proposal.legalGround.trim() === ''
        ? refusal('requests.refusal.day-without-ground')
        : null,
    () =>
      proposal.openRequest === null
        ? null
        : refusal('requests.refusal.already-requested', { number: proposal.openRequest }),
  );
}

export interface Opinion {
  officer: string | null;
  part: OpinionPart;
  /** The officer may speak for this part: heads the unit, or is a quality officer. */
  speaksFor: boolean;
  favours: boolean;
  text: string;
}

export function refusalToOpine(request: RequestFacts, opinion: Opinion): Refusal | null {
  return firstRefusal(
    () => refusalByState(request, 'opine'),
    () => (opinion.officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (opinion.officer === request.proposer ? refusal('requests.refusal.own-opinion') : null),
    () => (opinion.speaksFor ? null : refusal('requests.refusal.not-asked')),
    () => (request.given.includes(opinion.part) ? refusal('requests.refusal.already-given') : null),
    () => (!opinion.favours && opinion.text.trim() === '' ? refusal('requests.refusal.no-grounds') : null),
  );
}

export interface Decision {
  officer: string | null;
  agreed: boolean;
  reason: string;
  dueOn: Day | null;
  drafter: string | null;
  today: Day;
  /** The decider may approve documents of this kind, by own authority or by delegation. */
  hasAuthority: boolean;
  /** The drafter named serves in the office and may draft. */
  drafterMay: boolean;
}

/** Who proposes does not decide; a refusal says why; an agreed one has its day and, unless it withdraws, its drafter. */
export function refusalToDecide(request: RequestFacts, decision: Decision): Refusal | null {
  const { officer, agreed, dueOn, drafter } = decision;
  const drafts = agreed && request.kind !== 'withdraw';
  return firstRefusal(
    () => refusalByState(request, agreed ? 'agree' : 'refuse'),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (officer === request.proposer ? refusal('requests.refusal.proposer-decides') : null),
    () => (decision.hasAuthority ? null : refusal('requests.refusal.no-authority')),
    () => (missingOpinions(request).length > 0 ? refusal('requests.refusal.opinion-missing') : null),
    () => (!agreed && decision.reason.trim() === '' ? refusal('requests.refusal.no-grounds') : null),
    () => (agreed && (dueOn === null || !isDay(dueOn)) ? refusal('requests.refusal.no-due-day') : null),
    () => (agreed && dueOn !== null && dueOn < decision.today ? refusal('requests.refusal.due-past') : null),
    () => (drafts && drafter === null ? refusal('requests.refusal.no-drafter') : null),
    () => (drafts && drafter === officer ? refusal('requests.refusal.decider-drafts') : null),
    () => (drafts && !decision.drafterMay ? refusal('requests.refusal.drafter-may-not') : null),
  );
}

export function refusalToStart(
  request: RequestFacts,
  officer: string | null,
  isQualityOfficer: boolean,
): Refusal | null {
  return firstRefusal(
    () => refusalByState(request, 'start'),
    () => (officer === null ? refusal('documents.refusal.no-officer') : null),
    () => (request.kind === 'withdraw' ? refusal('requests.refusal.nothing-to-draft') : null),
    () =>
      officer === request.drafter || isQualityOfficer ? null : refusal('requests.refusal.not-the-drafter'),
  );
}

export function refusalToCancel(
  request: RequestFacts,
  officer: string | null,
  reason: string,
): Refusal | null {
  return firstRefusal(
    () => refusalByState(request, 'cancel'),
    () => (officer === request.proposer ? null : refusal('requests.refusal.not-the-proposer')),
    () => (reason.trim() === '' ? refusal('requests.refusal.no-reason') : null),
  );
}
