import { NotFound, Refused } from '#app/http/errors.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { createAccount, getAccount } from './account.server.ts';
import { refusalOfPassword } from './password.ts';
import { newToken, revokeSessionsOf } from './session.server.ts';

const firstAdminHours = 24;
const invitationHours = 72;

function hoursLater(now: Instant, hours: number): Instant {
  return new Date(Date.parse(now) + hours * 60 * 60 * 1000).toISOString();
}

/** True while an agency has nobody who can sign in as its administrator. */
export async function needsFirstAdmin(db: Db | Trx, agencyId: string): Promise<boolean> {
  const admin = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select('account.id')
    .where('account_role.agency_id', '=', agencyId)
    .where('account_role.role', '=', 'admin')
    .where('account_role.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return admin === undefined;
}

/** A one-time link for the first administrator; an earlier one ends. @returns the token, kept nowhere else. */
export async function issueFirstAdminLink(trx: Trx, agencyId: string, now: Instant): Promise<string> {
  if (!(await needsFirstAdmin(trx, agencyId))) throw new Refused('accounts.refusal.has-admin');
  await trx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('agency_id', '=', agencyId)
    .where('purpose', '=', 'first-admin')
    .where('used_at', 'is', null)
    .execute();
  return insertInvitation(
    trx,
    { agencyId, purpose: 'first-admin', accountId: null, hours: firstAdminHours },
    now,
  );
}

/** A one-time link with which the holder of an account sets a password. Earlier links end, sessions too. */
export async function invite(trx: Trx, actor: Actor, accountId: string, now: Instant): Promise<string> {
  authorize(actor, 'account.maintain');
  const account = await getAccount(trx, actor, accountId);
  if (account.disabled_at) throw new Refused('accounts.refusal.disabled');
  await trx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('account_id', '=', account.id)
    .where('used_at', 'is', null)
    .execute();
  return insertInvitation(
    trx,
    { agencyId: actor.agencyId, purpose: 'password', accountId: account.id, hours: invitationHours },
    now,
  );
}

async function insertInvitation(
  trx: Trx,
  input: { agencyId: string; purpose: string; accountId: string | null; hours: number },
  now: Instant,
): Promise<string> {
  const token = newToken();
  await trx
    .insertInto('invitation')
    .values({
      token_hash: sha256(token),
      agency_id: input.agencyId,
      purpose: input.purpose,
      account_id: input.accountId,
      created_at: now,
      expires_at: hoursLater(now, input.hours),
      used_at: null,
    })
    .execute();
  return token;
}

/** What a one-time link is for; NotFound when it was used, has ended or never was. */
export async function readInvitation(db: Db | Trx, token: string, now: Instant) {
  const invitation = await db
    .selectFrom('invitation')
    .leftJoin('account', 'account.id', 'invitation.account_id')
    .select(['invitation.token_hash', 'invitation.agency_id', 'invitation.purpose', 'invitation.account_id'])
    .select(['account.login', 'account.display_name'])
    .where('invitation.token_hash', '=', sha256(token))
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .executeTakeFirst();
  if (!invitation) throw new NotFound();
  return invitation;
}

export interface Acceptance {
  token: string;
  /** Hash made before the transaction. */
  passwordHash: string;
  password: string;
  /** Only for the first administrator. */
  login: string;
  displayName: string;
}

/** Uses a one-time link: sets the password, for the first administrator also opens the account. */
export async function acceptInvitation(trx: Trx, input: Acceptance, now: Instant): Promise<string> {
  const invitation = await readInvitation(trx, input.token, now);
  const reason = refusalOfPassword(input.password, invitation.login ?? input.login);
  if (reason) throw new Refused(reason.code, reason.details);
  const system = systemOf(invitation.agency_id);
  const accountId =
    invitation.account_id ??
    (await createAccount(
      trx,
      system,
      { login: input.login, displayName: input.displayName, officerId: null, roles: ['admin'] },
      now,
    ));
  await trx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', invitation.token_hash)
    .execute();
  await setPassword(trx, system, accountId, input.passwordHash, now);
  return accountId;
}

/** Every session of the account ends with its old password. */
export async function setPassword(
  trx: Trx,
  actor: Actor,
  accountId: string,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await trx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).execute();
  await revokeSessionsOf(trx, accountId, now);
  await record(trx, actor, {
    action: 'account.password-set',
    object: { type: 'account', id: accountId },
    now,
  });
}
