import { describe, expect, it } from 'vitest';
import { undefinedIn } from '#app/modules/documents/check/abbreviations.ts';

const found = (text: string, ...defined: string[]) => undefinedIn(text, new Set(defined));

describe('abbreviations guessed from capitals', () => {
  it.each([
    ['UBND phường trình HĐND thông qua.', ['UBND', 'HĐND']],
    ['Phòng VH-XH và CBTN (TPHT) ký.', ['VH-XH', 'CBTN', 'TPHT']],
    ['UBND/HĐND; UBMTTQ, TTPVHCC.', ['UBND', 'HĐND', 'UBMTTQ', 'TTPVHCC']],
    ['Báo cáo Ban CĐ về CCHC.', ['CĐ', 'CCHC']],
  ])('are found in “%s”', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    'Nghị định 123/2015/NĐ-CP, Luật 60/2014/QH13, QĐ-UBND, TT-BTP, TTLT-BTP-BCA.',
    'NĐ 123/2015 và QĐ số 19 của Thủ tướng.',
    'Biểu mẫu BM-01-01, quy trình QT-TP-01, hồ sơ H61, mẫu A3.',
    'Chương II, mục IV, phụ lục XII.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRANG THEO DÕI SỬA ĐỔI',
    'TM. Ủy ban nhân dân, KT. Chủ tịch, TL. Chủ tịch',
    'Tiêu chuẩn TCVN ISO 9001:2015, tệp PDF, mã QR.',
    'Ông A và bà B ký.',
    'MỤC ĐÍCH',
  ])('are not seen in “%s”', (text) => expect(found(text)).toEqual([]));

  it('are told from a heading only inside its own line', () => {
    expect(found('MỤC ĐÍCH\nUBND phường')).toEqual(['UBND']);
  });

  it('with a hyphen are known as a whole or by both halves', () => {
    expect(found('Phòng VH-XH', 'VH-XH')).toEqual([]);
    expect(found('CV-KT trình', 'CV', 'KT')).toEqual([]);
    expect(found('CV-KT trình', 'CV')).toEqual(['KT']);
  });

  it('are the same in composed and decomposed letters', () => {
    expect(found('HĐND'.normalize('NFD'))).toHaveLength(1);
  });
});
