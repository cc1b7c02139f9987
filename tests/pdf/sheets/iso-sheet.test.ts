import { afterAll, describe, expect, test } from 'vitest';
import { createPdfPress } from '#app/pdf/renderer.ts';
import { type CopyState, isoSheet } from '#app/pdf/sheets/iso-sheet.ts';
import { oneLine, readPdf } from '../read-pdf.ts';
import { bodyOf, procedureInForce } from '../ward-papers.ts';

const press = createPdfPress();
afterAll(() => press.close());

async function pagesOf(more: Parameters<typeof procedureInForce>[0] = {}): Promise<string[]> {
  return readPdf(await press.render(isoSheet(procedureInForce(more)))).text.map(oneLine);
}

describe('the file copy of a revision', () => {
  test('says on every page what it is, from when it holds, and which page this is', async () => {
    const pages = await pagesOf();
    expect(pages.length).toBeGreaterThan(2);
    for (const [i, page] of pages.entries()) {
      expect(page).toContain('PHƯỜNG AN BÌNH ĐÔNG');
      expect(page).toContain('ĐĂNG KÝ KHAI SINH');
      expect(page).toContain('Mã hiệu: QT-TP-01');
      expect(page).toContain('Lần ban hành: 02');
      expect(page).toContain('Lần sửa đổi: 01');
      expect(page).toContain('Ngày hiệu lực: 01/02/2026');
      expect(page).toContain(`Trang: ${i + 1}/${pages.length}`);
      expect(page).toContain('https://iso.anbinhdong.example/t/7KQ2M4XB');
    }
  });

  test('has no page without a text of its own', async () => {
    const bands = (await pagesOf({ body: [] }))[0]?.length ?? 0;
    for (const page of await pagesOf()) expect(page.length).toBeGreaterThan(bands * 0.5);
  });

  test('says who drafted it, when, what they confirmed, and the mark of the content', async () => {
    const [first = ''] = await pagesOf();
    for (const words of [
      'Người soạn thảo',
      '09:00 ngày 05/01/2026',
      'Soạn thảo nội dung này',
      '0123 4567 89ab cdef',
    ])
      expect(first).toContain(words);
  });

  test('shows an approval from before the system as recorded afterwards, with its decision and no mark', async () => {
    const [first = ''] = await pagesOf({
      signOffs: [
        {
          part: 'approved',
          name: 'Người phê duyệt',
          position: 'Chủ tịch UBND',
          at: '2026-01-20T03:00:00.000Z',
          meaning: 'Phê duyệt',
          contentHash: 'ffffffffffffffffffff',
          recordedAfterwards: { decision: '12/QĐ-UBND', signedOn: '2025-07-07' },
        },
      ],
    });
    expect(first).toContain('Ghi nhận sau');
    expect(first).toContain('12/QĐ-UBND ngày 07/07/2025');
    expect(first).not.toContain('ffff');
    expect(first).not.toContain('20/01/2026');
  });

  const marks: [CopyState, string | null][] = [
    ['draft', 'DỰ THẢO'],
    ['not-yet-in-force', 'CHƯA CÓ HIỆU LỰC'],
    ['in-force', null],
    ['superseded', 'HẾT HIỆU LỰC'],
    ['withdrawn', 'ĐÃ THU HỒI'],
  ];
  test.each(marks)('in the state %s carries the watermark %s on every page', async (state, mark) => {
    for (const page of await pagesOf({ state }))
      for (const [, words] of marks)
        expect(words !== null && page.includes(words), words ?? '').toBe(words !== null && words === mark);
  });

  test('as a controlled print says its copy number, when it was printed and by whom', async () => {
    const controlled = {
      copyNumber: '03',
      printedAt: '2026-02-03T02:15:00.000Z',
      printedBy: 'Nguyễn Văn Mẫu',
    };
    const [first = ''] = await pagesOf({ controlled });
    expect(first).toContain(
      'TÀI LIỆU KIỂM SOÁT · Bản số 03 · In từ hệ thống lúc 09:15 ngày 03/02/2026 · Người in: Nguyễn Văn Mẫu',
    );
    expect((await pagesOf())[0]).toContain('Bản in không kiểm soát');
  });

  test('in English has English labels', async () => {
    const [first = ''] = await pagesOf({ locale: 'en', kind: 'Procedure' });
    expect(first).toContain('Effective date: 1 February 2026');
    expect(first).not.toContain('Lần ban hành');
  });
});

describe('the body', () => {
  test('names what the keys of the text stand for', async () => {
    const whole = (await pagesOf()).join(' ');
    for (const words of [
      'Luật Hộ tịch số 60/2014/QH13',
      'BM-TP-01-01 Phiếu tra cứu',
      '8.000 đồng/trường hợp',
      'Vĩnh viễn',
      '5 năm',
      '0,5 giờ (không tính)',
      'Chịu trách nhiệm: Chánh Văn phòng',
      'Giấy tờ phải xuất trình',
      'Quy định pháp luật',
    ])
      expect(whole).toContain(words);
    for (const raw of ['luat-60-2014', 'tu-phap', 'permanent', 'P5Y']) expect(whole).not.toContain(raw);
  });

  test('numbers its sections and their headings, and lists the sections first with their pages', async () => {
    const pages = await pagesOf();
    expect(pages[0]).toMatch(/MỤC LỤC 1\. MỤC ĐÍCH 2 .*7\. HỒ SƠ LƯU TRỮ \d/);
    expect(pages.join(' ')).toContain('5.2. Trình tự');
  });

  test('whose sections bring their own numbers gets no second ones', async () => {
    const body = bodyOf(
      '<Section id="a" title="Cách dùng">\n\nX\n\n</Section>\n\n<Section id="b" title="Phần 1. Sự việc">\n\nY\n\n</Section>',
    );
    const [first = ''] = await pagesOf({ body });
    expect(first).toContain('CÁCH DÙNG X PHẦN 1. SỰ VIỆC Y');
    expect(first).not.toContain('1. CÁCH DÙNG');
  });

  test('prints outside links as links and keeps a long word inside its page', async () => {
    const long = `${'x'.repeat(400)} hết`;
    const body = [
      ...bodyOf('Xem [cổng](https://dichvucong.example/a) và [tệp](file:///etc/passwd).'),
      ...bodyOf(long),
    ];
    const pdf = readPdf(await press.render(isoSheet(procedureInForce({ body }))));
    expect(pdf.links).toEqual(['https://dichvucong.example/a']);
    expect(pdf.text[0]?.replace(/\s/g, '')).toContain('x'.repeat(400));
  });
});
