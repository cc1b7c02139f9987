import { expect, test } from 'vitest';
import { coverageOf } from '#app/modules/documents/tthc/coverage.ts';
import { differencesOf } from '#app/modules/documents/tthc/differences.ts';
import { randomOf } from '#tests/harness/random.ts';

test('all and only the own procedures that no document in force names are missing, and every wrong code is told', () => {
  const random = randomOf(19_2014);
  for (let round = 0; round < 500; round += 1) {
    const codes = Array.from({ length: random.below(12) }, (_, at) => `1.00000${at}`);
    const procedures = codes.map((code) => ({
      code,
      name: code,
      line: random.pick(['own', 'other', 'undecided'] as const),
    }));
    const documents = Array.from({ length: random.below(6) }, (_, at) => ({
      id: `d${at}`,
      code: null,
      tthc: [...codes, '9.999999'].filter(() => random.chance(0.3)),
    }));
    const { own, covered, percent, missing, wrong, undecided } = coverageOf(procedures, documents);
    const isNamed = (code: string) => documents.some((document) => document.tthc.includes(code));
    for (const one of procedures)
      expect(missing.includes(one)).toBe(one.line === 'own' && !isNamed(one.code));
    for (const document of documents)
      for (const code of document.tthc) {
        const line = procedures.find((one) => one.code === code)?.line;
        const why = line === undefined ? 'unknown' : line === 'other' ? 'other' : undefined;
        expect(wrong.find((one) => one.document === document && one.code === code)?.why).toBe(why);
      }
    expect(own).toBe(covered + missing.length);
    expect(undecided).toBe(procedures.filter((one) => one.line === 'undecided').length);
    expect(percent === 100).toBe(own > 0 && missing.length === 0);
  }
});

test('two records of one procedure are compared field by field, each value whole', () => {
  const before = { ma_thu_tuc: '1.1', ten_thu_tuc: 'Tên cũ', phi: '8000', linh_vuc: 'Hộ tịch' };
  const after = { ma_thu_tuc: '1.1', ten_thu_tuc: 'Tên mới', linh_vuc: 'Hộ tịch', la: 'x' };
  expect(differencesOf(before, after)).toEqual([
    { field: 'ten_thu_tuc', before: 'Tên cũ', after: 'Tên mới' },
    { field: 'la', before: null, after: 'x' },
    { field: 'phi', before: '8000', after: null },
  ]);
  expect(differencesOf(before, { ...before, ten_thu_tuc: ' Tên cũ ' })).toEqual([]);
  expect(differencesOf('x', null)).toEqual([]);
});
