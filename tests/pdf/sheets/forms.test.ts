import { afterAll, describe, expect, test } from 'vitest';
import { createPdfPress } from '#app/pdf/renderer.ts';
import type { Sheet } from '#app/pdf/sheet.ts';
import type { CorrectiveActionPaper } from '#app/pdf/sheets/car-paper.ts';
import { correctiveActionSheet } from '#app/pdf/sheets/car-sheet.ts';
import { type ChecklistPaper, checklistSheet } from '#app/pdf/sheets/checklist-sheet.ts';
import { type Decision, decisionSheet } from '#app/pdf/sheets/decision-sheet.ts';
import { registerSheet } from '#app/pdf/sheets/register-sheet.ts';
import { oneLine, readPdf } from '../read-pdf.ts';

const press = createPdfPress();
afterAll(() => press.close());

async function pagesOf(sheet: Sheet): Promise<string[]> {
  return readPdf(await press.render(sheet)).text.map(oneLine);
}

const paper = {
  locale: 'vi' as const,
  stamp: '2026-03-05T02:00:00.000Z',
  agency: 'UBND phường An Bình Đông',
  issue: 1,
  statusUrl: null,
};

describe('the corrective action request', () => {
  const nobody = { name: null, on: null };
  const blank: CorrectiveActionPaper = {
    ...paper,
    title: 'Phiếu yêu cầu hành động khắc phục',
    code: 'BM-03-01',
    number: null,
    state: null,
    source: null,
    unit: null,
    place: null,
    requirement: null,
    statement: null,
    evidence: null,
    grade: null,
    recurring: null,
    issued: nobody,
    accepted: nobody,
    correction: null,
    consequences: null,
    actionNeeded: null,
    whys: [],
    rootCause: null,
    elsewhere: null,
    actions: [],
    planned: nobody,
    approval: { opinion: null, ...nobody },
    verification: {
      criterion: null,
      result: null,
      effectiveOn: null,
      effective: null,
      newNumber: null,
      ...nobody,
    },
    closed: nobody,
  };

  test('printed blank has its four parts, five whys and room to sign', async () => {
    const whole = (await pagesOf(correctiveActionSheet(blank))).join(' ');
    for (const part of [
      'Phần 1.',
      'Phần 2.',
      'Phần 3.',
      'Phần 4.',
      'Vì sao?',
      '□ Nhẹ',
      '(ký, ghi rõ họ tên)',
    ])
      expect(whole).toContain(part);
    expect(whole).not.toContain('■');
  });

  test('filled in shows what was chosen, who did what by when, and who signed', async () => {
    const filled: CorrectiveActionPaper = {
      ...blank,
      number: '07/2026',
      grade: 'major',
      recurring: true,
      whys: [{ question: 'Vì sao chậm?', answer: 'Chờ ký' }],
      actions: [
        { what: 'Sửa bước 2', who: 'Chuyên viên tư pháp', due: '2026-03-20', doneOn: null, evidence: '' },
      ],
      verification: {
        ...blank.verification,
        effective: false,
        newNumber: '11/2026',
        name: 'Người kiểm tra',
        on: '2026-05-04',
      },
    };
    const whole = (await pagesOf(correctiveActionSheet(filled))).join(' ');
    for (const words of [
      '07/2026',
      '■ Nặng',
      '□ Nhẹ',
      '■ Có',
      'Vì sao chậm?',
      '20/03/2026',
      '■ Không có hiệu lực',
      '11/2026',
      '04/05/2026',
    ])
      expect(whole.replaceAll('\u00a0', ' ')).toContain(words);
  });
});

