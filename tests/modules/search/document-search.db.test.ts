import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { recordLegalBases } from '#app/modules/documents/legal/legal-register.server.ts';
import { searchDocuments } from '#app/modules/documents/reading/document-search.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk } from '../documents/desk.ts';
import { formText, procedureText } from '../documents/procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const drafted = '2026-03-02T02:00:00.000Z';
const on = '2026-03-20';

async function found(words: string, actor: Actor = desk.people.ngoc, day = on) {
  const { results } = await searchDocuments(desk.db, actor, words, { on: day });
  return results.map((one) => [one.code, one.place, one.key, one.state]);
}

async function putInForce(texts: string[], from = '2026-03-10') {
  const drafts = [];
  for (const text of texts) drafts.push(await desk.approved(text, drafted));
  await desk.release(
    drafts.map((draft) => draft.revisionId),
    { inForceFrom: from },
    '2026-03-05T02:00:00.000Z',
  );
  return drafts;
}

const text = (code: string, title: string, purpose?: string, isPublic = 'yes') =>
  procedureText({ code, title, form: '', public: isPublic, ...(purpose ? { purpose } : {}) });

test('code comes before title, title before step, step before body, and a document is found once', async () => {
  await putInForce([
    text('QT-TP-11', 'Xác nhận tình trạng hôn nhân', 'Áp dụng kèm quy trình nhận cha, mẹ, con.'),
    text('QT-TP-12', 'Nhận cha, mẹ, con'),
  ]);
  expect(await found('qt tp 12')).toEqual([['QT-TP-12', 'code', null, 'in-force']]);
  expect(await found('QT-TP-12')).toEqual([['QT-TP-12', 'code', null, 'in-force']]);
  expect(await found('nhận cha mẹ')).toEqual([
    ['QT-TP-12', 'title', null, 'in-force'],
    ['QT-TP-11', 'body', 'muc-dich', 'in-force'],
  ]);
  expect((await found('tiếp nhận yêu cầu')).map(([code, place, key]) => [code, place, key])).toEqual([
    ['QT-TP-11', 'step', 'tiep-nhan'],
    ['QT-TP-12', 'step', 'tiep-nhan'],
  ]);
});

test('an exact spelling stands before a folded one, whatever the codes say', async () => {
  await putInForce([
    text('QT-TP-21', 'Cấp giấy về hoa'),
    text('QT-TP-22', 'Cấp giấy về hoá'),
    text('QT-TP-23', 'Cấp giấy về hòa'),
  ]);
  const titles = async (words: string) => (await found(words)).map(([code]) => code);
  expect(await titles('hòa')).toEqual(['QT-TP-23', 'QT-TP-21', 'QT-TP-22']);
  expect(await titles('hoà')).toEqual(['QT-TP-23', 'QT-TP-21', 'QT-TP-22']);
  expect(await titles('hoà'.normalize('NFD'))).toEqual(['QT-TP-23', 'QT-TP-21', 'QT-TP-22']);
  expect(await titles('hoá')).toEqual(['QT-TP-22', 'QT-TP-21', 'QT-TP-23']);
  expect(await titles('giấy về hoa')).toEqual(['QT-TP-21', 'QT-TP-22', 'QT-TP-23']);
  expect(await titles('GIAY VE')).toEqual(['QT-TP-21', 'QT-TP-22', 'QT-TP-23']);
});

test('đ and d, and words stored with separate marks, find each other', async () => {
  await putInForce([text('QT-TP-31', 'Đăng ký lại kết hôn'.normalize('NFD'))]);
  for (const words of ['dang ky lai', 'đăng ký lại', 'ĐĂNG KÝ', 'đang ky', 'đăng ký lạ']) {
    expect(await found(words)).toMatchObject([['QT-TP-31', 'title', null, 'in-force']]);
  }
  expect(await found('đăng ký mới')).toEqual([]);
});

