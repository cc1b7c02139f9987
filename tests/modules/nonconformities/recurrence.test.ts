import { describe, expect, it } from 'vitest';
import {
  type EarlierNonconformity,
  recurrenceOf,
  type Spot,
} from '#app/modules/nonconformities/recurrence.ts';

const spot: Spot = {
  document: 'khai-sinh',
  step: 'tra-ket-qua',
  clause: '8.5.1',
  unit: 'ttpvhcc',
  detectedOn: '2026-10-10',
};
const earlier = (change: Partial<EarlierNonconformity>): EarlierNonconformity => ({
  ...spot,
  number: 'KPH-2026-001',
  state: 'closed',
  detectedOn: '2026-03-01',
  ...change,
});

describe('a recurring nonconformity', () => {
  it.each<[string, Partial<EarlierNonconformity>, boolean]>([
    ['the same step half a year before', {}, true],
    ['the same step in another unit', { unit: 'van-phong' }, true],
    ['the same step on the same day', { detectedOn: '2026-10-10' }, true],
    ['twelve months before to the day', { detectedOn: '2025-10-10' }, true],
    ['a day more than twelve months before', { detectedOn: '2025-10-09' }, false],
    ['one found later', { detectedOn: '2026-10-11' }, false],
    ['another step', { step: 'tiep-nhan' }, false],
    ['the step of another document', { document: 'khai-tu' }, false],
    ['one without step on the same clause', { step: null }, false],
    ['a draft', { state: 'draft' }, false],
    ['a cancelled one', { state: 'cancelled' }, false],
    ['one still open', { state: 'in-progress' }, true],
  ])('%s', (_name, change, recurring) => {
    expect(recurrenceOf(spot, [earlier(change)])).toBe(recurring ? 'KPH-2026-001' : null);
  });

  it.each<[string, Partial<EarlierNonconformity>, boolean]>([
    ['the same clause in the same unit', { step: null }, true],
    ['the same clause in another unit', { step: null, unit: 'van-phong' }, false],
    ['another clause', { step: null, clause: '7.5.3' }, false],
    ['one that named a step', {}, false],
    ['no clause on either', { step: null, clause: null }, false],
  ])('without a step: %s', (_name, change, recurring) => {
    expect(recurrenceOf({ ...spot, step: null }, [earlier(change)])).toBe(recurring ? 'KPH-2026-001' : null);
  });

  it('a step without its document is no place', () => {
    expect(recurrenceOf({ ...spot, document: null }, [earlier({ document: null })])).toBeNull();
    expect(
      recurrenceOf({ ...spot, step: null, clause: null }, [earlier({ step: null, clause: null })]),
    ).toBeNull();
  });

  it('names the latest of several', () => {
    const all = [
      earlier({ number: 'KPH-2026-009', detectedOn: '2026-08-01' }),
      earlier({ number: 'KPH-2026-002' }),
      earlier({ number: 'KPH-2026-010', detectedOn: '2026-08-01' }),
    ];
    expect(recurrenceOf(spot, all)).toBe('KPH-2026-010');
  });

  it('counts back from 29 February to 28 February', () => {
    const leap = { ...spot, detectedOn: '2028-02-29' };
    expect(recurrenceOf(leap, [earlier({ detectedOn: '2027-02-28' })])).not.toBeNull();
    expect(recurrenceOf(leap, [earlier({ detectedOn: '2027-02-27' })])).toBeNull();
  });
});
