import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acknowledges,
  bringsInWordFile,
  follow,
  mendsInForm,
  press,
  releases,
  signs,
  submits,
} from './document-acts.ts';
import { opensPart, savedByItself, step, times } from './form-mending.ts';
import { type OfficeAtBrowser, openOffice } from './office-at-browser.ts';
import { difference, pdfLines } from './pdf-difference.ts';
import { wordCode as code } from './unfinished-procedure.ts';

let office: OfficeAtBrowser;
beforeAll(async () => {
  office = await openOffice();
}, 600_000);
afterAll(() => office?.close());

/** At the counter, in civil status, the leaders: all with a duty in the procedure, none in its last step. */
const untouched = ['mai', 'tam', 'an', 'nam', 'ha', 'linh', 'dat', 'hoa', 'quang'];
/** Who gives the result out, and who answers for it. */
const givingOut = ['loan', 'khanh'];

async function isSigned(draft: string): Promise<void> {
  await submits(office, await office.windowOf('thao'), draft);
  await signs(office, 'khanh', { kind: 'xem xét', code, button: 'Ký xem xét' });
  await signs(office, 'quang', { kind: 'phê duyệt', code, button: 'Ký phê duyệt' });
}

/** What every copy says of itself: who signed when and what, its numbers and days, where its state is asked. */
const ofTheCopy = [
  /^\d{2}:\d{2} ngày \d{2}\/\d{2}\/\d{4}$/,
  /^[0-9a-f]{4}( [0-9a-f]{4}){3}$/,
  /^Lần sửa đổi: 0[01]$/,
  /^Ngày hiệu lực: (21\/11|01\/12)\/2026$/,
  /^QT-TP-29 · Lần ban hành 01 · Lần sửa đổi 0[01] · Hiệu lực từ (21\/11|01\/12)\/2026$/,
  /^(Quét mã để biết .*: )?(http:\/\/localhost:3000\/)?(status\/)?([a-z0-9]{20})?$/,
];
const isOfText = (line: string) => !ofTheCopy.some((own) => own.test(line));

async function isAsked(key: string): Promise<boolean> {
  const page = await office.windowOf(key);
  await page.goto('/my-work');
  return ((await page.locator('#pending').textContent()) ?? '').includes(code);
}

/** From a Word file to a text in force that everybody with a duty in it has read. @returns its addresses and its paper. */
async function comesIntoForce() {
  const thao = await office.windowOf('thao');
  const revision = await bringsInWordFile(office, thao);
  await thao.goto(`${revision}/submission`);
  expect(await thao.getByRole('main').textContent()).toMatch(/Còn \d+ lỗi phải sửa trước khi trình/);
  await thao.goto(`${revision}/form`);
  await mendsInForm(office, thao);
  await isSigned(revision);
  await releases(office, thao, { code, decision: '131/QĐ-UBND', from: '2026-11-21' });
  await follow(thao, code);
  await follow(thao, code);
  await thao.waitForURL(/\/documents\/\w+$/);
  await office.look(thao, '16-in-force');
  const page = await thao.getByRole('main').textContent();
  for (const name of ['Nguyễn Phương Thảo', 'Phạm Gia Khánh', 'Đỗ Minh Quang']) expect(page).toContain(name);
  const document = new URL(thao.url()).pathname;

  const loan = await office.windowOf('loan');
  await loan.goto('/my-work');
  expect(await loan.locator('#duties').textContent()).toMatch(/QT-TP-29.*Đóng dấu, trả bản sao/);
  for (const key of [...untouched, ...givingOut])
    await acknowledges(office, key, code, key === 'loan' ? '20-loan-whole' : undefined);
  return { document, paper: await pdfLines(thao, revision) };
}

/** The next revision, begun at the document's page, with another time for one step. @returns its paper. */
async function isAmended(document: string): Promise<string[]> {
  const thao = await office.windowOf('thao');
  await thao.goto(document);
  await office.look(thao, '30-document');
  await follow(thao, 'Sửa đổi');
  await office.look(thao, '31-new-revision');
  await thao.getByLabel('Tóm tắt nội dung sửa đổi').fill('Bước 4: trả bản sao trong 2 giờ thay vì 4 giờ');
  await press(thao, 'Bắt đầu sửa đổi');
  await thao.waitForURL(/\/revisions\/\w+\/form/);
  const revision = new URL(thao.url()).pathname.replace('/form', '');
  await opensPart(thao, 'Trình tự các bước');
  await savedByItself(thao, () => times(step(thao, 'Đóng dấu, trả bản sao'), '2', false));
  await isSigned(revision);
  await releases(office, thao, { code, decision: '140/QĐ-UBND', from: '2026-12-01' });
  return pdfLines(thao, revision);
}

/** Who is in the register for the amended revision, each with whether they have read it. */
async function askedForAmended(document: string): Promise<string[]> {
  const thao = await office.windowOf('thao');
  await thao.goto(document);
  await follow(thao, 'Ai đã đọc');
  await office.look(thao, '50-who-has-read');
  const rows = await thao.getByRole('main').getByRole('table').getByRole('row').all();
  const lines = await Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allTextContents()).join(' | ')),
  );
  return lines
    .filter((line) => line.includes(' | 1/1 | '))
    .map((line) => `${line.split(' | ')[0]}: ${/chờ xác nhận/i.test(line) ? 'chưa' : 'rồi'}`)
    .sort();
}

test('a Word file becomes a text in force by the form alone; one changed step asks only those it touches', async () => {
  const { document, paper } = await comesIntoForce();
  await office.comesTo('2026-12-01T02:00:00.000Z');
  const amended = await isAmended(document);

  for (const key of untouched) expect(await isAsked(key), key).toBe(false);
  const shown = await acknowledges(office, 'loan', code, '40-loan-change');
  expect(shown).toContain('Bước 4 “Đóng dấu, trả bản sao”: thời hạn 4 giờ làm việc → 2 giờ làm việc.');
  expect(shown).not.toContain('Tiếp nhận yêu cầu');
  expect(await isAsked('loan')).toBe(false);
  expect(await isAsked('khanh')).toBe(true);
  expect(await askedForAmended(document)).toEqual(['Lý Bích Loan: rồi', 'Phạm Gia Khánh: chưa']);

  const { gone, come } = difference(paper, amended);
  // The time stands in the table of steps and in the flow chart.
  expect(gone.filter(isOfText)).toEqual(['4 giờ', '4 giờ']);
  expect(come.filter(isOfText)).toEqual([
    ...['2', 'Bước 4: trả bản sao trong 2 giờ thay vì 4', 'giờ', '–', '01/01', '01/12/2026'],
    ...['2 giờ', '2 giờ'],
  ]);
  expect(office.faults).toEqual([]);
}, 240_000);
