import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { NotFound } from '#app/http/errors.ts';
import {
  startsToChoose,
  textFrom,
  textFromLibrary,
} from '#app/modules/documents/drafting/starter-text.server.ts';
import { closePress, Desk } from '../desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const birth = readFileSync('content/library/procedures/QT-TP-01.mdx', 'utf8');
const titleLine = 'title: { vi: "Đăng ký khai sinh", en: "Birth registration" }';
const fresh = birth.replace('code: QT-TP-01\n', '').replace(titleLine, 'title: { vi: "Tên \\"mới\\"" }');

test('a text of the library begins a document: without its code and other title, and else to the byte', async () => {
  expect(await textFromLibrary(desk.press, 'content', 'QT-TP-01', 'Tên "mới"')).toBe(fresh);
  await expect(textFromLibrary(desk.press, 'content', '../starters/form', 'Tên')).rejects.toThrow(NotFound);
});

test('so does another document of the office, and no step of it replaces one of its past', async () => {
  const replacing = birth
    .replace('<Step id="ky"', '<Step replaces="ky-ten" id="ky"')
    .replace('<Steps>', '<Steps retired="cu">');
  const { documentId } = await desk.draft(replacing, '2026-03-02T02:00:00.000Z');
  expect(await textFrom(desk, desk.people.tam, documentId, 'Tên "mới"')).toBe(fresh);
  const { templates, documents } = await startsToChoose(
    desk.db,
    desk.people.tam,
    'content',
    '2026-03-02',
    'vi',
  );
  expect(templates).toContainEqual({ value: 'QT-TP-01', label: 'QT-TP-01 – Đăng ký khai sinh' });
  expect(documents.map((one) => one.value)).toContain(documentId);
});
