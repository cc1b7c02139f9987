import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAdministrativeProcedure } from '#app/modules/documents/tthc/administrative-procedure.ts';
import { recordAdministrativeProcedures } from '#app/modules/documents/tthc/recording.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { type Story, tellStory } from '#tests/story.ts';

let database: TestDatabase;
let story: Story;
beforeEach(async () => {
  database = await openTestDatabase();
  story = await tellStory(database.db);
});
afterEach(() => database.close());

function recordOf(code: string, field: string) {
  const source = { ma_thu_tuc: code, ten_thu_tuc: 'Việc mẫu', cap_thuc_hien: 'Cấp xã', linh_vuc: field };
  const procedure = readAdministrativeProcedure(source, 'vi');
  if (!procedure) throw new Error('not read');
  return { procedure, source };
}

test('a record of the portal is entered once, follows the portal, and leaves what a person decided', async () => {
  const { db } = database;
  const enter = (records: ReturnType<typeof recordOf>[], now: string) =>
    inTransaction(db, (trx) => recordAdministrativeProcedures(trx, story.actors.hoa, records, now));
  expect(
    await enter([recordOf('1.999991', 'Hộ tịch'), recordOf('1.999992', 'Thuế')], '2026-03-01T00:00:00.000Z'),
  ).toEqual({ added: 2, changed: 0, same: 0 });
  expect(await enter([recordOf('1.999991', 'Hộ tịch')], '2026-03-02T00:00:00.000Z')).toEqual({
    added: 0,
    changed: 0,
    same: 1,
  });
  expect(await enter([recordOf('1.999992', 'Lĩnh vực lạ')], '2026-03-03T00:00:00.000Z')).toEqual({
    added: 0,
    changed: 1,
    same: 0,
  });
  const rows = await db
    .selectFrom('administrative_procedure')
    .select(['code', 'line', 'line_decided_by'])
    .orderBy('code')
    .execute();
  expect(rows).toEqual([
    { code: '1.999991', line: 'own', line_decided_by: null },
    { code: '1.999992', line: 'undecided', line_decided_by: null },
  ]);
  expect((await verifyJournal(db, { heads: [], readFile: async () => null })).faults).toEqual([]);
  await expect(
    inTransaction(db, (trx) =>
      recordAdministrativeProcedures(trx, story.actors.tam, [], '2026-03-04T00:00:00.000Z'),
    ),
  ).rejects.toThrow('forbidden');
});
