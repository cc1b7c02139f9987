import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { oneLine, readPdf } from '#tests/pdf/read-pdf.ts';
import { closePress } from '../modules/documents/desk.ts';
import { WebDesk } from './web-desk.ts';

let web: WebDesk;
const now = '2026-05-04T02:00:00.000Z';
beforeEach(async () => {
  web = await WebDesk.open(now);
  const { hoa } = web.desk.people;
  const account = {
    login: 'hoa',
    displayName: hoa.name,
    officerId: hoa.officerId,
    roles: ['quality-officer' as const],
  };
  await inTransaction(web.desk.db, (trx) => createAccount(trx, systemOf(hoa.agencyId), account, now));
});
afterEach(async () => {
  expect(await web.desk.desk.journalIsSound()).toBe(true);
  await web.close();
});
afterAll(closePress);

/** Fields of the form on a page as a browser would send them, its hidden ones as they stand. */
function hiddenFields(html: string): [string, string][] {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return inputs.map((input) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? '',
    /value="([^"]*)"/.exec(input)?.[1] ?? '',
  ]);
}

async function signs(who: Actor, documentId: string, answers: [string, string][] = []) {
  const path = `/documents/${documentId}/acknowledgement`;
  const fields: [string, string][] = [...hiddenFields(await web.read(who, path)), ...answers];
  return web.post(who, path, [...fields, ['agreed', 'yes']]);
}

/** A change of the second step, released by the page of the quality officer. */
async function releasedOnCondition(documentId: string): Promise<string> {
  const { desk } = web.desk;
  const next = await desk.next(documentId, now);
  const { source } = await desk.revision(next);
  await desk.save(next, source.replace('Đối chiếu sổ gốc', 'Đối chiếu hai sổ gốc'), now);
  await desk.submit(next, now);
  await desk.review(next, now);
  await desk.approve(next, now);
  const { to } = await web.post(web.desk.people.hoa, '/documents/releases/new', {
    revision: next,
    decisionNumber: '57/QĐ-UBND',
    signedOn: '2026-05-04',
    signer: 'Nguyễn Thị Mai',
    inForceFrom: '2026-05-06',
    inForceUntil: '',
    whenAcknowledged: 'yes',
    acknowledgeWithin: '2',
    question1: 'Đối chiếu mấy sổ?',
    choices1: 'Một sổ\nHai sổ',
    right1: '2',
    question2: '',
    choices2: '',
    right2: '0',
  });
  expect(to).not.toBe('');
  return next;
}

test('a change waits for those it touches, tells them what changed, asks its question and then takes force', {
  timeout: 120_000,
}, async () => {
  const { hoa, tam, kien, ngoc, binh, mai, vinh } = web.desk.people;
  const { documentId, revisionId } = web.desk.procedure;
  for (const who of [tam, kien, ngoc, binh, mai, vinh]) {
    if ((await web.desk.desk.askedOf(revisionId, who, now)).length === 0) continue;
    expect(await web.read(who, '/my-work')).toContain(`/documents/${documentId}/acknowledgement`);
    expect((await signs(who, documentId)).status).toBe(303);
  }
  const next = await releasedOnCondition(documentId);
  expect(await web.read(hoa, '/documents')).toContain('Chờ xác nhận');
  expect(await web.read(tam, `/revisions/${next}`)).toContain('không sớm hơn 06/05/2026');
  expect(await web.read(web.desk.desk.story.citizen, `/status/${next}`)).toContain('đang chờ');
  const copy = await web.get(hoa, `/revisions/${next}/file.pdf`);
  expect(oneLine(readPdf(Buffer.from(await copy.arrayBuffer())).text.join(' '))).toContain('CHỜ XÁC NHẬN');

  const work = await web.read(tam, '/my-work');
  expect(work).toContain(`/documents/${documentId}/acknowledgement#part-step-trich-luc`);
  expect(work).toContain('06/05/2026');
  expect(await web.read(ngoc, '/my-work')).not.toContain(`/documents/${documentId}/acknowledgement`);
  const page = await web.read(tam, `/documents/${documentId}/acknowledgement`);
  expect(page).toMatch(/<ins>[^<]*hai/);
  expect(page).toContain('Đối chiếu mấy sổ?');

  const wrong = await signs(tam, documentId, [['answer1', '1']]);
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('Chưa đúng');
  expect((await signs(tam, documentId, [['answer1', '2']])).status).toBe(303);
  web.clock.set('2026-05-07T02:00:00.000Z');
  expect(await web.read(kien, '/my-work')).toContain('Quá hạn');
  const register = await web.read(hoa, `/documents/acknowledgements?document=${documentId}&state=overdue`);
  expect(register).toContain(`/documents/acknowledgements?officer=${kien.officerId}`);
  expect(register).not.toContain(`/documents/acknowledgements?officer=${tam.officerId}`);
  expect((await signs(kien, documentId, [['answer1', '2']])).status).toBe(303);
  expect(await web.read(web.desk.desk.story.citizen, `/status/${next}`)).toContain('đang có hiệu lực');
  expect(await web.read(web.desk.desk.story.citizen, `/public/documents/${documentId}`)).toContain(
    'hai sổ gốc',
  );
});

test('the register goes out as a table and on paper, and a review is recorded by the head of the unit', {
  timeout: 120_000,
}, async () => {
  const { hoa, kien, ngoc } = web.desk.people;
  const { documentId } = web.desk.procedure;
  await signs(ngoc, documentId);
  const csv = await (await web.get(hoa, '/documents/acknowledgements.csv')).text();
  expect(csv).toContain(`${ngoc.name}`);
  const pdf = await web.get(hoa, `/documents/acknowledgements.pdf?document=${documentId}`);
  const words = oneLine(readPdf(Buffer.from(await pdf.arrayBuffer())).text.join(' '));
  expect(words).toContain('BM-01-05');
  expect(words).toContain(ngoc.name);

  web.clock.set('2027-03-20T02:00:00.000Z');
  expect(await web.read(kien, '/documents/periodic-reviews')).toContain('Quá hạn');
  expect(await web.read(kien, '/my-work')).toContain(`/documents/${documentId}/periodic-review`);
  const path = `/documents/${documentId}/periodic-review`;
  const fields = hiddenFields(await web.read(kien, path));
  const wrong = await web.post(kien, path, [...fields, ['outcome', 'unchanged'], ['remark', '']]);
  expect(wrong.status).toBe(400);
  const done = await web.post(kien, path, [...fields, ['outcome', 'unchanged'], ['remark', 'Vẫn đúng']]);
  expect([done.status, done.to]).toEqual([303, `/documents/${documentId}`]);
  expect(await web.read(hoa, `/documents/${documentId}`)).toContain('20/03/2028');
  const revise = await web.post(kien, path, [...fields, ['outcome', 'revise'], ['remark', 'Cần sửa bước 2']]);
  expect(revise.to).toContain(`/documents/requests/new?kind=amend&document=${documentId}`);
});
