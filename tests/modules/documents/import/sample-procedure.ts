import { type TestBlock, type TestCell, wordFile } from './word-file.ts';

/** The words of one procedure, apart from how its tables are laid out. */
export interface SampleText {
  file: string;
  code: string;
  title: string;
  issue: string;
  issuedOn: string;
  head: string;
  foot: string;
  contents: string[];
  sections: string[];
  abbreviations: [string, string][];
  limit: string;
  result: string;
  form: string;
  timeHeads: string[];
  steps: SampleStep[];
  records: [string, string, string][];
}
export interface SampleStep {
  number: string;
  work: string;
  role: string;
  times: string[];
}

export type ColumnName = 'number' | 'work' | 'role' | 'time' | 'blank';

/** How the tables are laid out; none of it changes what the document says. */
export interface SampleLayout {
  columns: ColumnName[];
  heads: Record<ColumnName, string>;
  recordHeads: [string, string, string, string];
  numbers: 'typed' | 'listed';
  /** Time heads under one merged "Thời gian". */
  twoHeadRows: boolean;
  /** Steps told in two rows with all other cells merged. */
  splitSteps: number[];
  /** Neighbouring steps of one role share the role's cell. */
  mergeRoles: boolean;
  /** One merged time cell over all steps, in each column. */
  lump: boolean;
  coverInPairs: boolean;
  letters: 'letters' | 'numbers';
}

export const plainLayout: SampleLayout = {
  columns: ['number', 'work', 'role', 'time'],
  heads: {
    number: 'TT',
    work: 'Trình tự các bước công việc',
    role: 'Trách nhiệm',
    time: 'Thời gian',
    blank: '',
  },
  recordHeads: ['TT', 'Tên hồ sơ', 'Nơi lưu', 'Thời gian lưu'],
  numbers: 'typed',
  twoHeadRows: false,
  splitSteps: [],
  mergeRoles: false,
  lump: false,
  coverInPairs: false,
  letters: 'letters',
};

export const sectionTitles = [
  'MỤC ĐÍCH',
  'PHẠM VI',
  'TÀI LIỆU VIỆN DẪN',
  'ĐỊNH NGHĨA VÀ VIẾT TẮT',
  'NỘI DUNG QUY TRÌNH',
  'BIỂU MẪU',
  'HỒ SƠ LƯU TRỮ',
];

/** A procedure without a defect. `register` is what it keeps: "Sổ đăng ký khai tử". */
export function sampleText(values: {
  file: string;
  code: string;
  title: string;
  subject: string;
  result: string;
}): SampleText {
  return {
    file: values.file,
    code: values.code,
    title: values.title,
    issue: '01',
    issuedOn: '15/9/2025',
    head: `Tên quy trình: ${values.title}`,
    foot: 'Ngày hiệu lực: 15/9/2025\nTrang: 1/4\nLần ban hành: 01',
    contents: sectionTitles.map((title, at) => `${at + 1}. ${title}`),
    sections: [...sectionTitles],
    abbreviations: [
      ['UBND', 'Ủy ban nhân dân'],
      ['TTHC', 'Thủ tục hành chính'],
    ],
    limit: '03 ngày làm việc. Trường hợp phải xác minh thì thời hạn giải quyết không quá 08 ngày làm việc.',
    result: values.result,
    form: `Tờ khai ${values.subject}`,
    timeHeads: ['Không xác minh: 03 ngày làm việc', 'Có xác minh: 08 ngày làm việc'],
    steps: [
      {
        number: '1',
        work: 'Tiếp nhận hồ sơ:\n- Phù hợp thì chuyển xử lý;\n- Chưa phù hợp thì hướng dẫn làm lại.',
        role: 'Bộ phận một cửa',
        times: ['½ ngày', '4 giờ'],
      },
      {
        number: '2',
        work: 'Thẩm tra hồ sơ, dự thảo kết quả',
        role: 'Công chức tư pháp - hộ tịch',
        times: ['1 ngày', '05 ngày làm việc'],
      },
      {
        number: '3',
        work: 'Trình lãnh đạo xem xét',
        role: 'Công chức tư pháp - hộ tịch',
        times: ['0,5 ngày', '1 ngày'],
      },
      { number: '4', work: 'Xem xét, ký duyệt', role: 'Lãnh đạo UBND', times: ['04 giờ', '1 ngày'] },
      {
        number: '5',
        work: 'Đóng dấu, trả kết quả',
        role: 'Văn thư',
        times: ['1/2 ngày', '0,5 ngày làm việc'],
      },
    ],
    records: [
      ['Bộ hồ sơ theo mục 5', 'Công chức tư pháp - hộ tịch', 'Vĩnh viễn'],
      [`Sổ đăng ký ${values.subject}`, 'Công chức tư pháp - hộ tịch', 'Vĩnh viễn'],
      ['Sổ theo dõi hồ sơ', 'Bộ phận một cửa', '5 năm'],
    ],
  };
}

