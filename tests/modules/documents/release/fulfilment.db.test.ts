import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { copyStatus, readDocument, readRevision } from '#app/modules/documents/reading/reading.server.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { fulfilWaitingReleases } from '#app/modules/documents/release/fulfilment.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { endAppointment } from '#app/modules/organization/appointments.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { formText, procedureText } from '../procedure-text.ts';

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';
const april = '2026-04-01T02:00:00.000Z';

let desk: Desk;
let documentId: string;
let second: string;
beforeEach(async () => {
  desk = await Desk.open();
  const first = await desk.approved(procedureText({ form: '' }), day1);
  await desk.release([first.revisionId], {}, day2);
  for (const actor of Object.values(desk.people)) {
    const asked = await desk.askedOf(first.revisionId, actor, day2);
    if (asked.length > 0) await desk.acknowledge(first.revisionId, actor, day2);
  }
  documentId = first.documentId;
  second = await desk.next(documentId, april);
  const source = (await desk.revision(second)).source.replace('Đối chiếu sổ gốc', 'Đối chiếu hai sổ');
  await desk.save(second, source, april);
  await desk.submit(second, april);
  await desk.review(second, april);
  await desk.approve(second, april);
});
afterEach(async () => {
  expect(await desk.journalIsSound()).toBe(true);
  await desk.close();
});
afterAll(closePress);

const waitFor = (inForceFrom = '2026-04-10') =>
  desk.release([second], { whenAcknowledged: true, inForceFrom }, april);
const stateOf = async (day: string) => (await readRevision(desk.db, desk.people.hoa, second, day)).force;
const inForce = async (day: string) =>
  (await inForceOn(desk.db, desk.story.agencyId, day).execute()).map((row) => row.revision_id);

test('a revision waits for its readers while the older one stays in force, and says so everywhere', async () => {
  const { db, people } = desk;
  await waitFor();
  expect(await stateOf('2030-01-01')).toBe('awaiting-acknowledgement');
  expect(await inForce('2030-01-01')).toHaveLength(1);
  expect((await copyStatus(db, second, '2026-04-11')).state).toBe('awaiting-acknowledgement');
  const [row] = await wholeRegister(db, people.hoa, { on: '2026-04-11' });
  expect([row?.state, row?.openState, row?.openRevisionId]).toEqual([
    'in-force',
    'awaiting-acknowledgement',
    second,
  ]);
  const citizen = await readDocument(db, desk.story.citizen, documentId, '2026-04-11');
  expect(citizen.revision.id).not.toBe(second);
  const { release } = await readRevision(db, people.hoa, second, '2026-04-11');
  expect([release?.in_force_from, release?.not_before]).toEqual([null, '2026-04-10']);
});

test('the last acknowledgement writes the day, never before the day decided', async () => {
  const { people } = desk;
  await waitFor();
  await desk.acknowledge(second, people.tam, april);
  expect(await stateOf('2026-04-30')).toBe('awaiting-acknowledgement');
  await desk.acknowledge(second, people.kien, '2026-04-02T02:00:00.000Z');
  expect(await stateOf('2026-04-09')).toBe('not-yet-in-force');
  expect(await stateOf('2026-04-10')).toBe('in-force');
  expect(await inForce('2026-04-09')).not.toContain(second);
  expect(await inForce('2026-04-10')).toEqual([second]);
  const entries = await desk.db.selectFrom('journal_entry').select('action').orderBy('seq').execute();
  expect(entries.slice(-2).map((row) => row.action)).toEqual(['revision.acknowledged', 'release.fulfilled']);
  const met = await desk.db.selectFrom('release_fulfilment').select(['in_force_from', 'cause']).execute();
  expect(met).toEqual([{ in_force_from: '2026-04-10', cause: 'acknowledged' }]);
});

