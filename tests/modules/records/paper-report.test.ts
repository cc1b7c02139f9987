import { describe, expect, test } from 'vitest';
import {
  type AskedPaper,
  isInDatabase,
  likeness,
  proposalsOf,
  type UsedForm,
  wordsOf,
} from '#app/modules/records/paper-report.ts';

const paper = (code: string, name: string, kind: AskedPaper['kind'] = 'submit'): AskedPaper => ({
  documentId: code,
  code,
  name,
  kind,
});
const form = (code: string, title: string, uses: string[] = ['QT-1 a'], labels: string[] = []): UsedForm => ({
  documentId: code,
  code,
  title,
  labels,
  uses: uses.map((use) => {
    const [document = '', step = ''] = use.split(' ');
    return { documentId: document, code: document, step };
  }),
});
const told = (papers: AskedPaper[], forms: UsedForm[] = []) =>
  proposalsOf(papers, forms).map(({ kind, saving, where }) => [kind, where.map((one) => one.code), saving]);

describe('two names of a paper', () => {
  test('are compared by their words, without marks, fillers and what stands in brackets', () => {
    expect(wordsOf('Văn bản ủy quyền của cha, mẹ (khi ủy quyền)')).toEqual([
      'van',
      'uy',
      'quyen',
      'cha',
      'me',
    ]);
    expect(likeness('Văn bản ủy quyền', 'Văn bản ủy quyền (khi có)')).toBe(1);
    expect(likeness('Giấy tờ tùy thân', 'Tờ khai đăng ký kết hôn')).toBeLessThan(0.5);
    expect(likeness('', 'Giấy chứng sinh')).toBe(0);
  });

  test.each([
    ['Giấy tờ cư trú; đã tra được trong CSDL thì không nộp', true],
    ['Thông tin khai thác từ cơ sở dữ liệu quốc gia về dân cư', true],
    ['Giấy chứng sinh', false],
    ['Đơn đề nghị ghi vào cơ sở dữ liệu', false],
  ])('"%s" can be found in a database: %s', (name, is) => {
    expect(isInDatabase(name)).toBe(is);
  });
});

test('the same paper twice in one dossier is one too many', () => {
  expect(
    told([paper('QT-1', 'Văn bản ủy quyền nộp hồ sơ'), paper('QT-1', 'Văn bản ủy quyền nộp hồ sơ (nếu có)')]),
  ).toEqual([['asked-twice', ['QT-1', 'QT-1'], { procedures: 1, steps: 0, papers: 1 }]]);
});

test('a paper that one procedure finds in a database need not be brought to the others', () => {
  const papers = [
    paper('QT-1', 'Giấy tờ chứng minh nơi cư trú'),
    paper('QT-2', 'Giấy tờ chứng minh nơi cư trú (không tra được thì nộp)'),
    paper('QT-3', 'Giấy tờ chứng minh nơi cư trú, khai thác CSDL'),
  ];
  expect(told(papers)).toEqual([
    ['in-database', ['QT-1', 'QT-2', 'QT-3'], { procedures: 3, steps: 0, papers: 2 }],
  ]);
});

test('nearly the same paper under several names is proposed to be named alike; under one name it is in order', () => {
  const two = [paper('QT-1', 'Tờ khai theo mẫu đăng ký hộ tịch'), paper('QT-2', 'Tờ khai đăng ký hộ tịch')];
  expect(told(two)).toEqual([['alike-papers', ['QT-1', 'QT-2'], { procedures: 2, steps: 0, papers: 0 }]]);
  expect(told([paper('QT-1', 'Giấy chứng sinh'), paper('QT-2', 'Giấy chứng sinh')])).toEqual([]);
});

describe('forms', () => {
  test('that no step uses are proposed to be dropped', () => {
    expect(told([], [form('BM-1', 'Sổ công văn', [])])).toEqual([
      ['unused-form', ['BM-1'], { procedures: 0, steps: 0, papers: 0 }],
    ]);
  });

  test('of nearly the same title or fields are proposed to be merged, with the steps that use them', () => {
    const labels = ['Họ và tên', 'Ngày nhận', 'Kết quả'];
    const forms = [
      form('BM-1', 'Phiếu tra cứu hộ tịch', ['QT-1 a', 'QT-1 b']),
      form('BM-2', 'Phiếu tra cứu về hộ tịch', ['QT-2 a']),
      form('BM-3', 'Sổ mượn', ['QT-3 a'], labels),
      form('BM-4', 'Bảng giao nhận', ['QT-3 a'], labels),
    ];
    expect(told([], forms)).toEqual([
      ['alike-forms', ['BM-1', 'BM-2'], { procedures: 2, steps: 3, papers: 0 }],
      ['alike-forms', ['BM-3', 'BM-4'], { procedures: 1, steps: 1, papers: 0 }],
    ]);
  });
});

test('a proposal keeps its key while its subject stays', () => {
  const key = () => proposalsOf([], [form('BM-01-09', 'Sổ', [])])[0]?.key;
  expect(key()).toBe('unused-form_bm-01-09');
});
