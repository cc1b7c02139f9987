import { describe, expect, it } from 'vitest';
import { plantedDefects } from './planted-defects.ts';
import { plainLayout, type SampleLayout, sampleFile, sampleText } from './sample-procedure.ts';
import { imported, told } from './sample-set.ts';

const death = sampleText({
  file: 'khai-tu.docx',
  code: 'QT-TP-09',
  title: 'Đăng ký khai tử',
  subject: 'khai tử',
  result: 'Trích lục khai tử',
});
const birth = sampleText({
  file: 'khai-sinh.docx',
  code: 'QT-TP-01',
  title: 'Đăng ký khai sinh',
  subject: 'khai sinh',
  result: 'Giấy khai sinh',
});
const read = (text = death, layout: SampleLayout = plainLayout) =>
  imported(sampleFile(text, layout), text.file);

describe('a clean procedure', () => {
  it('is read whole and nothing is found', async () => {
    const procedure = await read();
    expect(procedure).toMatchObject({
      code: 'QT-TP-09',
      title: 'Đăng ký khai tử',
      issue: 1,
      issuedOn: '2025-09-15',
      agency: 'UBND PHƯỜNG AN BÌNH ĐÔNG',
      timeLimit:
        '03 ngày làm việc. Trường hợp phải xác minh thì thời hạn giải quyết không quá 08 ngày làm việc.',
      fees: ['8.000 đồng/bản.'],
      result: ['Trích lục khai tử'],
      unread: [],
      findings: [],
    });
    expect(procedure.sections.map((section) => section.id)).toEqual([
      'muc-dich',
      'pham-vi',
      'tai-lieu-vien-dan',
      'dinh-nghia-viet-tat',
      'noi-dung',
      'bieu-mau',
      'ho-so',
    ]);
    expect(
      procedure.steps.map((step) => [step.order, step.roleKey, ...step.times.map((time) => time.text)]),
    ).toEqual([
      [1, 'tiep-nhan', '½ ngày', '4 giờ'],
      [2, 'tu-phap-ho-tich', '1 ngày', '05 ngày làm việc'],
      [3, 'tu-phap-ho-tich', '0,5 ngày', '1 ngày'],
      [4, 'lanh-dao', '04 giờ', '1 ngày'],
      [5, 'van-thu', '1/2 ngày', '0,5 ngày làm việc'],
    ]);
    expect(procedure.dossier.papers).toEqual([
      { name: 'Tờ khai khai tử theo mẫu', kind: 'submit' },
      { name: 'Thẻ căn cước (nếu tuổi < 14 thì giấy tờ {khác})', kind: 'show' },
    ]);
    expect(procedure.legalBases.map((basis) => basis.key)).toEqual(['nd-123-2015']);
    expect(procedure.annexes.map((annex) => annex.title)).toEqual(['TỜ KHAI KHAI TỬ']);
  });

  it('keeps the titles of those who signed, never their names', async () => {
    const procedure = await read();
    expect(procedure.signOff).toEqual([
      { act: 'Soạn thảo', title: 'Chuyên viên' },
      { act: 'Xem xét', title: 'Chánh Văn phòng' },
      { act: 'Phê duyệt', title: 'Chủ tịch UBND' },
    ]);
    expect(JSON.stringify(procedure)).not.toContain('Mẫu"');
    expect(JSON.stringify(procedure)).not.toContain('Người Soạn');
  });
});

describe('the layout of the tables changes nothing of what is read', () => {
  const layouts: Record<string, Partial<SampleLayout>> = {
    'columns in another order': { columns: ['time', 'role', 'number', 'work'] },
    'two head rows': { twoHeadRows: true },
    'rows numbered by Word': { numbers: 'listed' },
    'no number column': { columns: ['work', 'role', 'time'] },
    'an empty column': { columns: ['number', 'blank', 'work', 'role', 'time'] },
    'a step told in two rows': { splitSteps: [0] },
    'one role cell over two steps': { mergeRoles: true },
    'code, issue and day in cells of their own': { coverInPairs: true },
    'items numbered 5.1, 5.2': { letters: 'numbers' },
    'other words in the heads': {
      heads: {
        number: 'STT',
        work: 'Nội dung công việc',
        role: 'Đơn vị, người thực hiện',
        time: 'Thời hạn',
        blank: '',
      },
      recordHeads: ['STT', 'Hồ sơ lưu', 'Người lưu giữ', 'Thời hạn bảo quản'],
    },
  };
  it.each(Object.entries(layouts))('%s', async (_name, layout) => {
    const plain = await read();
    const other = await read(death, { ...plainLayout, ...layout });
    const facts = (procedure: typeof plain) => ({
      code: procedure.code,
      issue: procedure.issue,
      issuedOn: procedure.issuedOn,
      steps: procedure.steps.map((step) => [
        step.order,
        step.text,
        step.roleKey,
        step.times.map((time) => time.text),
      ]),
      records: procedure.records,
      unread: procedure.unread,
      findings: procedure.findings,
    });
    expect(facts(other)).toEqual(facts(plain));
  });

  it('one time column whose head states no limit is measured against the published limit', async () => {
    const text = {
      ...death,
      timeHeads: [''],
      limit: '03 ngày làm việc.',
      steps: death.steps.map((step) => ({ ...step, times: step.times.slice(0, 1) })),
    };
    expect((await read(text)).findings).toEqual([]);
    const late = { ...text, limit: '02 ngày làm việc.' };
    expect((await read(late)).findings.map((finding) => finding.rule)).toEqual(['import.steps.time-sum']);
  });
});

describe('a planted defect is told exactly once', () => {
  it.each(Object.entries(plantedDefects))('%s', async (_name, defect) => {
    const text = defect.plant(death);
    const procedure = await read(text, defect.layout?.(plainLayout) ?? plainLayout);
    expect(procedure.findings.map((finding) => finding.rule)).toEqual([defect.rule]);
    for (const finding of procedure.findings) expect(finding.message).not.toMatch(/\{\w+\}|undefined|null/);
  });

  it('a code claimed by two documents, whatever its case and spaces', async () => {
    const set = [await read(death), await read({ ...birth, code: 'qt-tp 09' })];
    expect(told(set)).toEqual(['khai-sinh.docx + khai-tu.docx: import.set.code-shared']);
    expect(told([...set].reverse())).toEqual(told(set));
  });

  it('the birth register kept by a death procedure', async () => {
    const copied = { ...death, records: birth.records };
    const set = [await read(copied), await read(birth)];
    expect(told(set)).toEqual(['khai-tu.docx: import.set.record-copied']);
    expect(told([...set].reverse())).toEqual(told(set));
    expect(told([await read(copied)])).toEqual(['khai-tu.docx: import.set.record-foreign']);
  });

  it('but not where the procedure itself gives that result', async () => {
    const both = {
      ...birth,
      title: 'Đăng ký khai sinh kết hợp nhận cha, mẹ, con',
      head: 'Tên quy trình: Đăng ký khai sinh kết hợp nhận cha, mẹ, con',
    };
    expect(told([await read(both), await read(death)])).toEqual([]);
  });

  it('speaks English to an English reader', async () => {
    const { importProcedure } = await import('#app/modules/documents/import/import-procedure.server.ts');
    const { roles } = await import('./sample-set.ts');
    const procedure = await importProcedure(sampleFile({ ...death, code: '' }), 'a.docx', {
      roles,
      locale: 'en',
    });
    expect('findings' in procedure && procedure.findings[0]?.message).toBe(
      'Cover: no code was found. Write a code, or let the system assign one at submission.',
    );
  });
});
