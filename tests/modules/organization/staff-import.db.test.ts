import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOfficers } from '#app/modules/organization/officers.server.ts';
import { importStaff } from '#app/modules/organization/staff-import.server.ts';
import { planStaffImport } from '#app/modules/organization/staff-plan.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard, officerWhoHolds, staffOf } from './model-ward.ts';

let database: TestDatabase;
let actor: Actor;
let agencyId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  agencyId = await foundModelWard(database.db);
  actor = staffOf(agencyId, 'quality-officer');
});
afterEach(() => database.close());

const now = '2026-03-03T01:00:00.000Z';
const head = 'Mã cán bộ,Họ và tên,E-mail,Mã vị trí,Từ ngày,Đến ngày,Quyết định';

async function apply(text: string) {
  return inTransaction(database.db, (trx) => importStaff(trx, actor, { text }, now));
}

test('a list as an office keeps it becomes officers with their positions', async () => {
  const text = `\uFEFF${head.replaceAll(',', ';')}
sen;Trần Thị Sen;sen@example.vn;cv-tu-phap-ho-tich;01/07/2025;;12/QĐ-UBND
sen;Trần Thị Sen;;ke-toan;2026-01-01;31/12/2026;
tre;Lê Văn Tre;;cong-chuc-tiep-nhan;01/07/2025;;`;
  const plan = await planStaffImport(database.db, actor, text);
  expect(plan).toMatchObject({ findings: [], newOfficers: 2, newAppointments: 3, unchanged: 0 });
  expect((await listOfficers(database.db, actor, '2026-03-03')).total).toBe(0);
  await apply(text);
  const { officers } = await listOfficers(database.db, actor, '2026-03-03');
  expect(officers.map((one) => `${one.key} ${one.positions.length} ${one.validFrom}`)).toEqual([
    'tre 1 2025-07-01',
    'sen 2 2025-07-01',
  ]);
});

test('importing the same list again finds nothing to do and records nothing twice', async () => {
  const text = `${head}\nsen,Trần Thị Sen,,ke-toan,2025-07-01,,`;
  await apply(text);
  expect(await planStaffImport(database.db, actor, text)).toMatchObject({ newAppointments: 0, unchanged: 1 });
  await expect(apply(text)).rejects.toThrow('organization.refusal.nothing-new');
});

test('every mistake is named with its line and column, and nothing of the list is recorded', async () => {
  const text = `${head}
sen,Trần Thị Sen,sen@,ke-toan,31/02/2026,,
,Lê Văn Tre,,khong-co,2026-01-01,2025-01-01,
lim,Đỗ Văn Lim,,ke-toan,2025-07-01,,
lim,Đỗ Văn Lâm,,van-thu-luu-tru,2025-07-01,,`;
  const { findings } = await planStaffImport(database.db, actor, text);
  expect(
    findings.map((one) => `${one.line} ${one.column} ${one.code.replace('organization.import.', '')}`),
  ).toEqual([
    '2 email email-wrong',
    '2 from day-wrong',
    '3 officer empty',
    '3 until days-out-of-order',
    '3 position position-unknown',
    '5 name name-differs',
  ]);
  await expect(apply(text)).rejects.toThrow('organization.refusal.list-has-mistakes');
  expect((await listOfficers(database.db, actor, '2026-03-03')).total).toBe(0);
});

test('a list that contradicts what is recorded says so before anything happens', async () => {
  await officerWhoHolds(database.db, agencyId, { key: 'sen', name: 'Trần Thị Sen' }, 'ke-toan');
  const text = `${head}\nsen,Trần Thị Súng,,ke-toan,2026-01-01,,`;
  const { findings } = await planStaffImport(database.db, actor, text);
  expect(findings.map((one) => one.code)).toEqual([
    'organization.import.name-recorded',
    'organization.refusal.held-already',
  ]);
});

test('a file that is no such list is answered, not crashed on', async () => {
  const codes = async (text: string) =>
    (await planStaffImport(database.db, actor, text)).findings.map((one) => one.code);
  expect(await codes('')).toEqual(['organization.import.nothing']);
  expect(await codes('xin chào\nmọi người')).toContain('organization.import.column-missing');
  expect(await codes(`${head}\n"sen,Trần`)).toEqual(['organization.import.broken-quotes']);
});
