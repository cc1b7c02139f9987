import type { CompiledDocument, CompiledStep, Letter, Within } from '#app/mdx/compiled-document.ts';
import { procedureSections } from '#app/modules/documents/check/parts.ts';
import type { RoleInOffice, Surroundings } from '#app/modules/documents/check/surroundings.ts';
import { foldCode } from '#app/modules/documents/document-code.ts';

export function within(written: string): Within {
  if (written === 'previous') return { unit: 'previous', written };
  const value = Number.parseFloat(written);
  if (written.endsWith('wd')) return { unit: 'hours', value: value * 8, written };
  if (written.endsWith('d')) return { unit: 'calendar-days', value, written };
  return { unit: 'hours', value, written };
}

export function duties(letters: Partial<Record<Letter, string>>): CompiledStep['duties'] {
  return Object.entries(letters).flatMap(
    ([letter, roles]) =>
      roles
        .split(' ')
        .filter(Boolean)
        .map((role) => ({ role, letter: letter as Letter })), // keys of the argument are letters
  );
}

/** Six steps of registering a birth: 8 hours without verification, five working days with it. */
export function cleanProcedure(): CompiledDocument {
  const steps = [
    step(1, 'tiep-nhan', 'Tiếp nhận hồ sơ', ['1h', '4h'], {
      R: 'tiep-nhan',
      A: 'giam-doc-ttpvhcc',
      D: 'tiep-nhan',
    }),
    step(2, 'tham-tra', 'Thẩm tra', ['3h', '16h'], {
      R: 'tu-phap-ho-tich',
      A: 'chanh-van-phong',
      D: 'tu-phap-ho-tich',
    }),
    step(3, 'ghi-so', 'Ghi sổ', ['2.5h', '8h'], {
      R: 'tu-phap-ho-tich',
      A: 'chanh-van-phong',
      D: 'chanh-van-phong',
    }),
    step(4, 'ky', 'Ký giấy khai sinh', ['1h', '8h'], { R: 'lanh-dao', A: 'lanh-dao', D: 'lanh-dao' }),
    step(5, 'dong-dau', 'Đóng dấu', ['0.5h', '4h'], { R: 'van-thu', A: 'chanh-van-phong', D: 'van-thu' }),
    step(6, 'tra-ket-qua', 'Trả kết quả', ['1h', '4h'], {
      R: 'tiep-nhan',
      A: 'giam-doc-ttpvhcc',
      D: 'tiep-nhan',
      I: 'nguoi-yeu-cau',
    }),
  ];
  for (const time of steps[5]?.times ?? []) time.counted = false;
  const [first, , , fourth] = steps;
  if (first) Object.assign(first, { forms: ['Mau-01'], record: 'bo-ho-so' });
  if (fourth) fourth.result = 'Giấy khai sinh';
  return {
    frontMatter: {
      code: 'QT-TP-01',
      kind: 'procedure',
      title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
      unit: 'van-phong',
      field: 'ho-tich',
      clauses: { '2015': ['8.5.1'] },
      tthc: ['1.001193'],
      confidentiality: 'public',
      isPublic: true,
      review: 'P12M',
      language: 'vi',
    },
    sections: procedureSections.map((id, index) => ({
      id,
      order: index + 1,
      title: id,
      text: 'Nội dung của mục.',
      hash: 'a'.repeat(64),
      line: 10 + index,
      column: 1,
    })),
    cases: [
      {
        id: 'thuong',
        title: 'Không phải xác minh',
        limit: { unit: 'hours', value: 8, written: '8h' },
        line: 30,
        column: 1,
      },
      {
        id: 'xac-minh',
        title: 'Phải xác minh',
        limit: { unit: 'hours', value: 40, written: '5wd' },
        line: 31,
        column: 1,
      },
    ],
    steps,
    retiredSteps: [],
    hasSteps: true,
    records: [
      {
        id: 'bo-ho-so',
        name: 'Bộ hồ sơ khai sinh',
        from: { kind: 'dossier' },
        keeper: 'tu-phap-ho-tich',
        retention: 'permanent',
        line: 80,
        column: 1,
      },
      {
        id: 'so',
        name: 'Sổ đăng ký khai sinh',
        from: { kind: 'step', step: 'ghi-so' },
        keeper: 'van-phong',
        retention: 'permanent',
        line: 81,
        column: 1,
      },
      {
        id: 'ban-sao',
        name: 'Bản sao giấy khai sinh',
        from: { kind: 'result' },
        keeper: 'tu-phap-ho-tich',
        retention: 'P5Y',
        line: 82,
        column: 1,
      },
    ],
    rules: [],
    fields: [],
    papers: [{ name: 'Giấy chứng sinh', kind: 'submit', original: '1', copies: '0', line: 70, column: 1 }],
    abbreviations: [{ short: 'UBND', long: 'Ủy ban nhân dân', line: 20, column: 1 }],
    fees: [],
    legalBases: [{ key: 'luat-60-2014', line: 18, column: 1 }],
    forms: [{ key: 'BM-01-01', line: 75, column: 1 }],
    links: [
      { url: 'https://dichvucong.gov.vn', text: 'Cổng dịch vụ công', line: 15, column: 1 },
      { url: '#tham-tra', text: 'bước thẩm tra', line: 16, column: 1 },
      { url: '/documents/QT-HT-01', text: 'quy trình kiểm soát', line: 17, column: 1 },
    ],
    text: 'UBND phường An Bình Đông giải quyết theo Nghị định 123/2015/NĐ-CP và biểu mẫu BM-01-01.',
  };
}

