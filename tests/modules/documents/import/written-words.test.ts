import { describe, expect, it } from 'vitest';
import {
  abbreviationsIn,
  countUses,
  undefinedAbbreviations,
} from '#app/modules/documents/import/abbreviations.ts';
import { readDossier } from '#app/modules/documents/import/content-items.ts';
import { subjectsOf } from '#app/modules/documents/import/copied-records.ts';
import { legalBasesIn } from '#app/modules/documents/import/legal-bases.ts';
import { readRetention } from '#app/modules/documents/import/retention.ts';
import { RoleNames } from '#app/modules/documents/import/role-names.ts';
import { sectionsNamed } from '#app/modules/documents/import/section-heads.ts';
import { dayIn } from '#app/modules/documents/import/written-day.ts';
import { readTime, timesIn } from '#app/modules/documents/import/written-time.ts';
import { roles } from './sample-set.ts';

const working = { bareDay: 'working', bareNumber: null } as const;
const calendar = { bareDay: 'calendar', bareNumber: null } as const;

describe('times as people write them', () => {
  it.each([
    ['1 giờ', '1h'],
    ['04 giờ', '4h'],
    ['2,5 giờ làm việc', '2.5h'],
    ['30 phút', '0.5h'],
    ['½ ngày', '0.5wd'],
    ['1/2 ngày làm việc', '0.5wd'],
    ['0,5 ngày', '0.5wd'],
    ['1½ ngày', '1.5wd'],
    ['1 1/2 ngày', '1.5wd'],
    ['02 (hai) ngày làm việc', '2wd'],
    ['Không quá 03 ngày', '3wd'],
    ['- 01 ngày làm việc.', '1wd'],
    ['một ngày', '1wd'],
    ['nửa ngày', '0.5wd'],
    ['01 buổi', '0.5wd'],
    ['Trong ngày làm việc', '1wd'],
    ['Thời gian: 05 ngày', '5wd'],
  ])('%s is %s', (written, within) => expect(readTime(written, working)?.within).toBe(within));

  it('a bare day is a calendar day where nothing says otherwise, and always when it runs from an event', () => {
    expect(readTime('25 ngày', calendar)?.within).toBe('25d');
    expect(readTime('30 ngày, kể từ ngày nhận được đề nghị', working)?.within).toBe('30d');
    expect(readTime('½ ngày', calendar)?.within).toBe('0.5wd');
  });

  it('a number without a unit is read only where the head names the unit', () => {
    expect(readTime('01', working)).toBeNull();
    expect(readTime('01', { bareDay: 'working', bareNumber: 'working' })?.within).toBe('1wd');
    expect(readTime('4', { bareDay: 'working', bareNumber: 'hours' })?.within).toBe('4h');
  });

  it.each([
    '',
    'Theo quy định',
    'Giờ hành chính',
    '- 30 ngày, kể từ A. - 15 ngày, kể từ B',
    '0 ngày',
    '1–2 ngày',
    'Theo thỏa thuận 3 bên',
    '10 phút',
  ])('“%s” is not guessed at', (written) => expect(readTime(written, working)).toBeNull());

  it('limits are found in running text', () => {
    const found = timesIn('03 ngày làm việc, trường hợp xác minh không quá 25 ngày; tiếp nhận sau 15 giờ');
    expect(found.map(({ time }) => time.within)).toEqual(['3wd', '25d', '15h']);
  });
});

describe('roles as people write them', () => {
  const names = new RoleNames(roles, [{ text: 'Cán bộ hộ tịch', role: 'tu-phap-ho-tich' }]);
  it.each([
    ['Công chức Tư pháp - Hộ tịch', 'tu-phap-ho-tich'],
    ['CÔNG CHỨC TƯ PHÁP – HỘ TỊCH', 'tu-phap-ho-tich'],
    ['Lãnh đạo UBND', 'lanh-dao'],
    ['Lãnh đạo\nỦy ban nhân dân cấp xã', 'lanh-dao'],
    ['Văn thư UBND phường', 'van-thu'],
    ['Cán bộ tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công', 'tiep-nhan'],
    ['Bộ phận tiếp nhận và trả kết quả', 'tiep-nhan'],
    ['Cán bộ hộ tịch', 'tu-phap-ho-tich'],
  ])('%s', (text, key) => expect(names.read(text)).toEqual({ kind: 'known', key, consulted: [] }));

  it('an unknown wording is not guessed', () => {
    for (const text of [
      'Chuyên viên',
      'Công chứng viên',
      'Lãnh đạo phòng tư pháp huyện bên',
      'Văn phòng HĐND và UBND',
    ])
      expect(names.read(text)).toEqual({ kind: 'unknown' });
    expect(names.read(' ')).toEqual({ kind: 'missing' });
  });

  it('two roles in one cell are left to a person, unless one is said to lead', () => {
    expect(names.read('Văn thư, Kế toán')).toEqual({ kind: 'several', keys: ['van-thu', 'ke-toan'] });
    expect(names.read('Văn thư; Tổ công tác')).toEqual({ kind: 'several', keys: ['van-thu'] });
    expect(names.read('Công chức địa chính chủ trì, phối hợp với Văn thư')).toEqual({
      kind: 'known',
      key: 'dia-chinh',
      consulted: ['van-thu'],
    });
  });
});

