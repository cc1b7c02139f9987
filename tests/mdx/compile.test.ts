import { describe, expect, it } from 'vitest';
import { compileDocument } from '#app/mdx/compile.ts';
import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import { guard } from '#app/mdx/guard.ts';
import { birthRegistration, textWith } from './sample-text.ts';

function compiledFrom(text: string): CompiledDocument {
  const { guarded, findings } = guard(text, 'qt.mdx', 'vi');
  if (!guarded) throw new Error(findings.map(({ message }) => message).join('\n'));
  return compileDocument(guarded);
}

describe('a procedure as data', () => {
  const compiled = compiledFrom(birthRegistration);

  it('has its front matter', () => {
    expect(compiled.frontMatter).toEqual({
      code: 'QT-TP-01',
      kind: 'procedure',
      title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
      unit: 'van-phong',
      field: 'ho-tich',
      clauses: { '2015': ['8.2.2', '8.5.1'], '2026': ['8.5.1'] },
      tthc: ['1.001193'],
      confidentiality: 'public',
      isPublic: true,
      review: 'P12M',
      language: 'vi',
    });
  });

  it('has its cases with hours, working days counting eight hours', () => {
    expect(compiled.cases.map(({ id, limit }) => [id, limit])).toEqual([
      ['thuong', { unit: 'hours', value: 8, written: '8h' }],
      ['xac-minh', { unit: 'hours', value: 40, written: '5wd' }],
    ]);
  });

  it('has its steps with duties, times, forms and branches', () => {
    const [first, second, third] = compiled.steps;
    expect(first).toMatchObject({
      id: 'tiep-nhan',
      order: 1,
      title: 'Tiếp nhận hồ sơ',
      text: 'Kiểm tra tính pháp lý và nội dung hồ sơ: đủ thành phần đúng mẫu Không yêu cầu giấy tờ ngoài quy định.',
      forms: ['Mau-01', 'Mau-02'],
      result: 'Giấy tiếp nhận hồ sơ',
      record: 'ho-so',
      next: ['tham-tra', 'tra-ket-qua'],
      replaces: ['nhan-ho-so'],
    });
    expect(first?.duties).toEqual([
      { role: 'tiep-nhan', letter: 'R' },
      { role: 'giam-doc-ttpvhcc', letter: 'A' },
      { role: 'tiep-nhan', letter: 'D' },
      { role: 'tu-phap-ho-tich', letter: 'C' },
      { role: 'van-thu', letter: 'C' },
      { role: 'nguoi-yeu-cau', letter: 'I' },
    ]);
    expect(second?.times.map(({ case: id, within }) => [id, within])).toEqual([
      ['thuong', { unit: 'hours', value: 6, written: '6h' }],
      ['xac-minh', { unit: 'hours', value: 32, written: '4wd' }],
    ]);
    expect(third?.times).toMatchObject([
      { within: { unit: 'previous' }, counted: false },
      { within: { unit: 'calendar-days', value: 12 }, counted: true },
    ]);
    expect(compiled.retiredSteps).toEqual(['buoc-cu']);
    expect(compiled.hasSteps).toBe(true);
  });

  it('has its dossier, records, fields, rules and abbreviations', () => {
    expect(compiled.papers).toMatchObject([
      { name: 'Tờ khai đăng ký khai sinh', kind: 'submit', original: '1', copies: '0' },
      { name: 'Giấy tờ tùy thân', kind: 'show', original: '1', copies: null },
    ]);
    expect(compiled.records.map(({ id, from, retention }) => [id, from, retention])).toEqual([
      ['ho-so', { kind: 'dossier' }, 'permanent'],
      ['phieu', { kind: 'step', step: 'tiep-nhan' }, 'P5Y'],
      ['giay', { kind: 'result' }, 'until:thay thế'],
    ]);
    expect(
      compiled.fields.map(({ id, required, options, columns }) => [id, required, options, columns]),
    ).toEqual([
      ['ho-ten', true, [], []],
      ['ket-qua', false, ['Đạt', 'Không đạt'], []],
      ['chi-tiet', false, [], ['TT', 'Nội dung']],
    ]);
    expect(compiled.rules).toMatchObject([{ id: 'C06', check: 'observe', severity: 'remind' }]);
    expect(compiled.abbreviations.map(({ short }) => short)).toEqual(['UBND', 'TTPVHCC']);
  });

  it('has its mentions and links with their places', () => {
    expect(compiled.legalBases.map(({ key }) => key)).toEqual(['nd-123-2015', 'luat-60-2014']);
    expect(compiled.fees).toMatchObject([{ key: 'khai-sinh' }]);
    expect(compiled.forms).toMatchObject([{ key: 'BM-01-01' }]);
    expect(compiled.links.map(({ url }) => url)).toEqual([
      '/documents/qt-ht-01',
      'https://dichvucong.gov.vn',
    ]);
    const line = birthRegistration.split('\n').findIndex((one) => one.includes('<Step id="tham-tra"')) + 1;
    expect(compiled.steps[1]).toMatchObject({ line, column: 3 });
  });

  it('has its plain text without the definitions of abbreviations', () => {
    expect(compiled.text).toContain('Trẻ em dưới 60 ngày tuổi; số ngày <= 60, mã {60}.');
    expect(compiled.text).not.toContain('TTPVHCC');
    expect(compiled.sections[1]?.text).toContain('TTPVHCC');
  });
});

describe('the hash of a section', () => {
  const text = textWith(
    '<Section id="a" title="A">\n\nMột.\n\n</Section>\n\n<Section id="b" title="B">\n\nHai.\n\n</Section>',
  );
  const hashes = (source: string) => compiledFrom(source).sections.map(({ hash }) => hash);

  it('changes with its own text only', () => {
    const [a, b] = hashes(text);
    const [changedA, sameB] = hashes(text.replace('Một.', 'Một và một.'));
    expect(changedA).not.toBe(a);
    expect(sameB).toBe(b);
  });

  it('does not change with the line ends of the editor', () => {
    expect(hashes(text.replaceAll('\n', '\r\n'))).toEqual(hashes(text));
  });
});

it('the same text compiles to the same data', () => {
  expect(compiledFrom(birthRegistration)).toEqual(compiledFrom(birthRegistration));
});
