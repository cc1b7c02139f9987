import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isForbidden, isNotFound } from '#app/http/errors.ts';
import { createAccount, disableAccount, setRoles } from '#app/modules/accounts/account.server.ts';
import {
  invite,
  issueFirstAdminLink,
  needsFirstAdmin,
  readInvitation,
} from '#app/modules/accounts/invitation.server.ts';
import { accountRoles } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase } from '#tests/database.ts';
import { refusalOf } from '#tests/modules/documents/desk.ts';
import { foundModelWard } from '#tests/modules/organization/model-ward.ts';
import { minutesAfter, password, start, WardAccounts } from './ward-accounts.ts';

let ward: WardAccounts;
beforeEach(async () => {
  ward = await WardAccounts.open();
});
afterEach(async () => {
  expect(await ward.journalFaults()).toEqual([]);
  await ward.close();
});

const hour = 60;
const gone = { kind: 'not-found' };

async function linkFor(login: string, now = start): Promise<{ id: string; token: string }> {
  const admin = await ward.admin(now);
  const input = { login, displayName: login, officerId: null, roles: ['officer' as const] };
  const id = await inTransaction(ward.db, (trx) => createAccount(trx, admin, input, now));
  return { id, token: await inTransaction(ward.db, (trx) => invite(trx, admin, id, now)) };
}

