import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWardAtTheDoor, type WardAtTheDoor } from './ward-at-the-door.ts';

let door: WardAtTheDoor;
beforeAll(async () => {
  door = await openWardAtTheDoor();
});
afterAll(() => door?.close());

/** What somebody adds to a form by hand in the hope that it is written as it comes. */
const slippedIn = {
  id: 'chosen-id',
  agencyId: 'another',
  agency_id: 'another',
  role: 'admin',
  state: 'released',
  recordedAt: '2020-01-01T00:00:00.000Z',
  recorded_at: '2020-01-01T00:00:00.000Z',
  createdBy: 'another',
  number: 'KPH-1999-001',
  version: '999',
};

async function post(
  path: string,
  fields: Record<string, string>,
  asker: 'admin' | 'quality-officer' | 'officer',
) {
  const headers = { 'Sec-Fetch-Site': 'same-origin', ...(await door.cookieOf(asker)) };
  return door.server.post(path, { ...slippedIn, ...fields }, headers);
}

test('an account takes no field that its form does not have', async () => {
  const answer = await post(
    '/administration/accounts/new',
    { login: 'slipped', displayName: 'Người lạ', officerId: '', roles: 'officer' },
    'admin',
  );
  expect(answer.status).toBe(400);
  const found = await door.db.selectFrom('account').select('id').where('login', '=', 'slipped').execute();
  expect(found).toEqual([]);
});

test('an officer is recorded in the agency and at the time of who records, whatever the form says', async () => {
  const answer = await post(
    '/organization/officers/new',
    { key: 'slipped', name: 'Người Lạ', email: '', validFrom: '2026-11-01' },
    'quality-officer',
  );
  expect(answer.status).toBe(303);
  const row = await door.db
    .selectFrom('officer')
    .selectAll()
    .where('key', '=', 'slipped')
    .executeTakeFirstOrThrow();
  expect(row.agency_id).toBe(door.agencyId);
  expect(row.id).not.toBe('chosen-id');
  expect(row.recorded_at).toBe(door.server.services.clock.now());
});

test('a document begins as a draft of its author, whatever the form says', async () => {
  const answer = await post(
    '/documents/new',
    { title: 'Văn bản thử', kind: 'procedure', from: '' },
    'officer',
  );
  expect(answer.status).toBe(303);
  const id = /\/revisions\/(\w+)\/form/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  const row = await door.db.selectFrom('revision').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'draft', agency_id: door.agencyId, version: 1 });
  expect(row.created_by).not.toBe('another');
  expect(row.created_at).toBe(door.server.services.clock.now());
});

test('a report of a fault gets the next number and waits as a draft, whatever the form says', async () => {
  const unit = await door.db
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', door.agencyId)
    .where('key', '=', 'ttpvhcc')
    .executeTakeFirstOrThrow();
  const words = { statement: 'Trả chậm', requirement: 'Trả đúng hẹn', evidence: 'Sổ theo dõi' };
  const choices = { source: 'self-report', detectedOn: '2026-11-20', grade: 'minor', unit: unit.id };
  const answer = await post('/nonconformities/new', { ...words, ...choices }, 'officer');
  expect(answer.status).toBe(303);
  const id = (answer.headers.get('location') ?? '').split('/').at(-1) ?? '';
  const row = await door.db
    .selectFrom('nonconformity')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'draft', agency_id: door.agencyId, year: 2026 });
  expect(row.number).toMatch(/^KPH-2026-/);
});
