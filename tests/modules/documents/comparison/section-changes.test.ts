import { expect, test } from 'vitest';
import type { Locale } from '#app/i18n/locale.ts';
import { hasMessage } from '#app/i18n/translate.ts';
import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { changeSentence } from '#app/modules/documents/comparison/change-sentence.ts';
import { movedAmong } from '#app/modules/documents/comparison/matched-parts.ts';
import { compareDocuments, compareSections } from '#app/modules/documents/comparison/section-changes.ts';
import { birthRegistration } from '#tests/mdx/sample-text.ts';

function compiled(source: string) {
  const { guarded, findings } = guard(source, 'x', 'vi');
  if (!guarded) throw new Error(findings.map((finding) => finding.message).join('\n'));
  return compileDocument(guarded);
}

const before = compiled(birthRegistration);

function after(...swaps: readonly (readonly [string, string])[]) {
  const text = swaps.reduce((whole, [old, fresh]) => {
    expect(whole, old).toContain(old);
    return whole.replace(old, fresh);
  }, birthRegistration);
  return compiled(text);
}

function told(to: ReturnType<typeof compiled>, from = before, locale: Locale = 'vi') {
  const { head, sections } = compareDocuments(from, to);
  return [...head, ...sections.flatMap((section) => section.fields)].map((change) =>
    changeSentence(change, locale, {
      roles: { 'tu-phap-ho-tich': 'Công chức tư pháp – hộ tịch', 'van-thu': 'Văn thư' },
      legalBases: { 'nd-123-2015': '123/2015/NĐ-CP' },
      fees: {},
    }),
  );
}

test('a text against itself changes in nothing, section by section', () => {
  expect(told(before)).toEqual([]);
  expect(compareSections(before, before).map((section) => section.change)).toEqual(
    before.sections.map(() => 'unchanged'),
  );
});

test('only the section whose text is otherwise is called changed, even where no field of it is', () => {
  const changes = compareSections(before, after(['Quy định *trình tự*', 'Quy định *thứ tự*']));
  expect(changes.filter((section) => section.change !== 'unchanged').map((section) => section.id)).toEqual([
    'muc-dich',
  ]);
  expect(changes[0]).toMatchObject({ change: 'changed', fields: [] });
  expect(changes[0]?.before).toContain('trình tự');
  expect(changes[0]?.after).toContain('thứ tự');
});

const rename = 'id="tham-tra" title="Thẩm tra"';

