import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefused } from '#app/http/errors.ts';
import { recordedLate } from '#app/modules/organization/appointment.ts';
import {
  appoint,
  endAppointment,
  listAppointments,
  positionsOfOfficer,
} from '#app/modules/organization/appointments.server.ts';
import { officerLeaves } from '#app/modules/organization/officer-recording.server.ts';
import { getOfficer, listOfficers } from '#app/modules/organization/officers.server.ts';
import { getPosition, holdersOf, listPositions } from '#app/modules/organization/positions.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard, officerWhoHolds, positionIdOf, staffOf } from './model-ward.ts';

let database: TestDatabase;
let agencyId: string;
let actor: Actor;
beforeEach(async () => {
  database = await openTestDatabase();
  agencyId = await foundModelWard(database.db);
  actor = staffOf(agencyId, 'quality-officer');
});
afterEach(() => database.close());

const sen = { key: 'sen', name: 'Trần Thị Sen' };
const tre = { key: 'tre', name: 'Lê Văn Tre' };

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isRefused(error)) return error.code;
    throw error;
  }
  return 'not refused';
}

test('who held this position on 3 March has an answer for every day', async () => {
  const positionId = await positionIdOf(database.db, agencyId, 'van-thu-luu-tru');
  await officerWhoHolds(database.db, agencyId, sen, 'van-thu-luu-tru', { until: '2026-03-03' });
  await officerWhoHolds(database.db, agencyId, tre, 'van-thu-luu-tru', { from: '2026-03-05' });
  const names = async (day: string) =>
    (await holdersOf(database.db, actor, positionId, day)).map((holder) => holder.officerName);
  expect(await names('2026-03-03')).toEqual(['Trần Thị Sen']);
  expect(await names('2026-03-04')).toEqual([]);
  expect(await names('2026-03-05')).toEqual(['Lê Văn Tre']);
});

test('an appointment recorded late counts from its day, is marked late, and was not known before', async () => {
  const positionId = await positionIdOf(database.db, agencyId, 'ke-toan');
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan', {
    from: '2026-03-01',
    recordedAt: '2026-03-20T02:00:00.000Z',
  });
  expect(await holdersOf(database.db, actor, positionId, '2026-03-03')).toHaveLength(1);
  expect(
    await holdersOf(database.db, actor, positionId, '2026-03-03', '2026-03-10T00:00:00.000Z'),
  ).toHaveLength(0);
  const [appointment] = await listAppointments(database.db, actor, { officerId });
  expect(appointment && recordedLate(appointment)).toBe(true);
});

test('an ended appointment is held until its last day and keeps its own row', async () => {
  const positionId = await positionIdOf(database.db, agencyId, 'ke-toan');
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan', { until: '2026-12-31' });
  const [appointment] = await listAppointments(database.db, actor, { officerId });
  await inTransaction(database.db, (trx) =>
    endAppointment(
      trx,
      actor,
      { appointmentId: appointment?.id ?? '', until: '2026-04-30', reason: 'Chuyển công tác' },
      '2026-04-20T02:00:00.000Z',
    ),
  );
  expect(await holdersOf(database.db, actor, positionId, '2026-04-30')).toHaveLength(1);
  expect(await holdersOf(database.db, actor, positionId, '2026-05-01')).toHaveLength(0);
  expect((await listAppointments(database.db, actor, { officerId }))[0]?.validUntil).toBe('2026-04-30');
  const again = endAppointment;
  expect(
    await refusalOf(
      inTransaction(database.db, (trx) =>
        again(
          trx,
          actor,
          { appointmentId: appointment?.id ?? '', until: '2026-06-30', reason: 'Nhầm' },
          '2026-04-21T02:00:00.000Z',
        ),
      ),
    ),
  ).toBe('organization.refusal.already-ended');
});

