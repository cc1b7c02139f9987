import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { readDisposal } from '#app/modules/records/disposal-page.server.ts';
import { carryOutDisposal, decideDisposal, proposeDisposal } from '#app/modules/records/disposing.server.ts';
import { listDueRecords } from '#app/modules/records/due.server.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { RecordDesk } from './record-desk.ts';

let desk: RecordDesk;
beforeEach(async () => {
  desk = await RecordDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const made = '2026-05-04T02:00:00.000Z';
const lastDay = '2031-05-04T02:00:00.000Z';
const due = '2031-05-05T02:00:00.000Z';
const decided = '2031-05-06T02:00:00.000Z';

const propose = (recordIds: string[], now: string) =>
  inTransaction(desk.db, (trx) =>
    proposeDisposal(trx, desk.people.hoa, { recordIds, reason: 'Hết thời hạn' }, now),
  );
const decide = (disposalId: string, actor: Actor, agreed = true, members = ['Phạm Văn Kiên']) =>
  inTransaction(desk.db, (trx) =>
    decideDisposal(
      trx,
      actor,
      {
        disposalId,
        agreed,
        number: '15/QĐ-UBND',
        on: '2031-05-06',
        members,
        reason: agreed ? '' : 'Cần giữ',
      },
      decided,
    ),
  );
const carryOut = (disposalId: string) =>
  inTransaction(desk.db, (trx) =>
    carryOutDisposal(
      trx,
      desk.people.hoa,
      {
        disposalId,
        on: '2031-05-06',
        place: 'Kho lưu trữ',
        method: 'Xóa dữ liệu',
        witnesses: 'Bùi Thị Lan',
        conclusion: 'Đã xóa',
      },
      decided,
    ),
  );
const contents = () => desk.db.selectFrom('record_content').select('id').execute();

test('a record goes only when due, by a decision of the leader, with its minute; number, hash and journal stay', async () => {
  const { people, db } = desk;
  const recordId = await desk.made(people.ngoc, 'Mã 0001', made);
  const kept = await desk.made(people.ngoc, 'Không thuộc loại nào', made, '');
  expect(await listDueRecords(db, people.hoa, lastDay)).toEqual([]);
  expect(await refusalOf(propose([recordId], lastDay))).toBe('records.refusal.not-due');
  expect(await refusalOf(propose([kept], due))).toBe('records.refusal.not-due');
  expect((await listDueRecords(db, people.hoa, due)).map((one) => one.id)).toEqual([recordId]);

  const disposalId = await propose([recordId], due);
  expect(await refusalOf(propose([recordId], due))).toBe('records.refusal.in-other-disposal');
  expect(await refusalOf(carryOut(disposalId))).toBe('records.refusal.not-decided');
  expect(await refusalOf(decide(disposalId, people.mai, true, []))).toBe('records.refusal.no-council');
  await decide(disposalId, people.mai);
  expect(await contents()).toHaveLength(2);
  await carryOut(disposalId);
  expect(await refusalOf(carryOut(disposalId))).toBe('records.refusal.carried-out-already');

  expect(await contents()).toHaveLength(1);
  const read = await readRecord(db, people.hoa, recordId, decided);
  expect(read).toMatchObject({ disposed: true, canCorrect: false, shown: { values: null } });
  const { items, state } = await readDisposal(db, people.hoa, disposalId);
  expect(state).toBe('carried-out');
  expect(items.map((item) => [item.number, item.endedOn, item.hash])).toEqual([
    ['BM-TP-09-01/2026/001', '2031-05-04', read.versions[0]?.content_commitment],
  ]);
  expect(await desk.faults()).toEqual([]);
});

test('a refused proposal erases nothing and leaves its records free to be proposed again', async () => {
  const recordId = await desk.made(desk.people.ngoc, 'Mã 0002', made);
  const disposalId = await propose([recordId], due);
  await decide(disposalId, desk.people.mai, false, []);
  expect(await refusalOf(carryOut(disposalId))).toBe('records.refusal.not-decided');
  expect(await contents()).toHaveLength(1);
  expect(await propose([recordId], decided)).not.toBe(disposalId);
});

test('content erased without a decision, changed, or come back is named by the verifier', async () => {
  const { db, people } = desk;
  const [first, second] = [
    await desk.made(people.ngoc, 'Mã 1', made),
    await desk.made(people.ngoc, 'Mã 2', made),
  ];
  const versionOf = async (recordId: string) =>
    (await readRecord(db, people.hoa, recordId, made)).versions[0]?.id ?? '';
  const rowOf = async (id: string) =>
    db.selectFrom('record_content').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const [one, two] = [await versionOf(first), await versionOf(second)];
  const row = await rowOf(one);
  await db
    .updateTable('record_content')
    .set({ content: '{"ho-ten":"Khác"}' })
    .where('id', '=', two)
    .execute();
  await db.deleteFrom('record_content').where('id', '=', one).execute();
  expect((await desk.faults()).sort()).toEqual([
    'record-content-changed: The content of version 1 of record BM-TP-09-01/2026/002 was changed.',
    'record-erased: The content of version 1 of record BM-TP-09-01/2026/001 was erased without a decision.',
  ]);
  await db.insertInto('record_content').values(row).execute();
  const disposalId = await propose([first], due);
  await decide(disposalId, people.mai);
  await carryOut(disposalId);
  await db.insertInto('record_content').values(row).execute();
  expect((await desk.faults()).join('\n')).toContain('is there after its disposal');
});
