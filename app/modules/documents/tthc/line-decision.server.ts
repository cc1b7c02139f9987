import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import type { Line } from './line.ts';

/** A person says whose procedures these are, and why; the proposal of the program no longer counts for them. */
export async function decideLines(
  trx: Trx,
  actor: Actor,
  input: { codes: readonly string[]; line: Line; reason: string },
  now: Instant,
): Promise<number> {
  authorize(actor, 'administrative-procedure.maintain');
  if (input.codes.length === 0) throw new Refused('tthc.refusal.none-chosen');
  const rows = await trx
    .selectFrom('administrative_procedure')
    .select(['id', 'code'])
    .where('agency_id', '=', actor.agencyId)
    .where('code', 'in', input.codes)
    .execute();
  if (rows.length < new Set(input.codes).size) throw new Refused('tthc.refusal.unknown-code');
  for (const row of rows) {
    await trx
      .insertInto('administrative_procedure_line')
      .values({
        ...{ id: newId(), agency_id: actor.agencyId, procedure_id: row.id, line: input.line },
        ...{ reason: input.reason, decided_at: now, decided_by: recordedBy(actor) },
      })
      .execute();
    await trx
      .updateTable('administrative_procedure')
      .set({ line: input.line, line_decided_by: recordedBy(actor) })
      .where('id', '=', row.id)
      .execute();
  }
  await record(trx, actor, {
    action: 'administrative-procedure.line-decided',
    object: { type: 'agency', id: actor.agencyId },
    now,
    reason: input.reason,
    payload: { line: input.line, codes: rows.map((row) => row.code).sort() },
  });
  return rows.length;
}
