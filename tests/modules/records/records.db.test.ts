import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { isNotFound } from '#app/http/errors.ts';
import { completeFilling } from '#app/modules/records/completing.server.ts';
import { startCorrection } from '#app/modules/records/correcting.server.ts';
import { abandonFilling, chooseRevision, listOwnFillings } from '#app/modules/records/filling.server.ts';
import { readFilling } from '#app/modules/records/filling-page.server.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import { listRecordTypes, stateTypeFact } from '#app/modules/records/record-types.server.ts';
import { listRecords, recordFilterOf } from '#app/modules/records/register.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { formText } from '../documents/procedure-text.ts';
import { RecordDesk } from './record-desk.ts';

let desk: RecordDesk;
beforeEach(async () => {
  desk = await RecordDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const day1 = '2026-05-04T02:00:00.000Z';
const day2 = '2026-05-05T02:00:00.000Z';
const day3 = '2026-06-01T02:00:00.000Z';

async function isHidden(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
  } catch (error) {
    return isNotFound(error);
  }
  return false;
}

const numbersSeenBy = async (actor: Actor) =>
  (await listRecords(desk.db, actor, recordFilterOf(new URL('http://x/')), day2)).rows.map(
    (row) => row.number,
  );

test('a form is begun at a step, saved unfinished, resumed by its owner only, and completed as a numbered record', async () => {
  const { db, people } = desk;
  const fillingId = await desk.start(people.ngoc, day1);
  expect(await isHidden(readFilling(db, people.tam, fillingId, day1))).toBe(true);
  expect(await refusalOf(desk.complete(people.ngoc, fillingId, 1, day1))).toBe('records.refusal.not-whole');
  expect(await desk.save(people.ngoc, fillingId, 1, { 'ho-ten': 'Mã hồ sơ 0007' }, day1)).toBe(2);
  expect(await refusalOf(desk.save(people.ngoc, fillingId, 1, { 'ho-ten': 'x' }, day1))).toBe(
    'records.refusal.changed-meanwhile',
  );
  const open = await readFilling(db, people.ngoc, fillingId, day2);
  expect(open.values).toEqual({ 'ho-ten': 'Mã hồ sơ 0007' });
  expect(open.step).toMatchObject({ code: 'QT-TP-09', key: 'tiep-nhan' });

  const recordId = await desk.complete(people.ngoc, fillingId, 2, day2);
  expect(await listOwnFillings(db, people.ngoc, '2026-05-05')).toEqual([]);
  const read = await readRecord(db, people.ngoc, recordId, day2);
  expect(read.row).toMatchObject({ number: 'BM-TP-09-01/2026/001', retention: 'P5Y', type_key: 'ho-so' });
  expect(read.kept).toMatchObject({ lastDay: '2031-05-05', state: 'kept' });
  expect(read.shown?.values).toEqual({ 'ho-ten': 'Mã hồ sơ 0007' });
  const elsewhere = await desk.made(people.tam, 'Của Văn phòng', day2);
  expect(await isHidden(readRecord(db, people.ngoc, elsewhere, day2))).toBe(true);
  expect(await desk.faults()).toEqual([]);
});

test('a record is read by its maker, the unit, its keeper and those who answer for the system', async () => {
  const { people } = desk;
  await desk.made(people.ngoc, 'Của một cửa', day1);
  const one = ['BM-TP-09-01/2026/001'];
  for (const who of [people.ngoc, people.binh, people.tam, people.hoa, people.mai, desk.audit.phuc])
    expect([who.name, await numbersSeenBy(who)]).toEqual([who.name, one]);
  for (const who of [people.lan, people.kien])
    expect([who.name, await numbersSeenBy(who)]).toEqual([who.name, []]);
});

test('a newer revision of the form is told to whoever has not finished, who carries over or keeps', async () => {
  const { db, people } = desk;
  const [carried, kept] = [await desk.start(people.ngoc, day1), await desk.start(people.ngoc, day1)];
  for (const id of [carried, kept]) await desk.save(people.ngoc, id, 1, { 'ho-ten': 'Mã 0008' }, day1);
  const { documentId } = await readFilling(db, people.ngoc, carried, day1);
  const text = desk.audit.desk;
  const revisionId = await text.next(documentId, day1);
  const newer = formText().replace(
    '<Field id="ho-ten" label="Họ và tên" type="text" required="yes" />',
    '<Field id="ho-ten" label="Mã hồ sơ" type="text" required="yes" />\n\n<Field id="ngay" label="Ngày" type="date" />',
  );
  await text.save(revisionId, newer, day1);
  await text.submit(revisionId, day1);
  await text.review(revisionId, day1);
  await text.approve(revisionId, day1);
  await text.release([revisionId], { inForceFrom: '2026-05-05' }, day1);

  const choose = (fillingId: string, choice: 'carry-over' | 'keep') =>
    inTransaction(db, (trx) => chooseRevision(trx, people.ngoc, { fillingId, choice }, day2));
  expect((await readFilling(db, people.ngoc, carried, day1)).asksRevision).toBe(false);
  expect((await readFilling(db, people.ngoc, carried, day2)).asksRevision).toBe(true);
  expect(await refusalOf(desk.complete(people.ngoc, carried, 2, day2))).toBe('records.refusal.newer-form');
  await choose(carried, 'carry-over');
  await choose(kept, 'keep');
  expect((await readFilling(db, people.ngoc, carried, day2)).fields).toHaveLength(2);
  const versionsOf = async (fillingId: string) => {
    const id = await desk.complete(people.ngoc, fillingId, 3, day2);
    return (await readRecord(db, people.ngoc, id, day2)).versions[0]?.amendment;
  };
  expect([await versionsOf(carried), await versionsOf(kept)]).toEqual([1, 0]);
});

test('a completed record is corrected by a new version with its reason, the old one kept', async () => {
  const { db, people } = desk;
  const recordId = await desk.made(people.ngoc, 'Mã 0009', day1);
  const begin = (actor: Actor) => inTransaction(db, (trx) => startCorrection(trx, actor, recordId, day2));
  expect(await refusalOf(begin(people.binh))).toBe('records.refusal.not-its-maker');
  const fillingId = await begin(people.ngoc);
  expect(await begin(people.ngoc)).toBe(fillingId);
  await desk.save(people.ngoc, fillingId, 1, { 'ho-ten': 'Mã 0010' }, day2);
  expect(await refusalOf(desk.complete(people.ngoc, fillingId, 2, day2, { type: '' }))).toBe(
    'records.refusal.no-reason',
  );
  await desk.complete(people.ngoc, fillingId, 2, day2, { type: '', reason: 'Ghi nhầm mã' });
  const read = await readRecord(db, people.ngoc, recordId, day2);
  expect(read.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, 'Ghi nhầm mã'],
    [1, ''],
  ]);
  expect((await readRecord(db, people.ngoc, recordId, day2, 1)).shown?.values).toEqual({
    'ho-ten': 'Mã 0009',
  });
  expect(read.row.number).toBe('BM-TP-09-01/2026/001');
  expect(await desk.faults()).toEqual([]);
});

