import { afterEach, beforeEach, expect, test } from 'vitest';
import { askAll, type Pending, type PendingFor } from '#app/modules/responsibilities/pending.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

function waiting(kind: Pending['kind'], code: string, due: string | null): Pending {
  return { kind, id: code, code, titleVi: code, titleEn: null, to: '/', due };
}

test('what is due first stands on top, then what has no day, by kind and code', async () => {
  const documents: PendingFor = async () => [
    waiting('draft', 'QT-02', null),
    waiting('acknowledgement', 'QT-03', null),
    waiting('acknowledgement', 'QT-01', null),
  ];
  const actions: PendingFor = async () => [
    waiting('action', 'KPH-2', '2026-03-09'),
    waiting('action', 'KPH-1', '2026-03-02'),
  ];
  const all = await askAll([documents, actions], database.db, citizenOf('a'), '2026-03-03');
  expect(all.map((one) => one.code)).toEqual(['KPH-1', 'KPH-2', 'QT-01', 'QT-03', 'QT-02']);
});