test.each([
  [
    ['within="6h"', 'within="2h"'],
    'Bước 2 “Thẩm tra”, trường hợp “Không phải xác minh”: thời hạn 6 giờ làm việc → 2 giờ làm việc.',
  ],
  [
    ['responsible="tu-phap-ho-tich" accountable="chanh', 'responsible="van-thu" accountable="chanh'],
    'Bước 2 “Thẩm tra”: người thực hiện Công chức tư pháp – hộ tịch → Văn thư.',
  ],
  [
    ['accountable="chanh-van-phong"', 'accountable="pho-chu-tich"'],
    'Bước 2 “Thẩm tra”: người chịu trách nhiệm chanh-van-phong → pho-chu-tich.',
  ],
  [
    ['decides="tiep-nhan"', 'decides="van-thu"'],
    'Bước 1 “Tiếp nhận hồ sơ”: người quyết định hoặc ký tiep-nhan → Văn thư.',
  ],
  [
    ['consulted="tu-phap-ho-tich van-thu"', 'consulted="van-thu"'],
    'Bước 1 “Tiếp nhận hồ sơ”: người phối hợp Công chức tư pháp – hộ tịch, Văn thư → Văn thư.',
  ],
  [
    [' informed="nguoi-yeu-cau"', ''],
    'Bước 1 “Tiếp nhận hồ sơ”: người được thông báo nguoi-yeu-cau → không có.',
  ],
  [
    ['form="Mau-01 Mau-02"', 'form="Mau-01 Mau-03"'],
    'Bước 1 “Tiếp nhận hồ sơ”: biểu mẫu Mau-01, Mau-02 → Mau-01, Mau-03.',
  ],
  [
    ['result="Giấy tiếp nhận hồ sơ"', 'result="Giấy hẹn"'],
    'Bước 1 “Tiếp nhận hồ sơ”: kết quả “Giấy tiếp nhận hồ sơ” → “Giấy hẹn”.',
  ],
  [
    ['next="tham-tra tra-ket-qua"', 'next="tham-tra end"'],
    'Bước 1 “Tiếp nhận hồ sơ”: bước tiếp theo “Thẩm tra”, “Trả kết quả” → “Thẩm tra”, kết thúc.',
  ],
  [
    ['next="tham-tra tra-ket-qua"', ''],
    'Bước 1 “Tiếp nhận hồ sơ”: bước tiếp theo “Thẩm tra”, “Trả kết quả” → bước kế tiếp.',
  ],
  [[rename, 'id="tham-tra" title="Thẩm định"'], 'Bước 2: tên “Thẩm tra” → “Thẩm định”.'],
  [['dự thảo Giấy khai sinh', 'dự thảo kết quả'], 'Bước 2 “Thẩm tra”: viết lại nội dung.'],
  [
    ['counted="no"', 'counted="yes"'],
    'Bước 3 “Trả kết quả”, trường hợp “Không phải xác minh”: tính vào thời hạn giải quyết: không → có.',
  ],
  [
    ['limit="8h"', 'limit="3wd"'],
    'Trường hợp “Không phải xác minh”: thời hạn giải quyết 8 giờ làm việc → 3 ngày làm việc.',
  ],
  [
    ['<Paper name="Giấy tờ tùy thân" original="1" kind="show" />', ''],
    'Bỏ giấy tờ “Giấy tờ tùy thân” khỏi thành phần hồ sơ.',
  ],
  [['kind="show"', 'kind="submit"'], 'Giấy tờ “Giấy tờ tùy thân”: xuất trình → nộp.'],
  [['copies="0"', 'copies="2"'], 'Giấy tờ “Tờ khai đăng ký khai sinh”: số bản sao 0 → 2.'],
  [
    ['<LegalBasis ref="nd-123-2015" />', '<LegalBasis ref="tt-04-2020-btp" />'],
    'Thêm căn cứ pháp lý: tt-04-2020-btp.',
  ],
  [['<LegalBasis ref="nd-123-2015" />', 'luật'], 'Bỏ căn cứ pháp lý: 123/2015/NĐ-CP.'],
  [['<Fee item="khai-sinh" />', 'không'], 'Bỏ khoản phí, lệ phí: khai-sinh.'],
  [['<FormRef code="BM-01-01" />', '<FormRef code="BM-01-02" />'], 'Thêm biểu mẫu BM-01-02.'],
  [['long="Ủy ban nhân dân"', 'long="Uỷ ban"'], 'Chữ viết tắt UBND: nghĩa “Ủy ban nhân dân” → “Uỷ ban”.'],
  [['title="Mục đích"', 'title="Mục đích, yêu cầu"'], 'Tên mục “Mục đích” → “Mục đích, yêu cầu”.'],
  [['review: P1Y', 'review: P6M'], 'Chu kỳ rà soát 12 tháng → 6 tháng.'],
  [['"2015": ["8.2.2", "8.5.1"]', '"2015": ["8.2.2"]'], 'Điều khoản ISO 9001:2015: 8.2.2, 8.5.1 → 8.2.2.'],
  [['public: yes', 'public: no'], 'Đăng cho người dân xem: có → không.'],
] as const)('%s is said in the words of the field', (swap, sentence) => {
  expect(told(after(swap))).toContain(sentence);
});

