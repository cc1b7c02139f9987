import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { requestPath } from '#app/modules/documents/change-requests/request-paths.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, type Permission } from '#app/permissions/matrix.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** One act on a request: reads its form, carries out its command, goes back to the request. */
export async function actOnRequest<T>(
  { params, request, context }: ActionFunctionArgs,
  permission: Permission,
  schema: z.ZodType<T>,
  command: (trx: Trx, actor: Actor, value: T, requestId: string) => Promise<void>,
) {
  const actor = await context.actor();
  authorize(actor, permission);
  const requestId = params.requestId ?? '';
  const read = await readForm(request, schema);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => command(trx, actor, read.value, requestId)),
  );
  return done.ok ? redirect(requestPath(requestId), { status: 303 }) : showMistakes(done);
}
