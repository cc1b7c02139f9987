import { describe, expect, test } from 'vitest';
import {
  type Decision,
  missingOpinions,
  type Opinion,
  type Proposal,
  type RequestAct,
  type RequestFacts,
  type RequestState,
  refusalByState,
  refusalToCancel,
  refusalToDecide,
  refusalToOpine,
  refusalToPropose,
  refusalToStart,
  requestKinds,
  requestStates,
  requestTransitions,
} from '#app/modules/documents/change-requests/change-request.ts';

const request: RequestFacts = {
  state: 'opinions',
  kind: 'amend',
  proposer: 'ngoc',
  asked: ['unit-head', 'quality-officer'],
  given: ['unit-head', 'quality-officer'],
  drafter: null,
};

describe('every act from every state', () => {
  const allowed: Record<RequestAct, RequestState[]> = {
    opine: ['proposed', 'opinions'],
    agree: ['proposed', 'opinions'],
    refuse: ['proposed', 'opinions'],
    start: ['agreed'],
    finish: ['agreed', 'drafting'],
    cancel: ['proposed', 'opinions', 'agreed'],
  };
  const acts = Object.keys(requestTransitions) as RequestAct[]; // keys of the literal
  test.each(acts.flatMap((act) => requestStates.map((state) => [act, state] as const)))(
    '%s from %s',
    (act, state) => {
      expect(refusalByState({ state }, act) === null).toBe(allowed[act].includes(state));
    },
  );

  test('nothing leaves a state in which a request has ended', () => {
    for (const state of ['refused', 'done', 'cancelled'] as const)
      for (const act of acts) expect(refusalByState({ state }, act)).not.toBeNull();
  });
});

const proposal: Proposal = {
  officer: 'ngoc',
  kind: 'amend',
  title: '',
  reason: 'Chậm',
  groundInForceFrom: null,
  legalGround: '',
  contentAfter: 'Rút ngắn',
  hasUnit: true,
  inForce: true,
  openRequest: null,
};

test.each<[string, Partial<Proposal>, string | null]>([
  ['is whole', {}, null],
  ['comes from no officer', { officer: null }, 'documents.refusal.no-officer'],
  ['comes from no unit', { hasUnit: false }, 'requests.refusal.no-unit'],
  ['says no reason', { reason: ' ' }, 'requests.refusal.no-reason'],
  ['asks to write without a title', { kind: 'write' }, 'requests.refusal.no-title'],
  ['asks to write', { kind: 'write', title: 'Hướng dẫn', inForce: false }, null],
  ['is about nothing in force', { inForce: false }, 'requests.refusal.not-in-force'],
  [
    'asks to withdraw what is not in force',
    { kind: 'withdraw', inForce: false },
    'requests.refusal.not-in-force',
  ],
  ['asks to withdraw without new content', { kind: 'withdraw', contentAfter: '' }, null],
  ['says no new content', { contentAfter: '' }, 'requests.refusal.no-content'],
  ['has a day without its law', { groundInForceFrom: '2026-01-01' }, 'requests.refusal.day-without-ground'],
  ['has a law with its day', { groundInForceFrom: '2026-01-01', legalGround: 'NĐ' }, null],
  ['is the second one', { openRequest: 'PĐN-2026-001' }, 'requests.refusal.already-requested'],
])('a proposal that %s', (_what, change, code) => {
  expect(refusalToPropose({ ...proposal, ...change })?.code ?? null).toBe(code);
});

const opinion: Opinion = { officer: 'binh', part: 'unit-head', speaksFor: true, favours: true, text: '' };
const waiting: RequestFacts = { ...request, state: 'proposed', given: [] };

test.each<[string, RequestFacts, Partial<Opinion>, string | null]>([
  ['of the head of unit', waiting, {}, null],
  ['after the decision', { ...waiting, state: 'agreed' }, {}, 'requests.refusal.decided'],
  ['of no officer', waiting, { officer: null }, 'documents.refusal.no-officer'],
  ['of the proposer', waiting, { officer: 'ngoc' }, 'requests.refusal.own-opinion'],
  ['nobody asked for', waiting, { speaksFor: false }, 'requests.refusal.not-asked'],
  ['given before', { ...waiting, given: ['unit-head'] }, {}, 'requests.refusal.already-given'],
  ['against, without grounds', waiting, { favours: false }, 'requests.refusal.no-grounds'],
  ['against, with grounds', waiting, { favours: false, text: 'Chưa cần' }, null],
])('an opinion %s', (_what, facts, change, code) => {
  expect(refusalToOpine(facts, { ...opinion, ...change })?.code ?? null).toBe(code);
});

