import { Forbidden, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { setPassword } from './invitation.server.ts';
import { hashPassword, isPassword } from './password.server.ts';
import { refusalOfPassword } from './password.ts';
import { openSession } from './session.server.ts';

/** Changes the actor's own password; every session ends, a new one begins here. @returns its token. */
export async function changeOwnPassword(
  db: Db,
  actor: Actor,
  input: { current: string; password: string; again: string },
  client: { address: string; browser: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'account.read-own');
  const { accountId } = actor;
  if (!accountId) throw new Forbidden();
  const account = await db
    .selectFrom('account')
    .select(['login', 'password_hash'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (!(await isPassword(input.current, account.password_hash)))
    throw new Refused('accounts.refusal.password-wrong');
  if (input.password !== input.again) throw new Refused('accounts.refusal.password-differs');
  const reason = refusalOfPassword(input.password, account.login);
  if (reason) throw new Refused(reason.code, reason.details);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (trx) => {
    await setPassword(trx, actor, accountId, passwordHash, now);
    return openSession(trx, accountId, client, now);
  });
}
