import { randomBytes } from 'node:crypto';
import { type Day, dayOf } from '#app/http/clock.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import { type AccountRole, type Actor, citizenOf } from '#app/permissions/actor.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

const hour = 60 * 60 * 1000;
const idleLimit = 8 * hour;
const wholeLimit = 7 * 24 * hour;
/** A session notes that it was used at most this often. */
const touchEvery = 5 * 60 * 1000;

function later(now: Instant, by: number): Instant {
  return new Date(Date.parse(now) + by).toISOString();
}

/** A new token: 256 bits, given to the browser; the database keeps only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export async function openSession(
  trx: Trx,
  accountId: string,
  client: { address: string; browser: string },
  now: Instant,
): Promise<string> {
  const token = newToken();
  await trx
    .insertInto('session')
    .values({
      token_hash: sha256(token),
      account_id: accountId,
      created_at: now,
      last_seen_at: now,
      expires_at: later(now, wholeLimit),
      revoked_at: null,
      address: client.address,
      browser: client.browser.slice(0, 200),
      confirmed_at: now,
    })
    .execute();
  return token;
}

/** Who holds the token now, with the roles and positions of this moment; anonymous where nobody does. */
export async function actorOf(db: Db, token: string | null, now: Instant): Promise<Actor> {
  const session = token ? await findSession(db, token, now) : undefined;
  if (!session) return citizenOf(await homeAgency(db));
  if (Date.parse(now) - Date.parse(session.last_seen_at) > touchEvery) {
    await inTransaction(db, (trx) =>
      trx
        .updateTable('session')
        .set({ last_seen_at: now })
        .where('token_hash', '=', session.token_hash)
        .execute(),
    );
  }
  return actorOfAccount(db, session, now, session.token_hash);
}

async function findSession(db: Db, token: string, now: Instant) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('officer', 'officer.id', 'account.officer_id')
    .select([
      'session.token_hash',
      'session.last_seen_at',
      'account.id',
      'account.agency_id',
      'account.officer_id',
    ])
    .select('account.display_name')
    .where('session.token_hash', '=', sha256(token))
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', later(now, -idleLimit))
    .where('account.disabled_at', 'is', null)
    .where((eb) =>
      // Whoever left the office has no account any more; an administrator may be no officer at all.
      eb.or([eb('officer.valid_until', 'is', null), eb('officer.valid_until', '>=', dayOf(now))]),
    )
    .executeTakeFirst();
}

/** The actor behind an account, as the database knows them at this instant. */
export async function actorOfAccount(
  db: Db | Trx,
  account: { id: string; agency_id: string; officer_id: string | null; display_name: string },
  now: Instant,
  sessionHash: string | null,
): Promise<Actor> {
  const roles = await db
    .selectFrom('account_role')
    .select('role')
    .distinct()
    .where('account_id', '=', account.id)
    .where('ended_at', 'is', null)
    .orderBy('role')
    .execute();
  const places = account.officer_id
    ? await placesOf(db, account.agency_id, account.officer_id, dayOf(now))
    : { positionIds: [], unitIds: [] };
  return {
    accountId: account.id,
    officerId: account.officer_id,
    agencyId: account.agency_id,
    name: account.display_name,
    roles: roles.map((row) => row.role as AccountRole), // granted through accountRoles only
    ...places,
    sessionHash,
  };
}

async function placesOf(db: Db | Trx, agencyId: string, officerId: string, day: Day) {
  const held = await db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select(['position.id', 'position.unit_id'])
    .where('held.officer_id', '=', officerId)
    .execute();
  return { positionIds: held.map((row) => row.id), unitIds: [...new Set(held.map((row) => row.unit_id))] };
}

/** The office whose public documents a citizen sees: the first that is no province. */
export async function homeAgency(db: Db): Promise<string> {
  const agency = await db
    .selectFrom('agency')
    .select('id')
    .where('kind', '<>', 'province')
    .orderBy('recorded_at')
    .orderBy('id')
    .executeTakeFirst();
  return agency?.id ?? '';
}

export async function revokeSession(trx: Trx, actor: Actor, tokenHash: string, now: Instant): Promise<void> {
  await trx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('token_hash', '=', tokenHash)
    .where('account_id', '=', actor.accountId ?? '')
    .where('revoked_at', 'is', null)
    .execute();
}

export async function revokeSessionsOf(trx: Trx, accountId: string, now: Instant): Promise<void> {
  await trx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The actor's own open sessions, newest first. */
export async function listSessions(db: Db, actor: Actor, now: Instant) {
  return db
    .selectFrom('session')
    .select(['token_hash', 'created_at', 'last_seen_at', 'address', 'browser'])
    .where('account_id', '=', actor.accountId ?? '')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
}
