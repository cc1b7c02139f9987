import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { recordLegalBases } from '#app/modules/documents/legal/legal-register.server.ts';
import { legalRegister } from '#app/modules/documents/legal/legal-register-page.server.ts';
import { pendingDocuments } from '#app/modules/documents/pending.server.ts';
import { actsOnRevision } from '#app/modules/documents/possible-acts.server.ts';
import { printsOf, recordPrint } from '#app/modules/documents/printing/printing.server.ts';
import { placeInSystem } from '#app/modules/documents/reading/place-in-system.server.ts';
import { readDocument } from '#app/modules/documents/reading/reading.server.ts';
import { changesOfRevision } from '#app/modules/documents/reading/revision-page.server.ts';
import { shownText } from '#app/modules/documents/reading/shown-text.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { formText, procedureText } from '../procedure-text.ts';
import { storeFileRow } from '../stored-file.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';

const law = {
  key: 'nd-123-2015',
  numberSign: '123/2015/NĐ-CP',
  kind: 'nghi-dinh',
  issuer: 'Chính phủ',
  title: 'Hướng dẫn <Luật Hộ tịch>',
  signedOn: null,
  inForceFrom: '2016-01-01',
  inForceUntil: null,
  status: 'expired' as const,
  replacedBy: null,
  note: '',
  checkedOn: null,
};

async function formAndProcedure() {
  await inTransaction(desk.db, (trx) => recordLegalBases(trx, desk.people.hoa, [law], day1));
  const form = await desk.approved(formText(), day1);
  const text = procedureText().replace(
    'Văn bản về hộ tịch đang có hiệu lực.',
    '<LegalBasis ref="nd-123-2015" />: căn cứ chính.',
  );
  const draft = await desk.draft(text, day1);
  return { form, draft };
}

test('a released document knows its forms, what uses it and which law under it is gone', async () => {
  const { form, draft } = await formAndProcedure();
  // The check warns of the expired law or refuses it; the release by an earlier decision takes the text as it was.
  const fileId = await storeFileRow(desk.db, desk.people.hoa, day1);
  await desk.release([form.revisionId], {}, day2);
  await desk.release([draft.revisionId], { kind: 'adopted', fileId }, day2);
  const about = { revisionId: draft.revisionId, code: 'QT-TP-09', language: 'vi' as const };
  const place = await placeInSystem(desk.db, desk.people.hoa, about, '2026-03-03');
  expect(place.clauses).toEqual({ 2015: ['8.5.1'] });
  expect(place.forms).toMatchObject([
    { code: 'BM-TP-09-01', documentId: form.documentId, titleVi: 'Phiếu yêu cầu trích lục', inForce: true },
  ]);
  expect(place.legalBases).toMatchObject([
    { key: 'nd-123-2015', name: 'Nghị định số 123/2015/NĐ-CP', status: 'expired' },
  ]);
  const ofForm = await placeInSystem(
    desk.db,
    desk.people.hoa,
    { revisionId: form.revisionId, code: 'BM-TP-09-01', language: 'vi' },
    '2026-03-03',
  );
  expect(ofForm.usedBy.map((user) => user.code)).toEqual(['QT-TP-09']);
  const seenByCitizen = await placeInSystem(desk.db, desk.story.citizen, about, '2026-03-03');
  expect(seenByCitizen.forms).toMatchObject([{ documentId: null, titleVi: null }]);

  const register = await legalRegister(desk.db, desk.people.hoa, { words: '', key: '' }, 'vi', '2026-03-03');
  expect(register[0]).toMatchObject({ key: 'nd-123-2015', usedBy: [{ code: 'QT-TP-09' }] });

  const revision = await desk.revision(draft.revisionId);
  const shown = await shownText(desk, desk.people.ngoc, revision, '2026-03-03', 'vi');
  expect(shown.html).toContain('<cite>Nghị định số 123/2015/NĐ-CP</cite>');
  expect(shown.html).toContain('(hết hiệu lực)');
  expect(shown.flow.map((step) => [step.id, step.laneTitle, step.time])).toEqual([
    ['tiep-nhan', 'Công chức tiếp nhận và trả kết quả', '2 giờ'],
    ['trich-luc', 'Công chức tư pháp – hộ tịch', '4 giờ'],
    ['ky', 'Lãnh đạo UBND phụ trách lĩnh vực', '2 giờ'],
  ]);
});

