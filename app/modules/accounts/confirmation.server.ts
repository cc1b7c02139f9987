import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { mustConfirm } from './confirmation.ts';
import { isPassword } from './password.server.ts';
import { foldLogin } from './password.ts';
import { noteAttempt, refuseTooMany } from './sign-in.server.ts';

interface Room {
  db: Db;
  /** The people of a demonstration have no password: there the click that signs is enough. */
  data: { isDemo: boolean };
}

/** The actor's session where its last confirmation is too old to sign by. */
async function staleSession({ db, data }: Room, actor: Actor, now: Instant) {
  if (data.isDemo || actor.sessionHash === null) return null;
  const session = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['session.token_hash', 'session.confirmed_at', 'account.login', 'account.password_hash'])
    .where('session.token_hash', '=', actor.sessionHash)
    .where('session.account_id', '=', actor.accountId ?? '')
    .executeTakeFirst();
  return session && mustConfirm(session.confirmed_at, now) ? session : null;
}

/** Does a page that signs have to ask for the password now? */
export async function asksPassword(room: Room, actor: Actor, now: Instant): Promise<boolean> {
  authorize(actor, 'account.read-own');
  return (await staleSession(room, actor, now)) !== null;
}

/**
 * Whoever signs is the holder of the account and not somebody at an open screen: the password again, unless it was
 * shown within the last minutes. Wrong ones count like wrong sign-ins.
 */
export async function confirmPerson(
  room: Room,
  actor: Actor,
  shown: { password: string; address: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'account.read-own');
  const session = await staleSession(room, actor, now);
  if (!session) return;
  if (shown.password === '') throw new Refused('accounts.refusal.confirm');
  const folded = foldLogin(session.login);
  await refuseTooMany(room.db, folded, shown.address, now);
  const good = await isPassword(shown.password, session.password_hash);
  await inTransaction(room.db, async (trx) => {
    await noteAttempt(trx, { folded, address: shown.address, good }, now);
    if (!good) return;
    await trx
      .updateTable('session')
      .set({ confirmed_at: now })
      .where('token_hash', '=', session.token_hash)
      .execute();
  });
  if (!good) throw new Refused('accounts.refusal.password-wrong');
}