function step(
  order: number,
  id: string,
  title: string,
  times: [string, string],
  letters: Partial<Record<Letter, string>>,
): CompiledStep {
  const line = 40 + order;
  return {
    id,
    order,
    title,
    text: 'Việc phải làm ở bước này.',
    duties: duties(letters),
    times: [
      { case: 'thuong', within: within(times[0]), counted: true, line, column: 5 },
      { case: 'xac-minh', within: within(times[1]), counted: true, line, column: 40 },
    ],
    forms: [],
    result: 'Phiếu kiểm soát',
    record: null,
    next: [],
    replaces: [],
    line,
    column: 1,
  };
}

export function cleanSurroundings(): Surroundings {
  const own = { kind: 'own', mapped: true, filled: true } as const;
  const outside = { mapped: false, filled: false } as const;
  return {
    roles: new Map<string, RoleInOffice>([
      ...['tiep-nhan', 'giam-doc-ttpvhcc', 'tu-phap-ho-tich', 'chanh-van-phong', 'lanh-dao', 'van-thu'].map(
        (key) => [key, own] as const,
      ),
      ['nguoi-yeu-cau', { kind: 'applicant', ...outside }] as const,
      ['cong-an', { kind: 'other-agency', ...outside }] as const,
      ['hoi-dong', { kind: 'body', ...outside }] as const,
      ['ke-toan', { kind: 'own', mapped: true, filled: false }] as const,
      ['dia-chinh', { kind: 'own', mapped: false, filled: false }] as const,
    ]),
    units: new Set(['van-phong', 'ttpvhcc']),
    formsInForce: new Set(['Mau-01', 'BM-01-01'].map(foldCode)),
    legalBases: new Map([
      ['luat-60-2014', { numberSign: '60/2014/QH13', status: 'in-force', replacedBy: null }],
      ['luat-03-2026', { numberSign: '03/2026/QH16', status: 'not-yet', replacedBy: null }],
      ['nd-20-2021', { numberSign: '20/2021/NĐ-CP', status: 'expired', replacedBy: 'nd-335-2026' }],
      ['nd-335-2026', { numberSign: '335/2026/NĐ-CP', status: 'in-force', replacedBy: null }],
      ['nd-01-1990', { numberSign: '01/1990/NĐ-CP', status: 'expired', replacedBy: null }],
    ]),
    codesInUse: new Set(['QT-TP-02', 'QT 03/CX'].map(foldCode)),
    linkTargets: new Set(['/documents/QT-HT-01', foldCode('QT-HT-02')]),
    previous: {
      steps: ['tiep-nhan', 'tham-tra', 'ghi-so', 'ky', 'dong-dau', 'tra-ket-qua'],
      sections: [...procedureSections],
    },
  };
}