export function sampleFile(text: SampleText, layout: SampleLayout = plainLayout): Buffer {
  return wordFile({ blocks: sampleBlocks(text, layout), headers: [text.head], footers: [text.foot] });
}

function sampleBlocks(text: SampleText, layout: SampleLayout): TestBlock[] {
  const label = (at: number) => (layout.letters === 'letters' ? `${'abcdeg'[at]}.` : `5.${at + 1}`);
  const section = (at: number) => ({ text: `${at + 1}. ${text.sections[at]}`, bold: true });
  return [
    { rows: coverRows(text, layout) },
    { text: 'MỤC LỤC', bold: true },
    ...text.contents.map((line) => ({ text: line })),
    {
      rows: [
        ['Trách nhiệm', 'Soạn thảo', 'Xem xét', 'Phê duyệt'],
        ['Họ tên', 'Người Soạn Mẫu', 'Người Xem Mẫu', 'Người Duyệt Mẫu'],
        ['Chức vụ', 'Chuyên viên', 'Chánh Văn phòng', 'Chủ tịch UBND'],
      ],
    },
    section(0),
    { text: 'Quy định trình tự giải quyết TTHC tại phường.' },
    section(1),
    { text: 'Áp dụng đối với tổ chức, cá nhân có yêu cầu.' },
    section(2),
    { text: 'Tiêu chuẩn quốc gia TCVN ISO 9001:2015.', list: 99 },
    section(3),
    ...text.abbreviations.map(([short, long]) => ({ text: `${short} : ${long}`, list: 99 })),
    section(4),
    { text: `${label(0)} Thành phần, số lượng hồ sơ:`, bold: true },
    { text: '* Giấy tờ phải nộp:' },
    { text: `- ${text.form} theo mẫu;` },
    { text: '* Giấy tờ phải xuất trình:' },
    { text: '- Thẻ căn cước (nếu tuổi < 14 thì giấy tờ {khác}).' },
    { text: 'Số lượng hồ sơ: 01 bộ' },
    { text: `${label(1)} Thời hạn giải quyết: ${text.limit}` },
    { text: `${label(2)} Kết quả thực hiện: ${text.result}` },
    { text: `${label(3)} Phí, lệ phí: 8.000 đồng/bản.` },
    { text: `${label(4)} Căn cứ pháp lý:` },
    {
      text: '- Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ quy định chi tiết một số điều của Luật Hộ tịch;',
    },
    { text: `${label(5)} Quy trình các bước xử lý công việc:`, bold: true },
    { rows: stepRows(text, layout) },
    { text: 'Ghi chú: 01 ngày làm việc là 8 giờ, UBND phường công khai quy trình này.' },
    section(5),
    { text: text.form, list: 99 },
    section(6),
    { rows: recordRows(text, layout) },
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, pageBreak: true },
    { text: text.form.toUpperCase(), bold: true },
    { text: 'Họ, chữ đệm, tên: ………' },
  ];
}