test('staff find what is in force and open drafts, not what was superseded', async () => {
  const [first] = await putInForce([text('QT-TP-41', 'Chứng thực', 'Dùng dấu gỗ cũ.')]);
  const next = await desk.next(first?.documentId ?? '', '2026-03-12T02:00:00.000Z');
  await desk.save(next, text('QT-TP-41', 'Chứng thực', 'Dùng dấu đồng.'), '2026-03-12T03:00:00.000Z');
  expect(await found('dấu đồng')).toEqual([['QT-TP-41', 'body', 'muc-dich', 'draft']]);
  expect(await found('dấu gỗ')).toEqual([['QT-TP-41', 'body', 'muc-dich', 'in-force']]);
  await desk.submit(next, '2026-03-12T04:00:00.000Z');
  await desk.review(next, '2026-03-13T04:00:00.000Z');
  await desk.approve(next, '2026-03-14T04:00:00.000Z');
  await desk.release([next], { inForceFrom: '2026-03-18' }, '2026-03-15T02:00:00.000Z');
  expect(await found('dấu đồng', desk.people.ngoc, '2026-03-16')).toEqual([
    ['QT-TP-41', 'body', 'muc-dich', 'not-yet-in-force'],
  ]);
  expect(await found('dấu gỗ', desk.people.ngoc, '2026-03-17')).toEqual([
    ['QT-TP-41', 'body', 'muc-dich', 'in-force'],
  ]);
  expect(await found('dấu gỗ')).toEqual([]);
  expect(await found('dấu đồng')).toEqual([['QT-TP-41', 'body', 'muc-dich', 'in-force']]);
});

test('words that stand partly in the title and partly in a section find the document, where no place holds them all', async () => {
  await putInForce([
    text('QT-TP-43', 'Xác nhận tình trạng hôn nhân', 'Dùng con dấu nổi.'),
    text('QT-TP-44', 'Đăng ký khai tử', 'Dùng con dấu chìm.'),
    text('QT-TP-45', 'Đăng ký giám hộ', 'Không của công dân.', 'no'),
  ]);
  expect(await found('khai tử dấu chìm')).toEqual([['QT-TP-44', 'body', 'muc-dich', 'in-force']]);
  expect(await found('hon nhan dau noi')).toEqual([['QT-TP-43', 'body', 'muc-dich', 'in-force']]);
  expect(await found('khai tử dấu nổi')).toEqual([]);
  expect((await found('QT-TP-44 khai tử')).map(([code]) => code)).toEqual(['QT-TP-44']);
  expect(await found('giám hộ công dân', desk.story.citizen)).toEqual([]);
});

test('a revision begun as a copy is found like any open draft', async () => {
  const [first] = await putInForce([text('QT-TP-46', 'Cấp bản sao', 'Lời lẽ hiếm gặp.')]);
  const next = await desk.next(first?.documentId ?? '', '2026-03-12T02:00:00.000Z');
  const entries = async (revisionId: string) =>
    desk.db
      .selectFrom('search_entry')
      .select(['place', 'key', 'text'])
      .where('revision_id', '=', revisionId)
      .orderBy('id')
      .execute();
  expect(await entries(next)).toEqual(await entries(first?.revisionId ?? ''));
  expect((await entries(next)).length).toBeGreaterThan(5);
});

test('a saved draft is found by what it says now, not by what it said before', async () => {
  const draft = await desk.draft(text('QT-TP-42', 'Bản thử', 'Từ cũ kỳ lạ.'), drafted);
  await desk.save(draft.revisionId, text('QT-TP-42', 'Bản thử', 'Từ mới tinh tươm.'), drafted);
  expect(await found('kỳ lạ')).toEqual([]);
  expect(await found('tinh tươm')).toEqual([['QT-TP-42', 'body', 'muc-dich', 'draft']]);
  await desk.save(draft.revisionId, '<Section id="hong">Đang viết dở', drafted);
  expect(await found('đang viết dở')).toEqual([['QT-TP-42', 'body', null, 'draft']]);
});

test('a citizen finds public documents in force and not a word of anything else', async () => {
  await desk.draft(text('QT-TP-51', 'Bản nháp canarymot', 'canaryhai'), drafted);
  const approved = await desk.approved(text('QT-TP-52', 'Chờ ban hành canaryba', 'canarybon'), drafted);
  await putInForce([
    text('QT-TP-53', 'Nội bộ canarynam', 'canarysau', 'no'),
    text('QT-TP-54', 'Công khai canaryxanh', 'canarytam'),
  ]);
  await putInForce([text('QT-TP-55', 'Chưa tới ngày canarychin')], '2026-09-01');
  const { citizen } = desk.story;
  for (const word of 'mot hai ba bon nam sau chin'.split(' ')) {
    expect(await found(`canary${word}`, citizen)).toEqual([]);
    expect(await found(`canary${word}`)).toHaveLength(1);
  }
  expect(await found('canary', citizen)).toEqual([['QT-TP-54', 'title', null, 'in-force']]);
  expect(await found('qt tp', citizen)).toHaveLength(1);
  expect(await found('canarytam', citizen, '2026-03-09')).toEqual([]);
  expect(approved.revisionId).not.toBe('');
});