test('an officer who leaves holds nothing afterwards, and the past stays', async () => {
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan');
  await inTransaction(database.db, (trx) =>
    officerLeaves(trx, actor, { officerId, until: '2026-05-31', reason: '' }, '2026-05-20T02:00:00.000Z'),
  );
  expect(await positionsOfOfficer(database.db, actor, officerId, '2026-05-31')).toHaveLength(1);
  expect(await positionsOfOfficer(database.db, actor, officerId, '2026-06-01')).toHaveLength(0);
  expect((await listOfficers(database.db, actor, '2026-06-01')).total).toBe(0);
  expect((await listOfficers(database.db, actor, '2026-06-01', { everyone: true })).total).toBe(1);
  const positionId = await positionIdOf(database.db, agencyId, 'cv-tong-hop');
  expect(
    await refusalOf(
      inTransaction(database.db, (trx) =>
        appoint(
          trx,
          actor,
          {
            officerId,
            positionId,
            kind: 'official',
            validFrom: '2026-07-01',
            validUntil: null,
            decision: '',
          },
          '2026-06-02T02:00:00.000Z',
        ),
      ),
    ),
  ).toBe('organization.refusal.officer-left');
});

test('the same position is not held twice at once, and more holders than seats are shown as overfull', async () => {
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan');
  await officerWhoHolds(database.db, agencyId, tre, 'ke-toan', { kind: 'acting' });
  const positionId = await positionIdOf(database.db, agencyId, 'ke-toan');
  expect(
    await refusalOf(
      inTransaction(database.db, (trx) =>
        appoint(
          trx,
          actor,
          {
            officerId,
            positionId,
            kind: 'official',
            validFrom: '2026-02-01',
            validUntil: null,
            decision: '',
          },
          '2026-02-01T02:00:00.000Z',
        ),
      ),
    ),
  ).toBe('organization.refusal.held-already');
  const positions = await listPositions(database.db, actor, '2026-02-01');
  expect(positions.find((position) => position.id === positionId)).toMatchObject({ overfull: true });
});

test('names are found without marks, by unit, and in the order of the list', async () => {
  await officerWhoHolds(database.db, agencyId, sen, 'ke-toan');
  await officerWhoHolds(database.db, agencyId, tre, 'giam-doc-ttpvhcc');
  const found = await listOfficers(database.db, actor, '2026-03-03', { words: 'tran sen' });
  expect(found.officers.map((officer) => officer.name)).toEqual(['Trần Thị Sen']);
  const position = await getPosition(
    database.db,
    actor,
    await positionIdOf(database.db, agencyId, 'giam-doc-ttpvhcc'),
  );
  const ofUnit = await listOfficers(database.db, actor, '2026-03-03', { unitId: position.unitId });
  expect(ofUnit.officers.map((officer) => officer.key)).toEqual(['tre']);
});

test('an officer, a position and an appointment of another agency do not exist for us', async () => {
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan');
  const [appointment] = await listAppointments(database.db, actor, { officerId });
  const stranger = staffOf(await foundModelWard(database.db, 'phuong-khac'), 'quality-officer');
  await expect(getOfficer(database.db, stranger, officerId)).rejects.toThrow('not-found');
  expect(await listAppointments(database.db, stranger, { officerId })).toEqual([]);
  expect((await listOfficers(database.db, stranger, '2026-03-03')).total).toBe(0);
  await expect(
    inTransaction(database.db, (trx) =>
      endAppointment(
        trx,
        stranger,
        { appointmentId: appointment?.id ?? '', until: '2026-04-30', reason: 'x' },
        '2026-04-20T02:00:00.000Z',
      ),
    ),
  ).rejects.toThrow('not-found');
});

test('an officer without the right may read the organisation but not change it', async () => {
  const officer = staffOf(agencyId, 'officer');
  const officerId = await officerWhoHolds(database.db, agencyId, sen, 'ke-toan');
  await expect(
    inTransaction(database.db, (trx) =>
      officerLeaves(trx, officer, { officerId, until: '2026-05-31', reason: '' }, '2026-05-20T02:00:00.000Z'),
    ),
  ).rejects.toThrow('forbidden');
});
