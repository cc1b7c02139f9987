import { describe, expect, test } from 'vitest';
import {
  type DisposalFacts,
  disposalNumber,
  disposalState,
  refusalToCarryOut,
  refusalToDecide,
  refusalToDisposeOf,
  refusalToPropose,
} from '#app/modules/records/disposal.ts';

const due: DisposalFacts = {
  number: 'BM-01-01/2021/001',
  state: 'ended',
  disposed: false,
  inOpenDisposal: false,
};
const short = (refused: { code: string } | null) => refused?.code.replace('records.refusal.', '') ?? null;

test.each(['kept', 'for-ever', 'waits-for-event', 'unknown'] as const)(
  'a record that is %s is never disposed of',
  (state) => {
    expect(short(refusalToDisposeOf({ ...due, state }))).toBe('not-due');
  },
);

test('only due records that stand nowhere else are proposed, and at least one', () => {
  expect(short(refusalToPropose([due], 'hoa'))).toBeNull();
  expect(short(refusalToPropose([], 'hoa'))).toBe('no-record');
  expect(short(refusalToPropose([due], null))).toBe('no-officer');
  expect(short(refusalToPropose([due, { ...due, disposed: true }], 'hoa'))).toBe('already-disposed');
  expect(short(refusalToPropose([due, { ...due, inOpenDisposal: true }], 'hoa'))).toBe('in-other-disposal');
});

test('a disposal is proposed, agreed or refused, and carried out', () => {
  expect(disposalState({ agreed: null, disposedOn: null })).toBe('proposed');
  expect(disposalState({ agreed: 1, disposedOn: null })).toBe('agreed');
  expect(disposalState({ agreed: 0, disposedOn: null })).toBe('refused');
  expect(disposalState({ agreed: 1, disposedOn: '2026-05-04' })).toBe('carried-out');
  expect(disposalNumber(2026, 7)).toBe('ĐNH-2026-007');
});

describe('the decision', () => {
  const proposal = { state: 'proposed' as const, proposer: 'hoa', proposedOn: '2026-05-01' };
  const decision = { agreed: true, number: '15/QĐ', on: '2026-05-04', members: ['Kiên'], reason: '' };
  const refused = (more: Partial<typeof decision>, officer: string | null = 'mai') =>
    short(refusalToDecide(proposal, officer, { ...decision, ...more }, '2026-05-05'));

  test('is another person’s than the proposer’s, with a council, on a day since the proposal', () => {
    expect(refused({})).toBeNull();
    expect(refused({}, 'hoa')).toBe('own-proposal');
    expect(refused({}, null)).toBe('no-officer');
    expect(refused({ members: [] })).toBe('no-council');
    expect(refused({ on: '2026-05-06' })).toBe('decision-ahead');
    expect(refused({ on: '2026-04-30' })).toBe('decision-before-proposal');
  });

  test('against it needs its reason, and there is one decision', () => {
    expect(refused({ agreed: false, members: [] })).toBe('no-refusal-reason');
    expect(refused({ agreed: false, members: [], reason: 'Cần giữ' })).toBeNull();
    for (const state of ['agreed', 'refused', 'carried-out'] as const)
      expect(short(refusalToDecide({ ...proposal, state }, 'mai', decision, '2026-05-05'))).toBe(
        'decided-already',
      );
  });
});

test('it is carried out once, after the decision that agreed, while every record is still due', () => {
  const agreed = { state: 'agreed' as const, decidedOn: '2026-05-04' };
  const minute = { officer: 'hoa', on: '2026-05-05', today: '2026-05-06' };
  const open = { ...due, inOpenDisposal: true };
  expect(short(refusalToCarryOut(agreed, [open], minute))).toBeNull();
  expect(short(refusalToCarryOut({ ...agreed, state: 'proposed' }, [open], minute))).toBe('not-decided');
  expect(short(refusalToCarryOut({ ...agreed, state: 'refused' }, [open], minute))).toBe('not-decided');
  expect(short(refusalToCarryOut({ ...agreed, state: 'carried-out' }, [open], minute))).toBe(
    'carried-out-already',
  );
  expect(short(refusalToCarryOut(agreed, [{ ...open, state: 'kept' }], minute))).toBe('not-due');
  expect(short(refusalToCarryOut(agreed, [open], { ...minute, officer: null }))).toBe('no-officer');
  expect(short(refusalToCarryOut(agreed, [open], { ...minute, on: '2026-05-07' }))).toBe('minute-ahead');
  expect(short(refusalToCarryOut(agreed, [open], { ...minute, on: '2026-05-03' }))).toBe(
    'minute-before-decision',
  );
});
