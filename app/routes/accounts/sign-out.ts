import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { endedSessionCookie } from '#app/http/session-cookie.ts';
import { revokeSession } from '#app/modules/accounts/session.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export async function action({ context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const { db, env } = context.services;
  const { sessionHash } = actor;
  if (sessionHash) await inTransaction(db, (trx) => revokeSession(trx, actor, sessionHash, context.now));
  return redirect('/', { status: 303, headers: { 'Set-Cookie': endedSessionCookie(env.secure) } });
}

export const loader = () => redirect('/');