test('a form given up leaves nothing behind, and a made-up record type is not there', async () => {
  const { db, people } = desk;
  const fillingId = await desk.start(people.ngoc, day1);
  await desk.save(people.ngoc, fillingId, 1, { 'ho-ten': 'Bí mật' }, day1);
  const wrong = { fillingId, seen: 2, type: 'x y', reason: '' };
  expect(await isHidden(inTransaction(db, (trx) => completeFilling(trx, people.ngoc, wrong, day1)))).toBe(
    true,
  );
  await inTransaction(db, (trx) => abandonFilling(trx, people.ngoc, fillingId, day2));
  const row = await db
    .selectFrom('filling')
    .selectAll()
    .where('id', '=', fillingId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ content: '{}', filled_record_id: null });
  expect(await isHidden(readFilling(db, people.ngoc, fillingId, day2))).toBe(true);
});

test('the quality officer states place and ground of a record type, by days', async () => {
  const { db, people } = desk;
  const { documentId } = desk.audit.procedure;
  const about = { documentId, key: 'ho-so', retention: null };
  const state = (from: string, place: string, now: string) =>
    inTransaction(db, (trx) =>
      stateTypeFact(trx, people.hoa, { ...about, from, place, legalGround: 'Luật Lưu trữ' }, now),
    );
  await state('2026-05-04', 'Tủ số 1', day1);
  await state('2026-06-01', 'Tủ số 2', day2);
  const placeOn = async (day: string) =>
    (await listRecordTypes(db, people.ngoc, day)).find((type) => type.key === 'ho-so')?.stated?.place;
  expect([await placeOn('2026-05-31'), await placeOn('2026-06-01')]).toEqual(['Tủ số 1', 'Tủ số 2']);
  expect(
    await refusalOf(
      inTransaction(db, (trx) =>
        stateTypeFact(
          trx,
          people.hoa,
          { documentId, key: 'ho-so', from: '2026-06-01', place: '', legalGround: 'x', retention: 'P1Y' },
          day3,
        ),
      ),
    ),
  ).toBe('records.refusal.retention-in-text');
  expect(await desk.faults()).toEqual([]);
});
