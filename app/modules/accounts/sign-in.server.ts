import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { isPassword } from './password.server.ts';
import { foldLogin } from './password.ts';
import { openSession } from './session.server.ts';

export interface Credentials {
  login: string;
  password: string;
  address: string;
  browser: string;
}

/** Failed attempts allowed within the window; more are refused without looking at the password. */
export const signInLimits = { windowMinutes: 15, perAccountAndAddress: 5, perAddress: 40, perAccount: 50 };

/**
 * Opens a session for the right password. A wrong password, an unknown, a disabled account and an officer who left get the same answer
 * after the same work (ASVS 6.3.8); too many attempts are refused for a while, from one address only.
 * @returns the session token for the browser.
 */
export async function signIn(db: Db, credentials: Credentials, now: Instant): Promise<string> {
  const folded = foldLogin(credentials.login);
  await refuseTooMany(db, folded, credentials.address, now);
  const usable = await db
    .selectFrom('account')
    .leftJoin('officer', 'officer.id', 'account.officer_id')
    .select(['account.id', 'account.password_hash'])
    .where('account.login_folded', '=', folded)
    .where('account.disabled_at', 'is', null)
    .where((eb) =>
      eb.or([eb('officer.valid_until', 'is', null), eb('officer.valid_until', '>=', dayOf(now))]),
    )
    .executeTakeFirst();
  const good = await isPassword(credentials.password, usable?.password_hash ?? null);
  const token = await inTransaction(db, async (trx) => {
    await noteAttempt(trx, { folded, address: credentials.address, good }, now);
    return good && usable ? openSession(trx, usable.id, credentials, now) : null;
  });
  if (!token) throw new Refused('accounts.refusal.sign-in');
  return token;
}

/** Every password shown is noted, right or wrong: the limits count them. */
export async function noteAttempt(
  trx: Trx,
  attempt: { folded: string; address: string; good: boolean },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('sign_in_attempt')
    .values({
      id: newId(),
      login_folded: attempt.folded.slice(0, 200),
      address: attempt.address,
      at: now,
      succeeded: attempt.good ? 1 : 0,
    })
    .execute();
}

export async function refuseTooMany(db: Db, folded: string, address: string, now: Instant): Promise<void> {
  if (await isOverLimit(db, folded, address, now))
    throw new Refused('accounts.refusal.too-many-attempts', { minutes: signInLimits.windowMinutes });
}

async function isOverLimit(db: Db, folded: string, address: string, now: Instant): Promise<boolean> {
  const since = new Date(Date.parse(now) - signInLimits.windowMinutes * 60_000).toISOString();
  const failed = db
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('succeeded', '=', 0)
    .where('at', '>', since);
  const both = await failed
    .where('login_folded', '=', folded)
    .where('address', '=', address)
    .executeTakeFirst();
  const byAddress = await failed.where('address', '=', address).executeTakeFirst();
  const byAccount = await failed.where('login_folded', '=', folded).executeTakeFirst();
  return (
    Number(both?.count ?? 0) >= signInLimits.perAccountAndAddress ||
    Number(byAddress?.count ?? 0) >= signInLimits.perAddress ||
    Number(byAccount?.count ?? 0) >= signInLimits.perAccount
  );
}

/** One click, no password: only in a data folder that `npm run demo` made. The caller has checked that. */
export async function signInAsSample(
  db: Db,
  accountId: string,
  client: { address: string; browser: string },
  now: Instant,
): Promise<string> {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!account) throw new Refused('accounts.refusal.sign-in');
  return inTransaction(db, (trx) => openSession(trx, account.id, client, now));
}
