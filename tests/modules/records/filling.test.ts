import { describe, expect, test } from 'vitest';
import {
  asksRevision,
  type FillingFacts,
  recordNumber,
  refusalToChooseRevision,
  refusalToComplete,
  refusalToCorrect,
  refusalToSave,
} from '#app/modules/records/filling.ts';
import { type RecordType, refusalToState, retentionNow } from '#app/modules/records/record-type.ts';

const own: FillingFacts = {
  officer: 'tam',
  ended: false,
  version: 3,
  revision: 'r1',
  inForce: 'r1',
  keptBeside: null,
  corrects: false,
};
const newer = { ...own, inForce: 'r2' };
const short = (refused: { code: string } | null) => refused?.code.replace('records.refusal.', '') ?? null;

describe('an unfinished form', () => {
  test('is saved by its owner on what they saw, while it is open', () => {
    expect(short(refusalToSave(own, 'tam', 3))).toBeNull();
    expect(short(refusalToSave(own, 'ngoc', 3))).toBe('not-the-owner');
    expect(short(refusalToSave(own, null, 3))).toBe('not-the-owner');
    expect(short(refusalToSave(own, 'tam', 2))).toBe('changed-meanwhile');
    expect(short(refusalToSave({ ...own, ended: true }, 'tam', 3))).toBe('ended');
  });

  test('asks which revision once a newer one is in force, unless it corrects or has been settled', () => {
    expect(asksRevision(own)).toBe(false);
    expect(asksRevision(newer)).toBe(true);
    expect(asksRevision({ ...newer, keptBeside: 'r2' })).toBe(false);
    expect(asksRevision({ ...newer, inForce: 'r3', keptBeside: 'r2' })).toBe(true);
    expect(asksRevision({ ...newer, corrects: true })).toBe(false);
    expect(asksRevision({ ...own, inForce: null })).toBe(false);
    expect(short(refusalToChooseRevision(own, 'tam'))).toBe('no-newer-form');
    expect(short(refusalToChooseRevision(newer, 'tam'))).toBeNull();
  });
});

describe('a form is completed', () => {
  const whole = { seen: 3, mistakes: {}, reason: '' };
  const refused = (facts: FillingFacts, more: Partial<typeof whole> = {}) =>
    short(refusalToComplete(facts, 'tam', { ...whole, ...more }));

  test('when it is whole and on the revision in force or the one its owner kept', () => {
    expect(refused(own)).toBeNull();
    expect(refused({ ...newer, keptBeside: 'r2' })).toBeNull();
  });

  test('not while something is wanting, the revision is open, or the form is no longer in force', () => {
    expect(refused(own, { mistakes: { 'v:a': ['errors.field.required'] } })).toBe('not-whole');
    expect(refused(newer)).toBe('newer-form');
    expect(refused({ ...own, inForce: null })).toBe('form-not-in-force');
  });

  test('as a correction with its reason, also where the form is gone', () => {
    const correction = { ...own, corrects: true, inForce: null };
    expect(refused(correction)).toBe('no-reason');
    expect(refused(correction, { reason: 'Ghi nhầm ngày' })).toBeNull();
  });
});

test('a record is corrected by its maker or the quality officer, while it is kept', () => {
  const kept = { maker: 'tam', disposed: false, inOpenDisposal: false };
  const tam = { officer: 'tam', isQualityOfficer: false };
  expect(short(refusalToCorrect(kept, tam))).toBeNull();
  expect(short(refusalToCorrect(kept, { officer: 'hoa', isQualityOfficer: true }))).toBeNull();
  expect(short(refusalToCorrect(kept, { officer: 'ngoc', isQualityOfficer: false }))).toBe('not-its-maker');
  expect(short(refusalToCorrect(kept, { officer: null, isQualityOfficer: true }))).toBe('no-officer');
  expect(short(refusalToCorrect({ ...kept, disposed: true }, tam))).toBe('disposed');
  expect(short(refusalToCorrect({ ...kept, inOpenDisposal: true }, tam))).toBe('in-disposal');
});

test('numbers count by form and year', () => {
  expect(recordNumber('BM-05-01', 2026, 3)).toBe('BM-05-01/2026/003');
});

describe('what the office states of a record type', () => {
  const type: RecordType = {
    documentId: 'd',
    code: 'QT-KT-01',
    titleVi: '',
    titleEn: null,
    field: null,
    key: 'ho-so',
    name: 'Hồ sơ',
    from: 'dossier',
    step: null,
    keeperRole: 'xay-dung',
    keepers: [],
    retention: 'unknown',
    stated: null,
    forms: [],
  };
  const fact = { from: '2026-05-04', place: '', legalGround: '', retention: null };
  const refused = (
    about: RecordType,
    said: Partial<Omit<typeof fact, 'retention'>> & { retention?: string | null },
  ) => short(refusalToState(about, { ...fact, ...said }, 'hoa'));

  test('is a place, a ground, or a retention with its ground where the text knows none', () => {
    expect(refused(type, { place: 'Tủ số 2' })).toBeNull();
    expect(refused(type, { retention: 'P5Y', legalGround: 'Thông tư 10/2022/TT-BNV' })).toBeNull();
    expect(retentionNow({ ...type, stated: { ...fact, retention: 'P5Y' } })).toBe('P5Y');
    expect(retentionNow({ ...type, retention: 'permanent', stated: { ...fact, retention: 'P5Y' } })).toBe(
      'permanent',
    );
    expect(retentionNow(type)).toBe('unknown');
  });

  test('is refused when it says nothing, lacks its ground, cannot be read, or stands against the text', () => {
    expect(refused(type, {})).toBe('nothing-stated');
    expect(refused(type, { retention: 'P5Y' })).toBe('no-ground');
    expect(refused(type, { retention: 'P0Y', legalGround: 'x' })).toBe('retention-unreadable');
    expect(refused({ ...type, retention: 'P10Y' }, { retention: 'P5Y', legalGround: 'x' })).toBe(
      'retention-in-text',
    );
    expect(short(refusalToState(type, { ...fact, place: 'x' }, null))).toBe('no-officer');
  });
});