test('each person is offered what they may do now and nothing else', async () => {
  const { people, db } = desk;
  const { revisionId } = await desk.draft(procedureText({ form: '' }), day1);
  const offered = async (actor: typeof people.hoa) =>
    actsOnRevision(db, actor, await desk.revision(revisionId), day2);
  expect(await offered(people.tam)).toEqual(['submission', 'form', 'edit']);
  await desk.submit(revisionId, day1);
  expect(await offered(people.tam)).toEqual(['submission-withdrawal']);
  expect(await offered(people.kien)).toEqual(['review', 'return']);
  expect(await offered(people.ngoc)).toEqual([]);
  await desk.review(revisionId, day1);
  expect(await offered(people.mai)).toContain('approval');
  expect(await offered(people.vinh)).not.toContain('approval');
  await desk.approve(revisionId, day1);
  expect(await offered(people.hoa)).toEqual(['release']);
});

test('what waits for a person is on their list, and only there', async () => {
  const { people, db } = desk;
  const waiting = async (actor: typeof people.hoa, day = '2026-03-02') =>
    (await pendingDocuments(db, actor, day)).map((one) => one.kind);
  const { revisionId, documentId } = await desk.draft(procedureText({ form: '' }), day1);
  expect(await waiting(people.tam)).toEqual(['draft']);
  expect(await waiting(people.kien)).toEqual([]);
  await desk.submit(revisionId, day1);
  expect(await waiting(people.kien)).toEqual(['review']);
  expect(await waiting(people.tam)).toEqual([]);
  await desk.review(revisionId, day1);
  expect(await waiting(people.binh)).toEqual([]);
  expect(await waiting(people.mai)).toEqual(['approval']);
  await desk.approve(revisionId, day1);
  expect(await waiting(people.hoa)).toEqual(['release']);
  await desk.release([revisionId], { inForceFrom: '2026-03-10' }, day2);
  // Who is to work by it from the tenth may read it before.
  expect(await waiting(people.ngoc, '2026-03-09')).toEqual(['acknowledgement']);
  expect(await pendingDocuments(db, people.ngoc, '2026-03-10')).toMatchObject([
    {
      kind: 'acknowledgement',
      code: 'QT-TP-09',
      to: `/documents/${documentId}/acknowledgement`,
      due: '2026-03-17',
    },
  ]);
  expect(await pendingDocuments(db, desk.story.citizen, '2026-03-10')).toEqual([]);
});

test('an as-of view knows only what was recorded by then', async () => {
  const { db, people } = desk;
  const { revisionId, documentId } = await desk.approved(procedureText({ form: '' }), day1);
  await desk.release([revisionId], { inForceFrom: '2026-03-10' }, day2);
  const on = (day: string, knownAt?: string) => readDocument(db, people.hoa, documentId, day, knownAt);
  expect((await on('2026-03-10')).force).toBe('in-force');
  expect((await on('2026-03-10', '2026-03-02T23:00:00.000Z')).force).toBe('not-released');
  expect((await on('2026-03-10', day2)).force).toBe('in-force');
});

test('a controlled print takes the next copy number and stands in the journal with its reason', async () => {
  const { db, people } = desk;
  const { revisionId } = await desk.approved(procedureText({ form: '' }), day1);
  const print = (reason: string) =>
    inTransaction(db, (trx) => recordPrint(trx, people.ngoc, { revisionId, reason }, day2));
  expect(await refusalOf(print('Treo tại quầy'))).toBe('documents.refusal.print-unreleased');
  await desk.release([revisionId], {}, day2);
  expect(await print('Treo tại quầy')).toBe(1);
  expect(await print('Gửi phòng Kinh tế')).toBe(2);
  expect(await printsOf(db, people.hoa, revisionId)).toBe(2);
  const entries = await db
    .selectFrom('journal_entry')
    .select(['reason', 'object_version'])
    .where('action', '=', 'revision.printed')
    .orderBy('seq')
    .execute();
  expect(entries).toEqual([
    { reason: 'Treo tại quầy', object_version: '1' },
    { reason: 'Gửi phòng Kinh tế', object_version: '2' },
  ]);
});

test('a next revision shows what changed against the one before', async () => {
  const { revisionId, documentId } = await desk.approved(procedureText({ form: '' }), day1);
  expect(await changesOfRevision(desk.db, desk.people.hoa, revisionId)).toBeNull();
  await desk.release([revisionId], {}, day2);
  const next = await desk.next(documentId, day2);
  await desk.save(next, procedureText({ form: '', purpose: 'Cấp bản sao trong ngày.' }), day2);
  const changed = await changesOfRevision(desk.db, desk.people.hoa, next);
  expect(changed?.base.id).toBe(revisionId);
  expect(changed?.changes.map((change) => change.place)).toEqual(['Mục đích']);
});
