import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCode, isDocumentCode, sameCode } from '#app/modules/documents/document-code.ts';

describe('document codes', () => {
  it.each([
    ['QT-TP-01', 'qt-tp-01'],
    ['QT 01/CX-HCTP', 'QT01/CX-HCTP'],
    ['QT-TP-01', 'QT–TP‑01'],
    ['QT-TP-01', 'ＱＴ-ＴＰ-０１'],
    ['QT-TP-01', 'QТ-ТР-01'],
    ['BM.01.05', 'ΒΜ.01.05'],
    ['QĐ-01', 'qđ-01'],
    ['QT-TP-01', ' QT\u200b-TP-01\u00a0'],
  ])('“%s” and “%s” are one code', (one, other) => expect(sameCode(one, other)).toBe(true));

  it.each([
    ['QT-TP-01', 'QT-TP-10'],
    ['QT-TP-01', 'QT-TP-1'],
    ['QT.01', 'QT-01'],
    ['QD-01', 'QĐ-01'],
  ])('“%s” and “%s” are two codes', (one, other) => expect(sameCode(one, other)).toBe(false));

  it.each([
    'QT-TP-01',
    'QT 01/CX-HCTP',
    'BM.01.05',
    'CSCL',
    'MTCL-2026',
    'Mau-01',
    'ETV.P.F 14.01',
    'QT_HT_01',
    'A',
  ])('“%s” has the shape of a code', (code) => expect(isDocumentCode(code)).toBe(true));

  it.each([
    '',
    ' ',
    '-01',
    'QT-',
    'QT  01',
    'QT<01>',
    'QТ-01',
    'Quy trình',
    'QT\n01',
    'Q'.repeat(41),
    'ＱＴ',
  ])('“%s” has not', (code) => expect(isDocumentCode(code)).toBe(false));

  it('fold once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (code) => foldCode(foldCode(code)) === foldCode(code)),
    );
  });
});
