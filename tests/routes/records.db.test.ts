import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/permissions/actor.ts';
import { oneLine, readPdf } from '#tests/pdf/read-pdf.ts';
import { closePress } from '../modules/documents/desk.ts';
import { WebDesk } from './web-desk.ts';

let web: WebDesk;
beforeEach(async () => {
  web = await WebDesk.open('2026-05-04T02:00:00.000Z');
});
afterEach(() => web.close());
afterAll(closePress);

async function send(who: Actor, path: string, fields: Record<string, string>): Promise<string> {
  const { status, to, html } = await web.post(who, path, fields);
  if (status !== 303)
    throw new Error(`${path}: ${status} ${/role="alert".*?<\/div>/s.exec(html)?.[0] ?? ''}`);
  return to;
}

async function pdfOf(who: Actor, path: string): Promise<string> {
  const answer = await web.get(who, path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return oneLine(readPdf(Buffer.from(await answer.arrayBuffer())).text.join(' '));
}

test('a form is filled in, printed, kept to its last day and disposed of with a minute, over HTTP', {
  timeout: 120_000,
}, async () => {
  const { ngoc, hoa, mai, lan } = web.desk.people;
  const { documentId } = web.desk.procedure;
  const begun = { form: 'BM-TP-09-01', document: documentId, step: 'tiep-nhan' };
  const filling = await send(ngoc, '/records/new', begun);
  expect((await web.post(ngoc, '/records/new', { form: 'BM-99-99' })).status).toBe(409);
  expect((await web.get(hoa, filling)).status).toBe(404);

  const early = await web.post(ngoc, `${filling}/completion`, { version: '1' });
  expect(early.status).toBe(409);
  expect(early.html).toContain('Còn 1 chỗ phải điền');
  const values = { version: '1', 'v:ho-ten': 'Mã hồ sơ 0007', onward: 'completion' };
  expect(await send(ngoc, filling, values)).toBe(`${filling}/completion`);
  expect((await web.post(ngoc, filling, values)).status).toBe(409);
  const page = await web.read(ngoc, `${filling}/completion`);
  expect(page).toContain('Hồ sơ yêu cầu trích lục');
  expect(page).toContain('Mã hồ sơ 0007');

  const record = await send(ngoc, `${filling}/completion`, { version: '2', type: `${documentId} ho-so` });
  expect((await web.get(lan, record)).status).toBe(404);
  const paper = await pdfOf(ngoc, `${record}/file.pdf`);
  for (const words of ['BM-TP-09-01/2026/001', 'Mã hồ sơ 0007', 'Vũ Thị Ngọc'])
    expect(paper).toContain(words);
  const form = await web.desk.db
    .selectFrom('document')
    .select('id')
    .where('code', '=', 'BM-TP-09-01')
    .executeTakeFirstOrThrow();
  expect(await pdfOf(ngoc, `/records/blank/${form.id}`)).toContain('Họ và tên');

  const recordId = record.split('/').at(-1) ?? '';
  const proposal = { record: recordId, reason: 'Hết thời hạn' };
  expect((await web.post(hoa, '/records/disposals/new', proposal)).status).toBe(409);
  web.clock.set('2031-05-05T02:00:00.000Z');
  const disposal = await send(hoa, '/records/disposals/new', proposal);
  expect((await web.post(hoa, `${disposal}/decision`, {})).status).toBe(403);
  const minute = {
    on: '2031-05-05',
    place: 'Kho lưu trữ',
    method: 'Xóa dữ liệu',
    witnesses: 'Bùi Thị Lan, văn thư',
    conclusion: 'Đã xóa một hồ sơ',
  };
  expect((await web.post(hoa, `${disposal}/minute`, minute)).status).toBe(409);
  await send(mai, `${disposal}/decision`, {
    agreed: 'yes',
    number: '15/QĐ-UBND',
    on: '2031-05-05',
    members: 'Phạm Văn Kiên, Chánh Văn phòng',
  });
  await send(hoa, `${disposal}/minute`, minute);
  const written = await pdfOf(hoa, `${disposal}/minute.pdf`);
  for (const words of ['BM-01-07', '15/QĐ-UBND', 'BM-TP-09-01/2026/001', 'Đã xóa một hồ sơ'])
    expect(written).toContain(words);
  const gone = await web.read(ngoc, record);
  expect(gone).not.toContain('Mã hồ sơ 0007');
  expect(gone).toContain('Nội dung đã hủy theo biên bản');
  expect((await web.get(ngoc, `${record}/file.pdf`)).status).toBe(404);
  expect(await web.desk.desk.journalIsSound()).toBe(true);
});