test('a step with a new id that replaces the old one is the same step', () => {
  const to = after(
    [rename, 'id="tham-dinh" title="Thẩm tra" replaces="tham-tra"'],
    ['next="tham-tra ', 'next="tham-dinh '],
  );
  expect(told(to)).toEqual([]);
});

test('a step with a new id alone is one gone and one added', () => {
  const to = after([rename, 'id="tham-dinh" title="Thẩm định"'], ['next="tham-tra ', 'next="tham-dinh ']);
  expect(told(to)).toEqual(expect.arrayContaining(['Thêm bước 2 “Thẩm định”.', 'Bỏ bước 2 “Thẩm tra”.']));
});

test('two steps joined into one: the first is it, the second is gone', () => {
  const [first, second, third] = before.steps;
  if (!first || !second || !third) throw new Error('three steps');
  const joined = { ...first, id: 'mot-cua', replaces: ['tiep-nhan', 'tham-tra'] };
  const changes = compareSections(before, { ...before, steps: [joined, { ...third, order: 2 }] });
  const what = changes.flatMap((section) => section.fields).map((field) => [field.what, field.subject.step]);
  expect(what).toContainEqual(['step.removed', 'Thẩm tra']);
  expect(what.map(([one]) => one)).not.toContain('step.added');
});

test('of the steps that stay only those that changed places are told', () => {
  const [first, second, third] = before.steps;
  if (!first || !second || !third) throw new Error('three steps');
  const steps = [third, first, second].map((step, at) => ({ ...step, order: at + 1 }));
  const fields = compareSections(before, { ...before, steps }).flatMap((section) => section.fields);
  expect(fields.map((field) => [field.what, field.subject.step, field.before, field.after])).toEqual([
    ['step.moved', 'Trả kết quả', ['3'], ['1']],
  ]);
  expect(movedAmong([])).toEqual(new Set());
  expect(movedAmong([1, 2, 3])).toEqual(new Set());
  expect(movedAmong([2, 1]).size).toBe(1);
});

test('a section that is new or gone is so, and what it held is told there', () => {
  const start = birthRegistration.indexOf('<Section id="dinh-nghia-viet-tat"');
  const end = birthRegistration.indexOf('</Section>', start) + '</Section>'.length;
  const without = compiled(birthRegistration.slice(0, start) + birthRegistration.slice(end));
  const gone = compareSections(before, without).find((section) => section.id === 'dinh-nghia-viet-tat');
  expect(gone?.change).toBe('removed');
  expect(gone?.fields.map((field) => field.what)).toEqual(['abbreviation.removed', 'abbreviation.removed']);
  expect(compareSections(without, before).find((one) => one.id === 'dinh-nghia-viet-tat')?.change).toBe(
    'added',
  );
});

test('a section that only stands elsewhere is not changed for its readers', () => {
  const [first, second, ...rest] = before.sections;
  if (!first || !second) throw new Error('two sections');
  const swapped = [second, first, ...rest].map((section, at) => ({ ...section, order: at + 1 }));
  const changes = compareSections(before, { ...before, sections: swapped });
  expect(changes.every((section) => section.change === 'unchanged')).toBe(true);
  expect(changes.flatMap((section) => section.fields).map((field) => field.what)).toEqual(['section.moved']);
});

test('every change there can be has its sentence in both languages', () => {
  const empty = {
    ...before,
    sections: [],
    steps: [],
    cases: [],
    papers: [],
    fees: [],
    legalBases: [],
    forms: [],
  };
  const other = { ...empty, records: [], rules: [], fields: [], abbreviations: [] };
  const both = [compareDocuments(before, other), compareDocuments(other, before)];
  const kinds = both.flatMap(({ head, sections }) => [...head, ...sections.flatMap((one) => one.fields)]);
  expect(new Set(kinds.map((one) => one.what)).size).toBeGreaterThan(12);
  for (const change of kinds)
    for (const locale of ['vi', 'en'] as const)
      expect(hasMessage(locale, `comparison.change.${change.what}`), change.what).toBe(true);
});
