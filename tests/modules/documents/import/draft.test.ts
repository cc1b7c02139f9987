import { describe, expect, it } from 'vitest';
import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { draftFrom } from '#app/modules/documents/import/draft.ts';
import { plainLayout, type SampleLayout, sampleFile, sampleText } from './sample-procedure.ts';
import { imported } from './sample-set.ts';

const text = sampleText({
  file: 'khai-tu.docx',
  code: 'QT 09/CX',
  title: 'Đăng ký khai tử',
  subject: 'khai tử',
  result: 'Trích lục khai tử',
});

async function compiled(sample = text, layout: SampleLayout = plainLayout) {
  const draft = draftFrom(await imported(sampleFile(sample, layout), sample.file));
  const judged = guard(draft, 'khai-tu.mdx', 'vi');
  if (judged.guarded === null) throw new Error(judged.findings.map((finding) => finding.message).join('\n'));
  return { draft, document: compileDocument(judged.guarded) };
}

describe('the draft of an imported procedure', () => {
  it('has the seven sections, a case per time column and the times of each step', async () => {
    const { document } = await compiled();
    expect(document.frontMatter).toMatchObject({
      code: 'QT 09/CX',
      kind: 'procedure',
      title: { vi: 'Đăng ký khai tử' },
      isPublic: false,
    });
    expect(document.sections.map((section) => section.id)).toEqual([
      'muc-dich',
      'pham-vi',
      'tai-lieu-vien-dan',
      'dinh-nghia-viet-tat',
      'noi-dung',
      'bieu-mau',
      'ho-so',
    ]);
    expect(document.cases.map((one) => [one.id, one.title, one.limit.written])).toEqual([
      ['khong-xac-minh', 'Không xác minh', '3wd'],
      ['co-xac-minh', 'Có xác minh', '8wd'],
    ]);
    expect(document.steps.map((step) => step.times.map((time) => time.within.written))).toEqual([
      ['0.5wd', '4h'],
      ['1wd', '5wd'],
      ['0.5wd', '1wd'],
      ['4h', '1wd'],
      ['0.5wd', '0.5wd'],
    ]);
  });

  it('names who is responsible and leaves who answers and decides to a person', async () => {
    const { document } = await compiled();
    expect(
      document.steps.flatMap((step) => step.duties.map((duty) => `${duty.letter} ${duty.role}`)),
    ).toEqual(['R tiep-nhan', 'R tu-phap-ho-tich', 'R tu-phap-ho-tich', 'R lanh-dao', 'R van-thu']);
  });

  it('carries papers, abbreviations, legal bases and records', async () => {
    const { document } = await compiled();
    expect(document.papers.map((paper) => paper.kind)).toEqual(['submit', 'show']);
    expect(document.abbreviations.map((pair) => pair.short)).toEqual(['UBND', 'TTHC']);
    expect(document.legalBases.map((basis) => basis.key)).toEqual(['nd-123-2015']);
    expect(document.records.map((record) => [record.from.kind, record.retention])).toEqual([
      ['dossier', 'permanent'],
      ['result', 'permanent'],
      ['result', 'P5Y'],
    ]);
  });

  it('names a keeper that is written like who does a step by the same role', async () => {
    const { document } = await compiled();
    expect(document.records.map((record) => record.keeper)).toEqual([
      'tu-phap-ho-tich',
      'tu-phap-ho-tich',
      'tiep-nhan',
    ]);
  });

  it('keeps the words of a time it cannot read, and writes no time', async () => {
    const unclear = {
      ...text,
      steps: text.steps.map((step, at) =>
        at === 2 ? { ...step, times: ['Theo quy định', '1 ngày'] } : step,
      ),
    };
    const { document, draft } = await compiled(unclear);
    expect(document.steps[2]?.times.map((time) => time.case)).toEqual(['co-xac-minh']);
    expect(draft).toContain('Theo quy định');
  });

  it('keeps the words of a role it does not know', async () => {
    const unclear = {
      ...text,
      steps: text.steps.map((step, at) => (at === 2 ? { ...step, role: 'Tổ công tác' } : step)),
    };
    const { document, draft } = await compiled(unclear);
    expect(document.steps[2]?.duties).toEqual([]);
    expect(draft).toContain('Trách nhiệm ghi trong bản gốc: Tổ công tác');
  });

  it('gives a shared time to the first step and sets the others inside it', async () => {
    const lump = {
      ...text,
      steps: text.steps.map((step) => ({ ...step, times: ['03 ngày làm việc', '08 ngày làm việc'] })),
    };
    const { document } = await compiled(lump, { ...plainLayout, lump: true });
    expect(document.steps.map((step) => step.times[0]?.within.written)).toEqual([
      '3wd',
      'previous',
      'previous',
      'previous',
      'previous',
    ]);
  });
});