test('acknowledged late, it takes force that day and as known before it was still waiting', async () => {
  const { db, people } = desk;
  await waitFor();
  await desk.acknowledge(second, people.tam, april);
  await desk.acknowledge(second, people.kien, '2026-05-04T02:00:00.000Z');
  expect(await stateOf('2026-05-04')).toBe('in-force');
  expect(await inForce('2026-05-03')).not.toContain(second);
  const known = await readDocument(db, people.hoa, documentId, '2026-05-10', '2026-05-03T00:00:00.000Z');
  expect(known.revision.id).not.toBe(second);
  expect(known.revisions.find((one) => one.id === second)?.force).toBe('awaiting-acknowledgement');
});

test('when the last who had not read it leaves, the daily pass writes the day', async () => {
  const { db, people } = desk;
  await waitFor();
  await desk.acknowledge(second, people.kien, april);
  await fulfilWaitingReleases(db, '2026-04-12T02:00:00.000Z');
  expect(await stateOf('2026-04-12')).toBe('awaiting-acknowledgement');
  const appointment = await db
    .selectFrom('appointment')
    .select('id')
    .where('officer_id', '=', people.tam.officerId)
    .executeTakeFirstOrThrow();
  const leaving = { appointmentId: appointment.id, until: '2026-04-14', reason: 'Nghỉ hưu' };
  await inTransaction(db, (trx) => endAppointment(trx, people.hoa, leaving, '2026-04-13T02:00:00.000Z'));
  await fulfilWaitingReleases(db, '2026-04-14T02:00:00.000Z');
  expect(await stateOf('2026-04-14')).toBe('awaiting-acknowledgement');
  await fulfilWaitingReleases(db, '2026-04-15T02:00:00.000Z');
  expect(await stateOf('2026-04-15')).toBe('in-force');
  const met = await db.selectFrom('release_fulfilment').select(['in_force_from', 'cause']).execute();
  expect(met).toEqual([{ in_force_from: '2026-04-15', cause: 'nobody-left' }]);
});

test('a withdrawal ends the waiting, and a later decision takes its place', async () => {
  const { db, people } = desk;
  await waitFor();
  const third = await desk.next(documentId, '2026-04-03T02:00:00.000Z');
  await desk.submit(third, '2026-04-03T03:00:00.000Z');
  await desk.review(third, '2026-04-03T03:10:00.000Z');
  await desk.approve(third, '2026-04-03T03:20:00.000Z');
  await desk.release([third], { inForceFrom: '2026-04-20' }, '2026-04-04T02:00:00.000Z');
  expect(await stateOf('2026-04-05')).toBe('superseded');
  await fulfilWaitingReleases(db, '2026-04-25T02:00:00.000Z');
  expect(await inForce('2026-04-25')).toEqual([third]);
  expect(await db.selectFrom('release_fulfilment').select('id').execute()).toEqual([]);
  const gone = { documentId, decisionNumber: '40/QĐ-UBND', reason: 'Bãi bỏ', from: '2026-06-01' };
  await inTransaction(db, (trx) => withdrawDocument(trx, people.hoa, gone, '2026-05-20T02:00:00.000Z'));
  expect(await stateOf('2026-06-01')).toBe('withdrawn');
});

test('a form waits with the text that names it; nobody to ask is no condition', async () => {
  const both = [
    await desk.approved(formText('BM-TP-10-01'), april),
    await desk.approved(procedureText({ code: 'QT-TP-10', form: 'BM-TP-10-01' }), april),
  ];
  const [form, procedure] = both.map((one) => one.revisionId);
  const together = { whenAcknowledged: true, inForceFrom: '2026-04-10' };
  expect(await refusalOf(desk.release([form ?? ''], together, april))).toBe(
    'acknowledgement.refusal.nobody-asked',
  );
  expect(
    await refusalOf(desk.release([form ?? ''], { ...together, inForceUntil: '2027-01-01' }, april)),
  ).toBe('acknowledgement.refusal.condition-with-end');
  await desk.release([form ?? '', procedure ?? ''], together, april);
  for (const actor of Object.values(desk.people)) {
    const asked = await desk.askedOf(procedure ?? '', actor, april);
    if (asked.length > 0) await desk.acknowledge(procedure ?? '', actor, april);
  }
  const there = await inForce('2026-04-10');
  expect(there).toContain(form);
  expect(there).toContain(procedure);
});
