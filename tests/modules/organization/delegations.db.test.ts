import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefused } from '#app/http/errors.ts';
import { endAppointment, listAppointments } from '#app/modules/organization/appointments.server.ts';
import { authorityToApprove } from '#app/modules/organization/authority.server.ts';
import type { DelegationForm } from '#app/modules/organization/delegation-form.ts';
import { endDelegation, recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { listDelegations } from '#app/modules/organization/delegations.server.ts';
import { officerLeaves } from '#app/modules/organization/officer-recording.server.ts';
import { officersOfRole } from '#app/modules/organization/role-holders.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard, officerWhoHolds, staffOf } from './model-ward.ts';

let database: TestDatabase;
let agencyId: string;
let actor: Actor;
let chair: string;
let deputy: string;
beforeEach(async () => {
  database = await openTestDatabase();
  agencyId = await foundModelWard(database.db);
  actor = staffOf(agencyId, 'quality-officer');
  chair = await officerWhoHolds(database.db, agencyId, { key: 'lim', name: 'Đỗ Văn Lim' }, 'chu-tich');
  deputy = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'pho-chu-tich-van-xa',
  );
});
afterEach(() => database.close());

const now = '2026-03-03T01:00:00.000Z';

async function delegate(changes: Partial<DelegationForm> = {}): Promise<string> {
  const form: DelegationForm = {
    fromOfficerId: chair,
    toOfficerId: deputy,
    roleKeys: [],
    approvalKinds: ['procedure'],
    validFrom: '2026-03-05',
    validUntil: '2026-03-31',
    conditions: 'Báo cáo hằng tuần',
    decisionNumber: '15/QĐ-UBND',
    ...changes,
  };
  return inTransaction(database.db, (trx) => recordDelegation(trx, actor, form, now));
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isRefused(error)) return error.code;
    throw error;
  }
  return 'not refused';
}

test('a delegation gives the authority from its first to its last day and expires by itself', async () => {
  const through = async (day: string) =>
    (await authorityToApprove(database.db, actor, deputy, 'procedure', day))?.through ?? null;
  expect(await authorityToApprove(database.db, actor, chair, 'procedure', '2026-03-05')).toMatchObject({
    through: 'appointment',
    isHead: true,
  });
  expect(await through('2026-03-05')).toBe(null);
  const id = await delegate();
  expect(await through('2026-03-04')).toBe(null);
  expect(await authorityToApprove(database.db, actor, deputy, 'procedure', '2026-03-05')).toMatchObject({
    through: 'delegation',
    delegationId: id,
    fromOfficerName: 'Đỗ Văn Lim',
    decisionNumber: '15/QĐ-UBND',
  });
  expect(await through('2026-03-31')).toBe('delegation');
  expect(await through('2026-04-01')).toBe(null);
  expect(await authorityToApprove(database.db, actor, deputy, 'policy', '2026-03-05')).toBe(null);
});

test('a delegation is worth nothing once its giver no longer holds the position', async () => {
  await delegate();
  const [appointment] = await listAppointments(database.db, actor, { officerId: chair });
  await inTransaction(database.db, (trx) =>
    endAppointment(
      trx,
      actor,
      { appointmentId: appointment?.id ?? '', until: '2026-03-10', reason: 'Điều động' },
      now,
    ),
  );
  expect(await authorityToApprove(database.db, actor, deputy, 'procedure', '2026-03-11')).toBe(null);
});

test('a delegation ended early stops on that day', async () => {
  const delegationId = await delegate();
  await inTransaction(database.db, (trx) =>
    endDelegation(trx, actor, { delegationId, until: '2026-03-09', reason: 'Chủ tịch đã về' }, now),
  );
  expect(await authorityToApprove(database.db, actor, deputy, 'procedure', '2026-03-09')).not.toBe(null);
  expect(await authorityToApprove(database.db, actor, deputy, 'procedure', '2026-03-10')).toBe(null);
  expect((await listDelegations(database.db, actor, { officerId: deputy }))[0]?.validUntil).toBe(
    '2026-03-09',
  );
  expect(await listDelegations(database.db, actor, { on: '2026-03-10' })).toEqual([]);
});

test('what was done under a delegation cannot be undone by ending it in the past', async () => {
  const delegationId = await delegate({ validFrom: '2026-03-03' });
  const later = '2026-03-20T01:00:00.000Z';
  expect(
    await refusalOf(
      inTransaction(database.db, (trx) =>
        endDelegation(trx, actor, { delegationId, until: '2026-03-10', reason: 'x' }, later),
      ),
    ),
  ).toBe('organization.refusal.delegation-end-backwards');
});

test('a delegation backwards, without end, of what is not one’s own, or handed on is refused', async () => {
  expect(await refusalOf(delegate({ validFrom: '2026-03-02' }))).toBe(
    'organization.refusal.delegation-backwards',
  );
  expect(await refusalOf(delegate({ validUntil: null }))).toBe('organization.refusal.delegation-endless');
  expect(
    await refusalOf(delegate({ fromOfficerId: deputy, toOfficerId: chair, approvalKinds: ['policy'] })),
  ).toBe('organization.refusal.delegates-foreign');
  await delegate();
  const clerk = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'tre', name: 'Lê Văn Tre' },
    'cv-tong-hop',
  );
  expect(await refusalOf(delegate({ fromOfficerId: deputy, toOfficerId: clerk }))).toBe(
    'organization.refusal.delegated-on',
  );
});

test('a delegate who has left or leaves meanwhile is refused', async () => {
  await inTransaction(database.db, (trx) =>
    officerLeaves(trx, actor, { officerId: deputy, until: '2026-03-20', reason: '' }, now),
  );
  expect(await refusalOf(delegate())).toBe('organization.refusal.delegate-inactive');
});

test('leaving ends the delegations given and taken', async () => {
  await delegate();
  await inTransaction(database.db, (trx) =>
    officerLeaves(trx, actor, { officerId: deputy, until: '2026-03-20', reason: '' }, now),
  );
  expect((await listDelegations(database.db, actor))[0]?.validUntil).toBe('2026-03-20');
});

test('who fills a role names appointed, acting and delegated officers, each by the way it came', async () => {
  const clerk = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'tre', name: 'Lê Văn Tre' },
    'cv-tong-hop',
    {
      kind: 'acting',
    },
  );
  await delegate({
    approvalKinds: [],
    roleKeys: ['dai-dien-lanh-dao'],
    fromOfficerId: deputy,
    toOfficerId: clerk,
  });
  const holders = await officersOfRole(database.db, actor, 'dai-dien-lanh-dao', null, '2026-03-10');
  expect(holders.map((holder) => `${holder.officerKey} ${holder.through}`)).toEqual([
    'sen appointment',
    'tre delegation',
  ]);
  const drafters = await officersOfRole(database.db, actor, 'nguoi-soan-thao', 'ho-tich', '2026-03-10');
  expect(drafters.map((holder) => `${holder.officerKey} ${holder.through}`)).toEqual(['tre acting']);
});

test('delegations of another agency are neither seen nor used', async () => {
  const delegationId = await delegate();
  const stranger = staffOf(await foundModelWard(database.db, 'phuong-khac'), 'quality-officer');
  expect(await listDelegations(database.db, stranger)).toEqual([]);
  expect(await authorityToApprove(database.db, stranger, deputy, 'procedure', '2026-03-10')).toBe(null);
  await expect(
    inTransaction(database.db, (trx) =>
      endDelegation(trx, stranger, { delegationId, until: '2026-03-20', reason: 'x' }, now),
    ),
  ).rejects.toThrow('not-found');
});