const decision: Decision = {
  officer: 'mai',
  agreed: true,
  reason: '',
  dueOn: '2026-04-01',
  drafter: 'tam',
  today: '2026-03-02',
  hasAuthority: true,
  drafterMay: true,
};

test.each<[string, Partial<RequestFacts>, Partial<Decision>, string | null]>([
  ['agrees', {}, {}, null],
  ['agrees on its day', {}, { dueOn: '2026-03-02' }, null],
  ['refuses with a reason', {}, { agreed: false, reason: 'Trùng', dueOn: null, drafter: null }, null],
  ['comes twice', { state: 'refused' }, {}, 'requests.refusal.decided'],
  ['comes from no officer', {}, { officer: null }, 'documents.refusal.no-officer'],
  ['comes from the proposer', {}, { officer: 'ngoc' }, 'requests.refusal.proposer-decides'],
  ['has no authority', {}, { hasAuthority: false }, 'requests.refusal.no-authority'],
  ['comes before the opinions', { given: ['unit-head'] }, {}, 'requests.refusal.opinion-missing'],
  ['needs no opinion that nobody can give', { asked: [], given: [] }, {}, null],
  ['refuses without a reason', {}, { agreed: false }, 'requests.refusal.no-grounds'],
  ['names no day', {}, { dueOn: null }, 'requests.refusal.no-due-day'],
  ['names no real day', {}, { dueOn: '2026-02-30' }, 'requests.refusal.no-due-day'],
  ['names a day that has passed', {}, { dueOn: '2026-03-01' }, 'requests.refusal.due-past'],
  ['names no drafter', {}, { drafter: null }, 'requests.refusal.no-drafter'],
  ['names the decider', {}, { drafter: 'mai' }, 'requests.refusal.decider-drafts'],
  ['names one who may not draft', {}, { drafterMay: false }, 'requests.refusal.drafter-may-not'],
  ['withdraws without a drafter', { kind: 'withdraw' }, { drafter: null, drafterMay: false }, null],
])('a decision that %s', (_what, facts, change, code) => {
  expect(refusalToDecide({ ...request, ...facts }, { ...decision, ...change })?.code ?? null).toBe(code);
});

test('an opinion is missing while it is asked for and not given', () => {
  expect(missingOpinions(waiting)).toEqual(['unit-head', 'quality-officer']);
  expect(missingOpinions({ ...waiting, given: ['quality-officer'] })).toEqual(['unit-head']);
  expect(missingOpinions({ ...waiting, asked: [] })).toEqual([]);
});

const agreed: RequestFacts = { ...request, state: 'agreed', drafter: 'tam' };

test('the drafter named begins the draft, or a quality officer in their place', () => {
  expect(refusalToStart(agreed, 'tam', false)).toBeNull();
  expect(refusalToStart(agreed, 'hoa', true)).toBeNull();
  expect(refusalToStart(agreed, 'lan', false)?.code).toBe('requests.refusal.not-the-drafter');
  expect(refusalToStart(agreed, null, true)?.code).toBe('documents.refusal.no-officer');
  expect(refusalToStart({ ...agreed, kind: 'withdraw' }, 'tam', false)?.code).toBe(
    'requests.refusal.nothing-to-draft',
  );
  expect(refusalToStart(request, 'tam', false)?.code).toBe('requests.refusal.not-agreed');
});

test('only the proposer takes a request back, with the reason, before its draft', () => {
  for (const kind of requestKinds) expect(refusalToCancel({ ...agreed, kind }, 'ngoc', 'Thôi')).toBeNull();
  expect(refusalToCancel(agreed, 'mai', 'Thôi')?.code).toBe('requests.refusal.not-the-proposer');
  expect(refusalToCancel(agreed, 'ngoc', ' ')?.code).toBe('requests.refusal.no-reason');
  expect(refusalToCancel({ ...agreed, state: 'drafting' }, 'ngoc', 'Thôi')?.code).toBe(
    'requests.refusal.not-cancellable',
  );
});
