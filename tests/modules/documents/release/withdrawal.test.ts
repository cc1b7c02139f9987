import { describe, expect, it } from 'vitest';
import type { ForceRecord } from '#app/modules/documents/in-force.ts';
import { refusalToWithdraw } from '#app/modules/documents/release/withdrawal.ts';

const today = '2026-10-06';
const release = { revision: 'r1', from: '2026-01-01', until: null, recordedAt: '2025-12-20T01:00:00.000Z' };
const inForce: ForceRecord = { releases: [release], withdrawals: [] };
const decision = { decisionNumber: '50/QĐ-UBND', reason: 'Luật Hộ tịch mới', from: today };
const codeOf = (record: ForceRecord, change: Partial<typeof decision> = {}) =>
  refusalToWithdraw(record, { ...decision, ...change }, today)?.code ?? null;

describe('withdrawing a document', () => {
  it('ends what is in force or still to come', () => {
    expect(codeOf(inForce)).toBeNull();
    expect(codeOf(inForce, { from: '2026-12-31' })).toBeNull();
    expect(codeOf({ releases: [{ ...release, from: '2026-11-01' }], withdrawals: [] })).toBeNull();
  });

  it.each([
    ['without a reason', { reason: ' ' }, 'no-reason'],
    ['without a decision', { decisionNumber: '' }, 'no-decision-number'],
    ['backwards', { from: '2026-10-05' }, 'withdrawn-backwards'],
    ['on no day', { from: '31/12/2026' }, 'no-day'],
  ])('is refused %s', (_name, change, code) =>
    expect(codeOf(inForce, change)).toBe(`documents.refusal.${code}`),
  );

  it('is refused where nothing was released, or nothing stands any more', () => {
    expect(codeOf({ releases: [], withdrawals: [] })).toBe('documents.refusal.never-released');
    const withdrawals = [{ from: '2026-12-01', recordedAt: '2026-09-01T01:00:00.000Z' }];
    expect(codeOf({ releases: [release], withdrawals })).toBe('documents.refusal.nothing-in-force');
    expect(codeOf({ releases: [{ ...release, until: '2026-06-30' }], withdrawals: [] })).toBe(
      'documents.refusal.nothing-in-force',
    );
  });
});
