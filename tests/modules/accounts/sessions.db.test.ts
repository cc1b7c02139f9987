import { afterEach, beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/http/clock.ts';
import { disableAccount, setRoles } from '#app/modules/accounts/account.server.ts';
import { changeOwnPassword } from '#app/modules/accounts/own-password.server.ts';
import { listSessions, revokeSession } from '#app/modules/accounts/session.server.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { officerLeaves } from '#app/modules/organization/officer-recording.server.ts';
import { may } from '#app/permissions/matrix.ts';
import type { TableName } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { refusalOf } from '#tests/modules/documents/desk.ts';
import { officerWhoHolds, staffOf } from '#tests/modules/organization/model-ward.ts';
import { far, minutesAfter, near, password, start, WardAccounts } from './ward-accounts.ts';

let ward: WardAccounts;
beforeEach(async () => {
  ward = await WardAccounts.open();
});
afterEach(async () => {
  expect(await ward.journalFaults()).toEqual([]);
  await ward.close();
});

const hour = 60;
const idle = 8 * hour;
const week = 7 * 24 * hour;

test('a session ends when nobody used it for eight hours', async () => {
  await ward.person('dat', ['officer']);
  const token = await ward.signIn('dat', password);
  expect(await ward.isSignedIn(token, minutesAfter(start, idle - 1))).toBe(true);
  expect(await ward.isSignedIn(token, minutesAfter(start, 2 * idle - 2)), 'use prolongs it').toBe(true);
  expect(await ward.isSignedIn(token, minutesAfter(start, 3 * idle))).toBe(false);
});

test('a session that is used all the time ends after a week', async () => {
  await ward.person('dat', ['officer']);
  const token = await ward.signIn('dat', password);
  for (let at = 6 * hour; at < week; at += 6 * hour)
    expect(await ward.isSignedIn(token, minutesAfter(start, at))).toBe(true);
  expect(await ward.isSignedIn(token, minutesAfter(start, week))).toBe(false);
});

test('signing out ends this session at once and no other', async () => {
  await ward.person('dat', ['officer']);
  const [here, there] = [await ward.signIn('dat', password, near), await ward.signIn('dat', password, far)];
  const actor = await ward.actor(here);
  await inTransaction(ward.db, (trx) => revokeSession(trx, actor, actor.sessionHash ?? '', start));
  expect(await ward.isSignedIn(here)).toBe(false);
  expect(await ward.isSignedIn(there)).toBe(true);
});

test('nobody ends the session of another person', async () => {
  await ward.person('dat', ['officer']);
  await ward.person('uyen', ['officer']);
  const [mine, theirs] = [await ward.signIn('dat', password), await ward.signIn('uyen', password)];
  const actor = await ward.actor(mine);
  await inTransaction(ward.db, (trx) => revokeSession(trx, actor, sha256(theirs), start));
  expect(await ward.isSignedIn(theirs)).toBe(true);
  expect((await listSessions(ward.db, actor, start)).map((row) => row.token_hash)).toEqual([sha256(mine)]);
});

test('a closed account is out at its next request and cannot come back', async () => {
  const id = await ward.person('dat', ['officer']);
  const token = await ward.signIn('dat', password);
  const admin = await ward.admin();
  await inTransaction(ward.db, (trx) =>
    disableAccount(trx, admin, { accountId: id, reason: 'Chuyển công tác' }, start),
  );
  expect(await ward.isSignedIn(token)).toBe(false);
  expect(await refusalOf(ward.signIn('dat', password))).toBe('accounts.refusal.sign-in');
});

test('an officer who has left is out on the next day and cannot sign in any more', async () => {
  const officer = { key: 'dat', name: 'Hoàng Tiến Đạt' };
  const officerId = await officerWhoHolds(ward.db, ward.agencyId, officer, 'cv-tu-phap-ho-tich');
  await ward.person('dat', ['officer'], start, officerId);
  const lastDay = { officerId, until: dayOf(start), reason: 'Nghỉ hưu' };
  const hoa = staffOf(ward.agencyId, 'quality-officer');
  await inTransaction(ward.db, (trx) => officerLeaves(trx, hoa, lastDay, start));
  const token = await ward.signIn('dat', password);
  expect(await ward.isSignedIn(token), 'the last day is a working day').toBe(true);
  const nextDay = minutesAfter(start, 16 * hour);
  await ward.db.updateTable('session').set({ last_seen_at: nextDay }).execute();
  expect(await ward.isSignedIn(token, nextDay)).toBe(false);
  expect(await refusalOf(ward.signIn('dat', password, near, nextDay))).toBe('accounts.refusal.sign-in');
});

test('a role taken away is gone at the next request of the same session', async () => {
  const id = await ward.person('dat', ['quality-officer', 'officer']);
  const token = await ward.signIn('dat', password);
  expect(may(await ward.actor(token), 'document.withdraw')).toBe(true);
  const admin = await ward.admin();
  await inTransaction(ward.db, (trx) => setRoles(trx, admin, { accountId: id, roles: ['officer'] }, start));
  const after = await ward.actor(token);
  expect(after.roles).toEqual(['officer']);
  expect(may(after, 'document.withdraw')).toBe(false);
});

test('a new password ends every session but the one that set it', async () => {
  await ward.person('dat', ['officer']);
  const [here, there] = [await ward.signIn('dat', password, near), await ward.signIn('dat', password, far)];
  const next = 'Một câu khác hẳn câu cũ 58';
  const actor = await ward.actor(here);
  const input = { current: password, password: next, again: next };
  const fresh = await changeOwnPassword(ward.db, actor, input, near, start);
  expect(await ward.isSignedIn(here)).toBe(false);
  expect(await ward.isSignedIn(there)).toBe(false);
  expect(await ward.isSignedIn(fresh)).toBe(true);
  expect(await refusalOf(ward.signIn('dat', password))).toBe('accounts.refusal.sign-in');
  expect(await ward.isSignedIn(await ward.signIn('dat', next))).toBe(true);
});

test('a token that was made up opens nothing', async () => {
  expect(await ward.isSignedIn('a'.repeat(43))).toBe(false);
  const [row] = await ward.db.selectFrom('session').select('token_hash').execute();
  expect(await ward.isSignedIn(row?.token_hash ?? ''), 'nor does what the database holds').toBe(false);
});

test('with a copy of the whole database nobody can rebuild a session or a one-time link', async () => {
  const token = await ward.signIn('bach', password);
  const tables = (await ward.db.introspection.getTables()).map((table) => table.name as TableName); // our own schema
  const rows = [];
  for (const table of tables.filter((name) => !name.startsWith('search_')))
    rows.push(...(await ward.db.selectFrom(table).selectAll().execute()));
  const copy = JSON.stringify(rows);
  expect(copy).toContain(sha256(token));
  expect(copy).not.toContain(token);
  expect(copy).not.toContain(password);
  expect(copy).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});
