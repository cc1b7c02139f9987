import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { TypedValues } from '#app/http/forms.ts';
import { answerForm } from '#app/modules/documents/editor/form-answer.server.ts';
import { readFormPage } from '#app/modules/documents/editor/form-page.server.ts';
import { answerSource } from '#app/modules/documents/editor/source-answer.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { closePress, Desk } from '../desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const now = '2026-03-02T02:00:00.000Z';
const birth = readFileSync('content/library/procedures/QT-TP-01.mdx', 'utf8');

async function drafted(source = birth): Promise<string> {
  return (await desk.draft(source, now)).revisionId;
}

/** What a person sends from the form as they see it. */
async function send(
  id: string,
  values: TypedValues,
  wishes: { act?: string; byItself?: boolean; who?: Actor } = {},
) {
  const who = wishes.who ?? desk.people.tam;
  const { head, source } = await readFormPage(desk, who, id, now, 'vi');
  const filling = {
    revisionId: id,
    version: head.revision.version,
    base: source,
    values,
    act: '',
    byItself: false,
  };
  return answerForm(desk, who, { ...filling, ...wishes }, now, 'vi');
}

async function componentNamed(id: string, name: string, key: string, value: string): Promise<number> {
  const { view } = await readFormPage(desk, desk.people.tam, id, now, 'vi');
  const found = view?.components.find((one) => one.name === name && one.values[key] === value);
  if (!found) throw new Error(`no ${name} ${value}`);
  return found.at;
}

test('one field changed in the form changes that field in the text, and nothing else', async () => {
  const id = await drafted();
  const at = await componentNamed(id, 'Step', 'id', 'ky');
  const answer = await send(id, { [`c${at}.result`]: ['Giấy "khai sinh" & bản sao'] });
  expect(answer.saved?.version).toBe(2);
  const { source } = await desk.revision(id);
  expect(source).toBe(
    birth.replace('result="Giấy khai sinh đã ký"', 'result="Giấy &quot;khai sinh&quot; &amp; bản sao"'),
  );
});

test('a form sent as it stands saves nothing and makes no version', async () => {
  const id = await drafted();
  const at = await componentNamed(id, 'Step', 'id', 'ky');
  const answer = await send(id, {
    [`c${at}.title`]: ['Ký Giấy khai sinh'],
    'f.title.vi': ['Đăng ký khai sinh'],
  });
  expect(answer.saved?.version).toBe(1);
  expect((await desk.revision(id)).source).toBe(birth);
});

test('words that name a role stay words until somebody touches them; then any way of writing it will do', async () => {
  const words = birth.replace(
    'keeper="tu-phap-ho-tich" retention="permanent" />',
    'keeper="Chủ tịch  UBND" retention="until: khi có thay đổi" />',
  );
  const id = await drafted(words);
  const at = await componentNamed(id, 'Record', 'id', 'ho-so');
  await send(id, {
    [`c${at}.keeper`]: ['Chủ tịch  UBND'],
    [`c${at}.retention`]: ['khi có thay đổi', 'until'],
  });
  expect((await desk.revision(id)).source).toBe(words);
  await send(id, { [`c${at}.keeper`]: ['CHỦ TỊCH ubnd'] });
  expect((await desk.revision(id)).source).toBe(words.replace('Chủ tịch  UBND', 'chu-tich'));
});

test('a step is moved with its very bytes, added behind another, and taken away whole', async () => {
  const id = await drafted();
  await send(id, {}, { act: `move:${await componentNamed(id, 'Step', 'id', 'ky')}:up` });
  const moved = (await desk.revision(id)).source;
  expect([...moved].sort().join('')).toBe([...birth].sort().join(''));
  expect(moved.indexOf('<Step id="ky"')).toBeLessThan(moved.indexOf('<Step id="in-trinh"'));
  await send(id, {}, { act: `move:${await componentNamed(id, 'Step', 'id', 'ky')}:down` });
  expect((await desk.revision(id)).source).toBe(birth);
  await send(id, {}, { act: `add:Step:${await componentNamed(id, 'Step', 'id', 'ky')}` });
  const added = await componentNamed(id, 'Step', 'id', 'buoc-8');
  await send(id, {}, { act: `remove:${added}` });
  expect((await desk.revision(id)).source).toBe(birth);
});

test('what cannot be right comes back with its reason and is not saved; what saves itself saves the rest', async () => {
  const id = await drafted();
  const at = await componentNamed(id, 'Step', 'id', 'ky');
  const values = {
    [`c${at}.title`]: [''],
    [`c${at}.result`]: ['Đã ký'],
    [`c${at}.responsible`]: ['Không ai cả'],
  };
  const refused = await send(id, values);
  expect(refused.saved).toBeUndefined();
  expect(refused.form?.errors).toEqual({
    [`c${at}.title`]: ['errors.field.required'],
    [`c${at}.responsible`]: ['editor.fault.name-unknown'],
  });
  expect(refused.form?.values[`c${at}.result`]).toEqual(['Đã ký']);
  expect((await desk.revision(id)).source).toBe(birth);
  const partly = await send(id, values, { byItself: true });
  expect(partly.saved?.version).toBe(2);
  expect(Object.keys(partly.form?.errors ?? {})).toHaveLength(2);
  expect((await desk.revision(id)).source).toContain('result="Đã ký"');
});

test('two people edit one draft: the second gets both texts, and both are whole', async () => {
  const id = await drafted();
  const { source, head } = await readFormPage(desk, desk.people.tam, id, now, 'vi');
  const seen = { revisionId: id, version: head.revision.version, base: source, act: '', byItself: false };
  await answerForm(desk, desk.people.tam, { ...seen, values: { 'f.title.en': ['First'] } }, now, 'vi');
  const second = await answerForm(
    desk,
    desk.people.tam,
    { ...seen, values: { 'f.title.en': ['Second'] } },
    now,
    'vi',
  );
  expect(second.saved).toBeUndefined();
  expect(second.form?.conflict?.source).toContain('en: "First"');
  expect(second.form?.values.source?.[0]).toContain('en: "Second"');
  expect((await desk.revision(id)).source).toContain('en: "First"');
});

test('the source typed as a whole keeps the bytes of lines that say what they said', async () => {
  const stored = birth.replaceAll('\n', '\r\n');
  const id = await drafted(stored);
  const typed = { revisionId: id, version: 1, changeSummary: '', legalGround: '' };
  const same = await answerSource(desk, desk.people.tam, { ...typed, source: birth }, {}, now);
  expect(same.saved?.version).toBe(1);
  const source = birth.replace('01 bộ.', '02 bộ.');
  await answerSource(desk, desk.people.tam, { ...typed, source }, {}, now);
  expect((await desk.revision(id)).source).toBe(stored.replace('01 bộ.', '02 bộ.'));
});

test('ids that stand twice are mended in the form; a text that cannot be read has none', async () => {
  const id = await drafted(birth.replace('<Step id="ky"', '<Step id="in-trinh"'));
  const { view } = await readFormPage(desk, desk.people.tam, id, now, 'vi');
  const twice = view?.components.filter((one) => one.name === 'Step' && one.values.id === 'in-trinh') ?? [];
  expect(twice).toHaveLength(2);
  await send(id, { [`c${twice[1]?.at}.id`]: ['ky'] });
  expect((await desk.revision(id)).source).toBe(birth);
  const broken = await drafted('---\nkind: procedure\n---\n\n<Section>');
  const page = await readFormPage(desk, desk.people.tam, broken, now, 'vi');
  expect(page.view).toBeNull();
  expect(page.text.findings.length).toBeGreaterThan(0);
});