describe('other words of the field', () => {
  it('retention periods', () => {
    expect(
      ['Vĩnh viễn', '05 năm', '18 tháng', '10 (mười) năm', 'Theo quy định', ''].map(readRetention),
    ).toEqual(['permanent', 'P5Y', 'P18M', 'P10Y', 'unknown', 'unknown']);
  });

  it('days in their usual shapes, and no day that does not exist', () => {
    expect(
      ['07/7/2025', '7-7-2025', 'ngày 07 tháng 7 năm 2025', '31.12.2025', '31/02/2025', '07/2025'].map(dayIn),
    ).toEqual(['2025-07-07', '2025-07-07', '2025-07-07', '2025-12-31', null, null]);
  });

  it('legal bases get the keys of the register', () => {
    const keys = [
      'Luật số 60/2014/QH13 ngày 20/11/2014 của Quốc hội về hộ tịch;',
      '- Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ quy định chi tiết;',
      'Thông tư số 04/2020/TT-BTP ngày 28/5/2020 của Bộ trưởng Bộ Tư pháp quy định chi tiết.',
      'Quyết định số 101/QĐ-BKHCN ngày 21 tháng 01 năm 2019 của Bộ Khoa học và Công nghệ về việc công bố mô hình khung',
      'Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ về việc áp dụng hệ thống',
      'Thông tư số 15/2025/TT-BGDĐT',
      'Luật Hộ tịch năm 2014',
    ].map((line) =>
      legalBasesIn(line)
        .map((basis) => basis.key)
        .join(),
    );
    expect(keys).toEqual([
      'luat-60-2014',
      'nd-123-2015',
      'tt-04-2020-btp',
      'qd-101-2019-bkhcn',
      'qd-19-2014',
      'tt-15-2025-bgddt',
      'luat-ho-tich-2014',
    ]);
    expect(legalBasesIn('Các văn bản liên quan nêu tại mục 5')).toEqual([]);
    expect(
      legalBasesIn('Nghị định số 07/2025/NĐ-CP; Nghị định số 120/2025/NĐ-CP').map((basis) => basis.key),
    ).toEqual(['nd-07-2025', 'nd-120-2025']);
  });

  it('abbreviations: a number-sign is no use of one', () => {
    const line = {
      kind: 'paragraph',
      text: 'QĐ: Quyết định',
      style: null,
      heading: null,
      number: '-',
      bold: false,
      pageBreakBefore: false,
      footnotes: [],
      boxes: [],
    } as const;
    expect(abbreviationsIn([{ ...line, footnotes: [], boxes: [] }])).toEqual([
      { short: 'QĐ', long: 'Quyết định' },
    ]);
    expect(countUses('theo 101/QĐ-BKHCN', 'QĐ')).toBe(0);
    expect(countUses('ban hành QĐ mới', 'QĐ')).toBe(1);
    expect(undefinedAbbreviations('CSDL hộ tịch và CSDL đất đai của UBND', [])).toEqual(['CSDL']);
  });

  it('a contents line may name two sections at once', () => {
    expect(sectionsNamed('3. TÀI LIỆU VIỆN DẪN ĐỊNH NGHĨA/VIẾT TẮT')).toEqual([2, 3]);
    expect(sectionsNamed('7. HỒ SƠ CẦN LƯU')).toEqual([6]);
    expect(sectionsNamed('SỬA ĐỔI TÀI LIỆU')).toEqual([]);
  });

  it('dossiers with and without dashes', () => {
    expect(
      readDossier([
        '- Thành phần hồ sơ:',
        'Tờ khai theo mẫu.',
        'Lưu ý: mang bản chính.',
        '- Số lượng hồ sơ: 01 bộ.',
      ]).papers,
    ).toEqual([{ name: 'Tờ khai theo mẫu', kind: 'submit' }]);
    expect(
      readDossier([
        'Giấy tờ phải xuất trình:',
        '- Thẻ căn cước;',
        'Trường hợp gửi bưu chính thì gửi bản sao.',
      ]).papers,
    ).toEqual([{ name: 'Thẻ căn cước', kind: 'show' }]);
  });

  it('what a record is about', () => {
    expect(subjectsOf('Sổ đăng ký khai sinh')).toEqual(['khai sinh']);
    expect(subjectsOf('Kết quả giải quyết thủ tục hành chính: Giấy khai sinh (bản photo)')).toEqual([
      'khai sinh',
    ]);
    expect(subjectsOf('Bộ hồ sơ theo Mục 5.a')).toEqual([]);
    expect(subjectsOf('Sổ theo dõi hồ sơ')).toEqual([]);
  });
});
