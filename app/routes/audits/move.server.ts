import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { auditPath } from '#app/modules/audits/paths.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** One act on an audit: reads its form, carries out its command, goes back to the audit. */
export async function carryOutOnAudit<T>(
  { params, request, context }: ActionFunctionArgs,
  schema: z.ZodType<T>,
  command: (trx: Trx, actor: Actor, value: T, auditId: string) => Promise<unknown>,
) {
  const actor = await context.actor();
  authorize(actor, 'audit.read');
  const id = params.auditId ?? '';
  const read = await readForm(request, schema);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => command(trx, actor, read.value, id)),
  );
  return done.ok ? redirect(auditPath(id), { status: 303 }) : showMistakes(done);
}