describe('a one-time link', () => {
  test('sets a password once and is then as if it had never been', async () => {
    const { token } = await linkFor('dat');
    await ward.accept(token);
    expect(await ward.isSignedIn(await ward.signIn('dat', password))).toBe(true);
    await expect(ward.accept(token, { password: 'Kẻ khác đến sau một bước 1' })).rejects.toMatchObject(gone);
    await expect(readInvitation(ward.db, token, start)).rejects.toSatisfy(isNotFound);
    expect(await ward.isSignedIn(await ward.signIn('dat', password)), 'the first password stays').toBe(true);
  });

  test('used by two at the same moment works for one', async () => {
    const { token } = await linkFor('dat');
    const ends = await Promise.allSettled([ward.accept(token), ward.accept(token)]);
    expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('ends after three days', async () => {
    const { token } = await linkFor('dat');
    await readInvitation(ward.db, token, minutesAfter(start, 72 * hour - 1));
    await expect(readInvitation(ward.db, token, minutesAfter(start, 72 * hour))).rejects.toMatchObject(gone);
    await expect(ward.accept(token, {}, minutesAfter(start, 73 * hour))).rejects.toMatchObject(gone);
  });

  test('ends when a newer one is made', async () => {
    const { id, token } = await linkFor('dat');
    const admin = await ward.admin();
    const newer = await inTransaction(ward.db, (trx) => invite(trx, admin, id, start));
    await expect(ward.accept(token)).rejects.toMatchObject(gone);
    await ward.accept(newer);
  });

  test('is not made for a closed account, nor by who is no administrator', async () => {
    const { id } = await linkFor('dat');
    const admin = await ward.admin();
    for (const role of accountRoles.filter((one) => one !== 'admin')) {
      const other = { ...admin, roles: [role] };
      await expect(inTransaction(ward.db, (trx) => invite(trx, other, id, start))).rejects.toSatisfy(
        isForbidden,
      );
    }
    await inTransaction(ward.db, (trx) =>
      disableAccount(trx, admin, { accountId: id, reason: 'Nghỉ việc' }, start),
    );
    expect(await refusalOf(inTransaction(ward.db, (trx) => invite(trx, admin, id, start)))).toBe(
      'accounts.refusal.disabled',
    );
  });

  test('of a password takes the sessions of the old one with it', async () => {
    const { id, token } = await linkFor('dat');
    await ward.accept(token);
    const session = await ward.signIn('dat', password);
    const admin = await ward.admin();
    const again = await inTransaction(ward.db, (trx) => invite(trx, admin, id, start));
    await ward.accept(again, { password: 'Quên rồi chọn lại câu mới 9' });
    expect(await ward.isSignedIn(session)).toBe(false);
  });
});

describe('the first administrator', () => {
  test('comes by a link of a day, of which only the newest works, and no second one is given', async () => {
    const empty = await openTestDatabase();
    const agencyId = await foundModelWard(empty.db);
    const link = () => inTransaction(empty.db, (trx) => issueFirstAdminLink(trx, agencyId, start));
    expect(await needsFirstAdmin(empty.db, agencyId)).toBe(true);
    const [old, token] = [await link(), await link()];
    await expect(readInvitation(empty.db, old, start)).rejects.toMatchObject(gone);
    await expect(readInvitation(empty.db, token, minutesAfter(start, 24 * hour))).rejects.toMatchObject(gone);
    await readInvitation(empty.db, token, minutesAfter(start, 24 * hour - 1));
    await empty.close();
    expect(await needsFirstAdmin(ward.db, ward.agencyId)).toBe(false);
    const another = inTransaction(ward.db, (trx) => issueFirstAdminLink(trx, ward.agencyId, start));
    expect(await refusalOf(another)).toBe('accounts.refusal.has-admin');
  });

  test('has the role of administrator and no other', async () => {
    expect((await ward.admin()).roles).toEqual(['admin']);
  });
});

describe('administrators', () => {
  test('cannot change their own roles or close their own account', async () => {
    const admin = await ward.admin();
    const own = { accountId: admin.accountId };
    const roles = inTransaction(ward.db, (trx) =>
      setRoles(trx, admin, { ...own, roles: ['admin', 'leader'] }, start),
    );
    expect(await refusalOf(roles)).toBe('accounts.refusal.own-roles');
    const closing = inTransaction(ward.db, (trx) =>
      disableAccount(trx, admin, { ...own, reason: 'Thử' }, start),
    );
    expect(await refusalOf(closing)).toBe('accounts.refusal.own-account');
  });

  test('never become fewer than one', async () => {
    const second = await ward.person('linh', ['admin']);
    const admin = await ward.admin();
    const other = await ward.actor(await ward.signIn('linh', password));
    const away = { accountId: admin.accountId, roles: [] };
    await inTransaction(ward.db, (trx) => setRoles(trx, other, away, start));
    const stale = { accountId: second, roles: [] };
    // The first administrator's page is still open although the role is gone: only the database's word counts.
    const last = inTransaction(ward.db, (trx) => setRoles(trx, admin, stale, start));
    expect(await refusalOf(last)).toBe('accounts.refusal.last-admin');
    const closing = inTransaction(ward.db, (trx) =>
      disableAccount(trx, admin, { accountId: second, reason: 'Thử' }, start),
    );
    expect(await refusalOf(closing)).toBe('accounts.refusal.last-admin');
  });

  test('a closed administrator does not count as one who is left', async () => {
    const second = await ward.person('linh', ['admin']);
    const third = await ward.person('dat', ['admin']);
    const other = await ward.actor(await ward.signIn('linh', password));
    const admin = await ward.admin();
    for (const accountId of [admin.accountId, third])
      await inTransaction(ward.db, (trx) =>
        disableAccount(trx, other, { accountId, reason: 'Chuyển đi' }, start),
      );
    const last = inTransaction(ward.db, (trx) =>
      setRoles(trx, admin, { accountId: second, roles: [] }, start),
    );
    expect(await refusalOf(last)).toBe('accounts.refusal.last-admin');
  });

  test('know no account of another agency', async () => {
    const admin = await ward.admin();
    const id = await ward.person('dat', ['officer']);
    const foreign = { ...admin, agencyId: 'another' };
    for (const act of [
      () =>
        inTransaction(ward.db, (trx) => setRoles(trx, foreign, { accountId: id, roles: ['admin'] }, start)),
      () =>
        inTransaction(ward.db, (trx) =>
          disableAccount(trx, foreign, { accountId: id, reason: 'Thử' }, start),
        ),
      () => inTransaction(ward.db, (trx) => invite(trx, foreign, id, start)),
    ])
      await expect(act()).rejects.toMatchObject(gone);
  });
});

describe('a login', () => {
  test('that differs only by case or marks is taken', async () => {
    await linkFor('Đạt');
    for (const alike of ['đạt', 'DAT', 'dạt', ' dat'])
      expect(await refusalOf(linkFor(alike)), alike).toBe('accounts.refusal.login-taken');
  });
});
