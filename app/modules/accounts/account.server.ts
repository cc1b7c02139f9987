import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { AccountRole, Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { foldLogin } from './password.ts';
import { revokeSessionsOf } from './session.server.ts';

export interface NewAccount {
  login: string;
  displayName: string;
  officerId: string | null;
  roles: AccountRole[];
}

/** Opens an account without a password: its holder sets one by a one-time link. */
export async function createAccount(
  trx: Trx,
  actor: Actor,
  input: NewAccount,
  now: Instant,
): Promise<string> {
  authorize(actor, 'account.maintain');
  const folded = foldLogin(input.login);
  const taken = await trx
    .selectFrom('account')
    .select('id')
    .where('login_folded', '=', folded)
    .executeTakeFirst();
  if (taken) throw new Refused('accounts.refusal.login-taken');
  if (input.officerId) await getOfficerOfAgency(trx, actor, input.officerId);
  const id = newId();
  await trx
    .insertInto('account')
    .values({
      id,
      agency_id: actor.agencyId,
      officer_id: input.officerId,
      login: input.login.trim(),
      login_folded: folded,
      display_name: input.displayName.trim(),
      password_hash: null,
      created_at: now,
      disabled_at: null,
    })
    .execute();
  for (const role of new Set(input.roles)) await insertRole(trx, actor, id, role, now);
  await record(trx, actor, { action: 'account.created', object: { type: 'account', id }, now });
  return id;
}

async function getOfficerOfAgency(trx: Trx, actor: Actor, officerId: string): Promise<void> {
  const officer = await trx
    .selectFrom('officer')
    .select('id')
    .where('id', '=', officerId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!officer) throw new NotFound();
}

async function insertRole(
  trx: Trx,
  actor: Actor,
  accountId: string,
  role: AccountRole,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('account_role')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      account_id: accountId,
      role,
      granted_at: now,
      granted_by: actor.accountId,
      ended_at: null,
    })
    .execute();
}

export async function getAccount(db: Db | Trx, actor: Actor, accountId: string) {
  const account = await db
    .selectFrom('account')
    .select(['id', 'agency_id', 'officer_id', 'login', 'display_name', 'created_at', 'disabled_at'])
    .select((eb) => eb('password_hash', 'is not', null).as('hasPassword'))
    .where('id', '=', accountId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!account) throw new NotFound();
  return { ...account, roles: await openRoles(db, account.id) };
}

async function openRoles(db: Db | Trx, accountId: string): Promise<AccountRole[]> {
  const rows = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute();
  return rows.map((row) => row.role as AccountRole); // granted through accountRoles only
}

/** Sets the roles of an account. Nobody changes their own; the last administrator stays. */
export async function setRoles(
  trx: Trx,
  actor: Actor,
  input: { accountId: string; roles: AccountRole[] },
  now: Instant,
): Promise<void> {
  authorize(actor, 'account.maintain');
  const account = await getAccount(trx, actor, input.accountId);
  if (account.id === actor.accountId) throw new Refused('accounts.refusal.own-roles');
  const wanted = new Set(input.roles);
  if (account.roles.includes('admin') && !wanted.has('admin'))
    await assertNotLastAdmin(trx, actor, account.id);
  const added = [...wanted].filter((role) => !account.roles.includes(role));
  const ended = account.roles.filter((role) => !wanted.has(role));
  for (const role of added) await insertRole(trx, actor, account.id, role, now);
  if (ended.length > 0) {
    await trx
      .updateTable('account_role')
      .set({ ended_at: now })
      .where('account_id', '=', account.id)
      .where('role', 'in', ended)
      .where('ended_at', 'is', null)
      .execute();
  }
  if (added.length + ended.length === 0) return;
  await record(trx, actor, {
    action: added.length > 0 ? 'account.role-granted' : 'account.role-ended',
    object: { type: 'account', id: account.id },
    now,
    payload: { added, ended },
  });
}

async function assertNotLastAdmin(trx: Trx, actor: Actor, accountId: string): Promise<void> {
  const other = await trx
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account.id')
    .where('account_role.agency_id', '=', actor.agencyId)
    .where('account_role.role', '=', 'admin')
    .where('account_role.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('account.id', '<>', accountId)
    .executeTakeFirst();
  if (!other) throw new Refused('accounts.refusal.last-admin');
}

/** Closes an account: every session ends at once; what its holder signed stays. */
export async function disableAccount(
  trx: Trx,
  actor: Actor,
  input: { accountId: string; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'account.maintain');
  const account = await getAccount(trx, actor, input.accountId);
  if (account.id === actor.accountId) throw new Refused('accounts.refusal.own-account');
  if (account.disabled_at) return;
  if (account.roles.includes('admin')) await assertNotLastAdmin(trx, actor, account.id);
  await trx.updateTable('account').set({ disabled_at: now }).where('id', '=', account.id).execute();
  await revokeSessionsOf(trx, account.id, now);
  await record(trx, actor, {
    action: 'account.disabled',
    object: { type: 'account', id: account.id },
    now,
    reason: input.reason,
  });
}

/** Accounts of the agency with their roles, by login. */
export async function listAccounts(db: Db, actor: Actor) {
  authorize(actor, 'account.maintain');
  const accounts = await db
    .selectFrom('account')
    .leftJoin('officer', 'officer.id', 'account.officer_id')
    .select([
      'account.id',
      'account.login',
      'account.display_name',
      'account.disabled_at',
      'officer.name as officerName',
    ])
    .select((eb) => eb('account.password_hash', 'is not', null).as('hasPassword'))
    .where('account.agency_id', '=', actor.agencyId)
    .orderBy('account.login_folded')
    .limit(1000)
    .execute();
  const roles = await db
    .selectFrom('account_role')
    .select(['account_id', 'role'])
    .where('agency_id', '=', actor.agencyId)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute();
  return accounts.map((account) => ({
    ...account,
    roles: roles.filter((role) => role.account_id === account.id).map((role) => role.role as AccountRole), // as above
  }));
}
