import { afterEach, beforeEach, expect, test } from 'vitest';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { listMappings } from '#app/modules/organization/role-mappings.server.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard, staffOf } from './model-ward.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('a founded ward has the units, positions and roles of the library, and nobody in them', async () => {
  const agencyId = await foundModelWard(database.db);
  const actor = staffOf(agencyId, 'quality-officer');
  const units = await listUnits(database.db, actor, '2026-03-03');
  expect(units.map((unit) => unit.key)).toEqual([
    'lanh-dao',
    'van-phong',
    'kinh-te-ha-tang-do-thi',
    'van-hoa-xa-hoi',
    'ttpvhcc',
  ]);
  const positions = await listPositions(database.db, actor, '2026-03-03');
  expect(positions.find((position) => position.key === 'cong-chuc-tiep-nhan')).toMatchObject({
    unitKey: 'ttpvhcc',
    seats: 4,
    isHead: false,
    holders: [],
    vacant: true,
    overfull: false,
  });
  expect(positions.find((position) => position.key === 'chu-tich')?.isHead).toBe(true);
  const roles = await listRoles(database.db, actor);
  expect(roles.find((role) => role.key === 'tiep-nhan')?.aliases).toContain('BPMC');
});

test('a role of every officer is filled by every position, a role of one field only by its own', async () => {
  const agencyId = await foundModelWard(database.db);
  const actor = staffOf(agencyId, 'quality-officer');
  const positions = await listPositions(database.db, actor, '2026-03-03');
  const everyone = await listMappings(database.db, actor, '2026-03-03', { roleKey: 'can-bo-cong-chuc' });
  expect(everyone).toHaveLength(positions.length);
  const heads = await listMappings(database.db, actor, '2026-03-03', { roleKey: 'truong-don-vi' });
  expect(heads.filter((head) => head.field === 'ho-tich').map((head) => head.positionKey)).toEqual([
    'chanh-van-phong',
  ]);
});

test('a second ward of the same province has its own organisation and sees nothing of the first', async () => {
  const first = await foundModelWard(database.db);
  const second = await foundModelWard(database.db, 'phuong-an-binh-tay');
  const provinces = await database.db
    .selectFrom('agency')
    .select('id')
    .where('kind', '=', 'province')
    .execute();
  expect(provinces).toHaveLength(1);
  const own = await listUnits(database.db, staffOf(first, 'officer'), '2026-03-03');
  const others = await listUnits(database.db, staffOf(second, 'officer'), '2026-03-03');
  expect(own.some((unit) => others.some((other) => other.id === unit.id))).toBe(false);
});

test('before the first day of the ward there is no unit', async () => {
  const agencyId = await foundModelWard(database.db);
  expect(await listUnits(database.db, staffOf(agencyId, 'officer'), '2025-06-30')).toEqual([]);
});
