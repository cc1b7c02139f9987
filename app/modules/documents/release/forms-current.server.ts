import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Trx } from '#db/schema.ts';
import { foldCode } from '../document-code.ts';
import type { PressedText } from '../drafting/pressed-text.ts';
import { inForceOn } from '../in-force-query.server.ts';

/** Every form a released text names is in force on its first day, by an earlier decision or by this one. */
export async function assertFormsCurrent(
  trx: Trx,
  actor: Actor,
  { compiled }: PressedText,
  decision: { kind: 'decided' | 'adopted'; inForceFrom: Day; together: readonly (string | null)[] },
): Promise<void> {
  const named = new Set([
    ...compiled.steps.flatMap((step) => step.forms),
    ...compiled.forms.map((form) => form.key),
  ]);
  if (named.size === 0) return;
  const current = await trx
    .selectFrom(inForceOn(trx, actor.agencyId, decision.inForceFrom).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .select('document.code_folded')
    .where('document.code_folded', 'in', [...named].map(foldCode))
    .execute();
  const known = new Set([
    ...current.map((row) => row.code_folded),
    ...decision.together.map((code) => foldCode(code ?? '')),
  ]);
  const missing = [...named].filter((code) => !known.has(foldCode(code)));
  if (missing.length > 0 && decision.kind === 'decided') {
    throw new Refused('documents.refusal.form-not-current', { codes: missing.join(', ') });
  }
}
