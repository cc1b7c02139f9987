import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginManual, manualState, planManual } from '#app/modules/documents/printing/whole-manual.server.ts';
import { manualKinds } from '#app/modules/documents/printing/whole-manual.ts';
import { createPdfPress } from '#app/pdf/renderer.ts';
import { oneLine, readPdf } from '#tests/pdf/read-pdf.ts';
import { closePress, Desk } from '../desk.ts';
import { formText, procedureText } from '../procedure-text.ts';

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'ro-viec-manual-'));
const pdf = createPdfPress();
const now = '2026-06-15T02:00:00.000Z';
const day = '2026-06-16';

beforeAll(async () => {
  desk = await Desk.open();
  const form = await desk.approved(formText(), now);
  await desk.release([form.revisionId], {}, now);
  const procedure = await desk.approved(procedureText(), now);
  await desk.release([procedure.revisionId], { decisionNumber: '13/QĐ-UBND' }, now);
  await desk.draft(procedureText({ code: 'QT-TP-10', title: 'Chưa ban hành' }), now);
});
afterAll(async () => {
  await pdf.close();
  await desk.close();
  await closePress();
  rmSync(folder, { recursive: true, force: true });
});

const room = () => ({
  db: desk.db,
  press: desk.press,
  pdf,
  folder,
  origin: 'https://iso.anbinhdong.example',
});

test('the whole manual is one book of what is in force, in the order of the library, pages counted through', async () => {
  const wish = { kinds: [...manualKinds], locale: 'vi' as const, day };
  const plan = await planManual(room(), desk.people.hoa, wish);
  expect(plan.revisionIds).toHaveLength(2);
  expect(await manualState(room(), plan)).toBeNull();
  const { finished } = await beginManual(room(), desk.people.hoa, plan, now, (fault) => {
    throw fault;
  });
  expect(await manualState(room(), plan)).toMatchObject({ state: 'making', of: 2 });
  const other = await planManual(room(), desk.people.hoa, { ...wish, kinds: ['form'] });
  expect(other.revisionIds).toHaveLength(1);
  expect(await manualState(room(), other)).toEqual({ state: 'waiting' });
  await finished;
  const made = await manualState(room(), plan);
  if (made?.state !== 'ready') throw new Error(`not made: ${made?.state}`);
  const pages = (await readPdf(readFileSync(made.file))).text.map(oneLine);
  expect(pages[0]).toContain('HỆ THỐNG TÀI LIỆU QUẢN LÝ CHẤT LƯỢNG');
  expect(pages[1]).toContain('MỤC LỤC');
  for (const [at, page] of pages.entries())
    if (at > 0) expect(page).toContain(`Trang ${at + 1}/${pages.length}`);
  const begins = (words: string) => pages.findIndex((page, at) => at > 1 && page.includes(words));
  const [procedure, form] = [begins('Mã hiệu: QT-TP-09'), begins('Mã hiệu: BM-TP-09-01')];
  expect(procedure).toBeGreaterThan(1);
  expect(form).toBeGreaterThan(procedure);
  expect(pages[1]).toMatch(new RegExp(`Cấp bản sao trích lục hộ tịch.*${procedure + 1}`));
  expect(pages.join(' ')).not.toContain('Chưa ban hành');
  expect((await planManual(room(), desk.people.hoa, wish)).key).toBe(plan.key);
});

test('what one may not read is in no book', async () => {
  const wish = { kinds: [...manualKinds], locale: 'vi' as const, day };
  await expect(planManual(room(), desk.story.citizen, wish)).rejects.toThrow();
});