function coverRows(text: SampleText, layout: SampleLayout): (TestCell | string)[][] {
  const agency = 'UBND PHƯỜNG AN BÌNH ĐÔNG';
  const facts = [
    ['Mã hiệu:', text.code],
    ['Lần ban hành:', text.issue],
    ['Ngày ban hành:', text.issuedOn],
  ] as const;
  const left = (at: number): TestCell => ({
    text: at === 0 ? agency : '',
    merge: at === 0 ? 'start' : 'continue',
  });
  const middle = ['QUY TRÌNH', text.title, ''];
  return facts.map(([name, value], at) => [
    left(at),
    at === 0
      ? { text: middle[0] ?? '', bold: true }
      : { text: middle[at] ?? '', merge: at === 1 ? 'start' : 'continue' },
    ...(layout.coverInPairs ? [name, value] : [{ text: `${name} ${value}` }]),
  ]);
}

function stepRows(text: SampleText, layout: SampleLayout): (TestCell | string)[][] {
  const times = text.timeHeads.length;
  const nested = layout.twoHeadRows && times > 1;
  const headCell = (name: ColumnName, row: number): TestCell[] => {
    if (name !== 'time') {
      const merge = nested ? { merge: row === 0 ? ('start' as const) : ('continue' as const) } : {};
      return [{ text: row === 0 ? layout.heads[name] : '', bold: true, ...merge }];
    }
    if (!nested)
      return text.timeHeads.map((head) => ({ text: `${layout.heads.time} ${head}`.trim(), bold: true }));
    return row === 0
      ? [{ text: layout.heads.time, span: times, bold: true }]
      : text.timeHeads.map((head) => ({ text: head, bold: true }));
  };
  const heads = (nested ? [0, 1] : [0]).map((row) => layout.columns.flatMap((name) => headCell(name, row)));
  return [...heads, ...text.steps.flatMap((step, at) => bodyRows(text, layout, step, at))];
}

function bodyRows(text: SampleText, layout: SampleLayout, step: SampleStep, at: number): TestCell[][] {
  const split = layout.splitSteps.includes(at);
  const [first = '', ...rest] = step.work.split('\n');
  const parts = split ? [first, rest.join('\n') || 'Ghi vào sổ.'] : [step.work];
  return parts.map((work, part) =>
    layout.columns.flatMap((name): TestCell[] => {
      const held = split ? { merge: part === 0 ? ('start' as const) : ('continue' as const) } : {};
      const once = (value: string) => (part === 0 ? value : '');
      switch (name) {
        case 'number':
          return [
            layout.numbers === 'listed' && part === 0
              ? { text: '', list: 1, ...held }
              : { text: once(step.number), ...held },
          ];
        case 'work':
          return [{ text: work }];
        case 'role': {
          const sameAsBefore =
            layout.mergeRoles && at > 0 && text.steps[at - 1]?.role === step.role && step.role !== '';
          const merge = layout.mergeRoles
            ? { merge: sameAsBefore || part > 0 ? ('continue' as const) : ('start' as const) }
            : held;
          return [{ text: sameAsBefore ? '' : once(step.role), ...merge }];
        }
        case 'time':
          return step.times.map(
            (time): TestCell =>
              layout.lump
                ? { text: at === 0 ? once(time) : '', merge: at === 0 && part === 0 ? 'start' : 'continue' }
                : { text: once(time), ...held },
          );
        default:
          return [{ text: '' }];
      }
    }),
  );
}

function recordRows(text: SampleText, layout: SampleLayout): (TestCell | string)[][] {
  const heads = layout.recordHeads.map((head) => ({ text: head, bold: true }));
  return [heads, ...text.records.map((record, at) => [String(at + 1), ...record])];
}
