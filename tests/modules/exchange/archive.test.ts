import { describe, expect, test } from 'vitest';
import { isPermittedName, plainName, TakenNames } from '#app/modules/exchange/archive.ts';
import { metadataLine } from '#app/modules/exchange/document-metadata.ts';

describe('the names in an archive', () => {
  test('are made of the code, and are permitted whatever the code holds', () => {
    expect(plainName('QT 01/CX-HCTP', 'x')).toBe('QT-01-CX-HCTP');
    for (const code of [
      '../../etc',
      '𝐀'.repeat(90),
      'QĐ-ĐẤT',
      '...',
      '\u202Eabc',
      'a'.repeat(300),
      'CON',
      '\0',
    ]) {
      const name = `documents/${plainName(code, 'chua-co-ma')}-${'z'.repeat(20)}/lan-01-00.r1.vi.mdx`;
      expect(isPermittedName(name), name).toBe(true);
    }
  });

  test('are told apart also where capitals and small letters are the same', () => {
    const taken = new TakenNames();
    expect([taken.take('QT-01', 'a'), taken.take('qt-01', 'b')]).toEqual(['QT-01', 'b']);
  });

  test.each([
    '/etc/passwd',
    '../x',
    'data/../x',
    'data/x.exe',
    'documents/../x/a.mdx',
    'files/AB',
    'data\\x.jsonl',
  ])('never lead out of it: %s', (name) => expect(isPermittedName(name)).toBe(false));
});

test('metadata keeps to the names and lengths of Nghị định 30/2020, Phụ lục VI', () => {
  const told = metadataLine({
    ...{ path: 'documents/a/b.mdx', sha256: 'f', agencyKey: 'phuong-an-binh-dong', agencyName: 'UBND' },
    ...{ code: 'QT-TP-01', kindName: 'Quy trình', decisionNumber: '12/QĐ-UBND', signedOn: '2026-01-05' },
    ...{ signer: 'Nguyễn Thị Mai', signerPosition: 'Chủ tịch', title: 'x'.repeat(600), language: 'vi' },
    ...{ summary: '', ordinal: 3, inForceFrom: '2026-01-10', inForceUntil: null },
  });
  expect(told).toMatchObject({
    FileCode: { OrganId: 'phuong-an-bin', FileCatalog: '2026', FileNotation: 'QT-TP-01' },
    ...{ DocOrdinal: 3, TypeName: 'Quy trình', CodeNumber: '12', CodeNotation: 'QĐ-UBND' },
    ...{ IssuedDate: '2026-01-05', OrganName: 'UBND', Language: 'Tiếng Việt' },
    SignerInfo: { Position: 'Chủ tịch', FullName: 'Nguyễn Thị Mai' },
  });
  expect(String(told.Subject)).toHaveLength(500);
});