describe('the checklist', () => {
  const row = {
    clause: '8.5.1',
    subject: 'QT-TP-01, bước 1',
    question: 'Bước này có làm xong trong 1 giờ không?',
    howChecked: 'Xem 5 hồ sơ',
    evidence: null,
    conclusion: null,
    note: null,
  };
  const checklist: ChecklistPaper = {
    ...paper,
    title: 'Phiếu hỏi đánh giá nội bộ',
    code: 'BM-02-04',
    facts: [['Chuẩn mực', 'TCVN ISO 9001:2015']],
    groups: [{ title: '8.5 Cung cấp dịch vụ', rows: Array.from({ length: 30 }, () => row) }],
    auditor: null,
    auditee: null,
    auditedAt: null,
  };

  test('repeats its heading on every page and numbers the questions through', async () => {
    const pages = await pagesOf(checklistSheet(checklist));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(0, -1)) expect(page).toContain('Bằng chứng đã thấy');
    expect(pages.join(' ')).toContain('30 8.5.1');
  });

  test('filled in shows the evidence and the conclusion in words', async () => {
    const rows = [
      { ...row, evidence: 'Hồ sơ 15 thiếu phiếu', conclusion: 'minor' as const, note: 'Phiếu 07/2026' },
    ];
    const whole = (await pagesOf(checklistSheet({ ...checklist, groups: [{ title: '', rows }] }))).join(' ');
    for (const words of ['Hồ sơ 15 thiếu phiếu', 'Không phù hợp nhẹ', 'Phiếu 07/2026'])
      expect(whole).toContain(words);
  });
});

describe('the decision', () => {
  const decision: Decision = {
    stamp: paper.stamp,
    agency: 'Ủy ban nhân dân phường An Bình Đông',
    parentAgency: 'Ủy ban nhân dân tỉnh Nam Giang',
    number: 5,
    symbol: 'QĐ-UBND',
    place: 'An Bình Đông',
    signedOn: '2026-01-05',
    type: 'Quyết định',
    subject: 'Về việc ban hành Quy trình Đăng ký khai sinh',
    authority: 'Chủ tịch Ủy ban nhân dân phường An Bình Đông',
    grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Theo đề nghị của Chánh Văn phòng'],
    articles: [{ text: 'Ban hành quy trình.' }, { text: 'Hiệu lực từ ngày ký.' }],
    signature: { prefix: 'KT.', onBehalfOf: 'Chủ tịch', position: 'Phó Chủ tịch', name: 'Phạm Thị Mẫu' },
    recipients: ['Như Điều 2', 'Lưu: VT'],
  };

  test('is laid out as NĐ 30/2020 wants it', async () => {
    const [page = ''] = await pagesOf(decisionSheet(decision));
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 05/QĐ-UBND',
      'An Bình Đông, ngày 05 tháng 01 năm 2026',
      'địa phương;',
      'Chánh Văn phòng.',
      'Điều 1. Ban hành quy trình.',
      'Hiệu lực từ ngày ký./.',
      'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
      '- Như Điều 2;',
      '- Lưu: VT.',
    ])
      expect(page).toContain(words);
  });

  test('shows its page number from the second page on', async () => {
    const articles = Array.from({ length: 40 }, () => ({
      text: 'Văn phòng phổ biến quy trình đến những người có nhiệm vụ.',
    }));
    const pages = await pagesOf(decisionSheet({ ...decision, articles }));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.trim()).not.toMatch(/(^| )1$/);
    expect(pages[1]?.trim()).toMatch(/ 2$/);
  });

  test('without number and day leaves room to write them', async () => {
    const [page = ''] = await pagesOf(
      decisionSheet({ ...decision, number: null, signedOn: null, draft: true }),
    );
    expect(page).toContain('/QĐ-UBND');
    expect(page).toMatch(/ngày\s+tháng\s+năm/);
    expect(page).toContain('DỰ THẢO');
  });
});

describe('a register', () => {
  const register = {
    ...paper,
    title: 'Danh mục tài liệu nội bộ',
    code: 'BM-01-02',
    columns: [{ title: 'Mã hiệu' }, { title: 'Tên tài liệu', share: 3 }],
    rows: Array.from({ length: 100 }, (_, i) => [`QT-${i + 1}`, 'Đăng ký khai sinh']),
    emptyNote: 'Không có dòng nào',
  };

  test('repeats its columns on every page and loses no row', async () => {
    const pages = await pagesOf(registerSheet(register));
    for (const page of pages) expect(page).toContain('Tên tài liệu');
    const whole = pages.join(' ');
    for (const [code] of register.rows) expect(whole).toContain(code);
  });

  test('without rows says so', async () => {
    expect((await pagesOf(registerSheet({ ...register, rows: [] })))[0]).toContain('Không có dòng nào');
  });
});