test('legal bases are found by number and title, forms like every document', async () => {
  await inTransaction(desk.db, (trx) =>
    recordLegalBases(
      trx,
      desk.people.hoa,
      [
        {
          ...{ key: 'nd-777-2025', numberSign: '777/2025/NĐ-CP', kind: 'nghi-dinh', issuer: 'Chính phủ' },
          ...{ title: 'Quy định về sổ gốc điện tử', signedOn: null, inForceFrom: null, inForceUntil: null },
          ...{ status: 'in-force' as const, replacedBy: null, note: '', checkedOn: null },
        },
      ],
      drafted,
    ),
  );
  await putInForce([formText()]);
  const { results } = await searchDocuments(desk.db, desk.people.ngoc, '777/2025', { on });
  expect(results.map((one) => [one.kind, one.legalBasisKey, one.place])).toEqual([
    ['legal-basis', 'nd-777-2025', 'code'],
  ]);
  expect((await found('sổ gốc điện tử'))[0]).toEqual(['777/2025/NĐ-CP', 'title', null, 'in-force']);
  expect((await found('BM-TP-09-01'))[0]).toEqual(['BM-TP-09-01', 'code', null, 'in-force']);
});

test('words in steps, forms, records and legal bases are found where they stand', async () => {
  await inTransaction(desk.db, (trx) =>
    recordLegalBases(
      trx,
      desk.people.hoa,
      [
        {
          ...{ key: 'nd-778-2025', numberSign: '778/2025/NĐ-CP', kind: 'nghi-dinh', issuer: 'Chính phủ' },
          ...{ title: 'Về trích lục canarybase', signedOn: null, inForceFrom: null, inForceUntil: null },
          ...{ status: 'in-force' as const, replacedBy: null, note: '', checkedOn: null },
        },
      ],
      drafted,
    ),
  );
  await putInForce([formText()]);
  const procedure = procedureText({ purpose: 'Theo <LegalBasis ref="nd-778-2025" />.' });
  await putInForce([procedure]);
  const told = async (words: string) =>
    (await searchDocuments(desk.db, desk.people.ngoc, words, { on })).results
      .filter((one) => one.code === 'QT-TP-09')
      .map((one) => [one.place, one.key, one.heading]);
  expect(await told('canarybase')).toEqual([['legal', 'muc-dich', '778/2025/NĐ-CP']]);
  expect(await told('BM-TP-09-01')).toEqual([['form', expect.any(String), 'BM-TP-09-01']]);
  expect((await told('tiếp nhận yêu cầu'))[0]).toEqual(['step', 'tiep-nhan', expect.stringMatching(/^1 · /)]);
  const { rows } = {
    rows: await desk.db
      .selectFrom('search_entry')
      .select(['place', 'heading', 'key'])
      .where('place', '=', 'record')
      .execute(),
  };
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect((await told(row.heading))[0]?.[0]).not.toBe('body');
});

test('whatever is typed, search answers', async () => {
  await putInForce([text('QT-TP-61', 'Cấp bản sao (NEAR) OR *')]);
  const hostile = [
    '"',
    '""',
    '*',
    'a*b*',
    'NEAR(a b)',
    'title:x',
    '-x',
    'a AND',
    'OR',
    'NOT x',
    '^a',
    '{a}:b',
    "'; drop table search_entry; --",
    '\\',
    '\u0000',
    "a' & b | c:*",
    '()',
    '🙂 🙂',
    '\ud800',
    '𞤀𞤁',
    'a'.repeat(5000),
    'đ '.repeat(500),
    '@title',
    '=hoa',
    '\u0300\u0301',
    '%_',
  ];
  for (const words of hostile) {
    await expect(searchDocuments(desk.db, desk.people.ngoc, words, { on })).resolves.toBeDefined();
  }
  expect(await found('near or')).toEqual([['QT-TP-61', 'title', null, 'in-force']]);
  expect(await found('@title')).toEqual([]);
  expect(await found('')).toEqual([]);
});
