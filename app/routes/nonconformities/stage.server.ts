import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { findNonconformity } from '#app/modules/nonconformities/nonconformity-record.server.ts';
import { nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, type Permission } from '#app/permissions/matrix.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** One stage of a nonconformity: asks whether there is such a case, reads its form, carries out its command, goes back. */
export async function carryOutStage<T>(
  { params, request, context }: ActionFunctionArgs,
  permission: Permission,
  schema: z.ZodType<T>,
  command: (trx: Trx, actor: Actor, value: T, nonconformityId: string) => Promise<unknown>,
) {
  const actor = await context.actor();
  authorize(actor, permission);
  const id = params.nonconformityId ?? '';
  await findNonconformity(context.services.db, actor, id);
  const read = await readForm(request, schema);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => command(trx, actor, read.value, id)),
  );
  return done.ok ? redirect(nonconformityPath(id), { status: 303 }) : showMistakes(done);
}
