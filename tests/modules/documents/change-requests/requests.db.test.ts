import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { startRequestedDraft } from '#app/modules/documents/change-requests/drafting-for-request.server.ts';
import { pendingRequests } from '#app/modules/documents/change-requests/pending.server.ts';
import { cancelRequest } from '#app/modules/documents/change-requests/proposing.server.ts';
import {
  readRequest,
  requestOfRevision,
} from '#app/modules/documents/change-requests/request-page.server.ts';
import {
  listRequests,
  requestFilterOf,
} from '#app/modules/documents/change-requests/request-register.server.ts';
import { starterOf } from '#app/modules/documents/change-requests/starter.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, refusalOf } from '../desk.ts';
import { procedureText } from '../procedure-text.ts';
import { RequestDesk } from './request-desk.ts';

let desk: RequestDesk;
beforeEach(async () => {
  desk = await RequestDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const day1 = '2026-05-04T02:00:00.000Z';
const day2 = '2026-05-05T02:00:00.000Z';
const day3 = '2026-05-06T02:00:00.000Z';

const waits = async (who: keyof RequestDesk['people'], day: string) =>
  (await pendingRequests(desk.db, desk.people[who], day)).map((one) => one.to.split('/').at(-1));

test('an amendment is asked for, agreed, drafted and done when its revision is released, and each step waits for its person', async () => {
  const { db, people } = desk;
  const requestId = await desk.propose(people.ngoc, day1);
  expect(await refusalOf(desk.propose(people.tam, day1))).toBe('requests.refusal.already-requested');
  expect(await waits('binh', '2026-05-04')).toEqual(['opinion']);
  expect(await waits('hoa', '2026-05-04')).toEqual(['opinion']);
  expect(await waits('kien', '2026-05-04')).toEqual([]);
  expect(await refusalOf(desk.decide(people.mai, requestId, day1))).toBe('requests.refusal.opinion-missing');
  await desk.favour(requestId, day1);
  expect(await waits('mai', '2026-05-04')).toEqual(['decision']);
  expect(await refusalOf(desk.decide(people.vinh, requestId, day2))).toBe('requests.refusal.no-authority');
  await desk.decide(people.mai, requestId, day2);
  expect(await waits('tam', '2026-05-05')).toEqual(['draft']);

  const input = { requestId, newIssue: false, starter: null };
  expect(
    await refusalOf(inTransaction(db, (trx) => startRequestedDraft(trx, people.ngoc, input, day2))),
  ).toBe('requests.refusal.not-the-drafter');
  const revisionId = await inTransaction(db, (trx) => startRequestedDraft(trx, people.tam, input, day2));
  const revision = await desk.audit.desk.revision(revisionId);
  expect(revision.change_summary).toBe('PĐN-2026-001: Người dân phải chờ lâu\n4 giờ');
  expect(revision.legal_ground).toBe('Nghị định 118/2025/NĐ-CP');
  expect(revision).toMatchObject({ issue: 1, amendment: 1 });
  expect(await requestOfRevision(db, people.kien, revisionId)).toMatchObject({ number: 'PĐN-2026-001' });
  expect(await desk.state(requestId)).toBe('drafting');

  const text = desk.audit.desk;
  await text.save(revisionId, procedureText({ purpose: 'Nhanh hơn.' }), day2);
  await text.submit(revisionId, day2);
  await text.review(revisionId, day2);
  await text.approve(revisionId, day3);
  await text.release([revisionId], { inForceFrom: '2026-05-10' }, day3);
  expect(await desk.state(requestId)).toBe('done');
  const read = await readRequest(db, people.ngoc, requestId, day3);
  expect(read.moves.map((move) => move.to_state)).toEqual([
    'opinions',
    'opinions',
    'agreed',
    'drafting',
    'done',
  ]);
  expect(read.acts).toEqual([]);
  expect(await desk.audit.desk.journalIsSound()).toBe(true);
});

test('a text to be written begins with the starter of its kind and gets its document then', async () => {
  const { db, people } = desk;
  const requestId = await desk.propose(people.ngoc, day1, {
    kind: 'write',
    documentId: null,
    title: 'Hướng dẫn tra cứu',
    documentKind: 'work-instruction',
  });
  await desk.favour(requestId, day1);
  await desk.decide(people.vinh, requestId, day2);
  const starter = await starterOf({ db, press: desk.audit.desk.press }, people.tam, requestId, 'content');
  const input = { requestId, newIssue: false, starter };
  const revisionId = await inTransaction(db, (trx) => startRequestedDraft(trx, people.tam, input, day2));
  const { row, document } = await readRequest(db, people.tam, requestId, day2);
  expect(row).toMatchObject({ revision_id: revisionId, state: 'drafting' });
  expect(document?.id).toBe((await desk.audit.desk.revision(revisionId)).document_id);
  expect((await desk.audit.desk.revision(revisionId)).title_vi).toBe('Hướng dẫn tra cứu');
  const decision = await db.selectFrom('change_request_decision').selectAll().executeTakeFirstOrThrow();
  expect(decision).toMatchObject({
    prefix: 'KT.',
    position_name: 'Chủ tịch UBND, Phó Chủ tịch UBND (văn hóa – xã hội)',
  });
});

test('an agreed withdrawal waits for the quality officer and is done when it is recorded', async () => {
  const { db, people } = desk;
  const requestId = await desk.propose(people.ngoc, day1, { kind: 'withdraw', contentAfter: '' });
  await desk.favour(requestId, day1);
  await desk.decide(people.mai, requestId, day2);
  expect(await waits('hoa', '2026-05-05')).toEqual(['withdrawal']);
  expect(await waits('tam', '2026-05-05')).toEqual([]);
  const withdrawal = {
    documentId: desk.documentId,
    decisionNumber: '90/QĐ-UBND',
    reason: 'Thừa',
    from: '2026-05-06',
  };
  await inTransaction(db, (trx) => withdrawDocument(trx, people.hoa, withdrawal, day2));
  expect(await desk.state(requestId)).toBe('done');
  expect(await desk.audit.desk.journalIsSound()).toBe(true);
});

test('a head of unit decides by delegation and the decision says TUQ.', async () => {
  const { db, people } = desk;
  const requestId = await desk.propose(people.ngoc, day1);
  await desk.favour(requestId, day1);
  expect(await refusalOf(desk.decide(people.kien, requestId, day1))).toBe('requests.refusal.no-authority');
  const delegation = {
    fromOfficerId: people.mai.officerId,
    toOfficerId: people.kien.officerId,
    roleKeys: [],
    approvalKinds: ['procedure' as const],
    validFrom: '2026-05-05',
    validUntil: '2026-05-20',
    conditions: '',
    decisionNumber: '40/QĐ-UBND',
  };
  await inTransaction(db, (trx) => recordDelegation(trx, people.hoa, delegation, day1));
  await desk.decide(people.kien, requestId, day2);
  const decision = await db.selectFrom('change_request_decision').selectAll().executeTakeFirstOrThrow();
  expect(decision).toMatchObject({ prefix: 'TUQ.', position_name: 'Chủ tịch UBND, Chánh Văn phòng' });
  const uses = await db.selectFrom('delegation_use').select('object_id').execute();
  expect(uses).toEqual([{ object_id: requestId }]);
});

test('a request is refused with its reason or taken back, keeps its number and is found in the register', async () => {
  const { db, people } = desk;
  const first = await desk.propose(people.ngoc, day1);
  await desk.favour(first, day1);
  await desk.decide(people.mai, first, day2, false);
  const second = await desk.propose(people.ngoc, day2);
  const back = { requestId: second, reason: 'Gộp với đề nghị khác' };
  expect(await refusalOf(inTransaction(db, (trx) => cancelRequest(trx, people.tam, back, day2)))).toBe(
    'requests.refusal.not-the-proposer',
  );
  await inTransaction(db, (trx) => cancelRequest(trx, people.ngoc, back, day2));
  const listed = async (query: string) => {
    const filter = requestFilterOf(new URL(`https://qms.example/?${query}`));
    return (await listRequests(db, people.kien, filter)).rows.map((row) => [row.number, row.state]);
  };
  expect(await listed('')).toEqual([]);
  expect(await listed('state=all')).toEqual([
    ['PĐN-2026-002', 'cancelled'],
    ['PĐN-2026-001', 'refused'],
  ]);
  expect(await listed('state=refused&q=cho+lau')).toEqual([['PĐN-2026-001', 'refused']]);
  expect(await listed('state=all&kind=write')).toEqual([]);
  expect(await listed('state=all&q=khong+co')).toEqual([]);
});

test('people of another agency and citizens see no request', async () => {
  const requestId = await desk.propose(desk.people.ngoc, day1);
  const stranger = { ...desk.people.hoa, agencyId: 'elsewhere' };
  await expect(readRequest(desk.db, stranger, requestId, day1)).rejects.toThrow('not-found');
  await expect(readRequest(desk.db, desk.audit.desk.story.citizen, requestId, day1)).rejects.toThrow(
    'forbidden',
  );
});
