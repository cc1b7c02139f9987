import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { noteCurrency } from '../currency/currency.server.ts';
import type { AdministrativeProcedure } from './administrative-procedure.ts';

export interface ReadRecord {
  procedure: AdministrativeProcedure;
  /** The record of the portal, kept whole. */
  source: unknown;
}

export interface RecordingOutcome {
  added: number;
  changed: number;
  same: number;
}

/**
 * Enters administrative procedures as the portal has them now, by code: a new one, or the record that took the place of
 * an earlier one, which is kept beside it. A line that a person decided stays. Documents that name a changed one have to
 * follow.
 */
export async function recordAdministrativeProcedures(
  trx: Trx,
  actor: Actor,
  records: readonly ReadRecord[],
  now: Instant,
): Promise<RecordingOutcome> {
  authorize(actor, 'administrative-procedure.maintain');
  const rows = await trx
    .selectFrom('administrative_procedure')
    .select(['id', 'code', 'source', 'source_sha256', 'line_decided_by'])
    .where('agency_id', '=', actor.agencyId)
    .execute();
  const known = new Map(rows.map((row) => [row.code, row]));
  const outcome: RecordingOutcome = { added: 0, changed: 0, same: 0 };
  for (const { procedure, source } of records) {
    const { code, name, field, level, line } = procedure;
    const text = canonical(source);
    const content = { name, field, level, source: text, source_sha256: sha256(text), recorded_at: now };
    const before = known.get(code);
    if (before?.source_sha256 === content.source_sha256) {
      outcome.same += 1;
    } else if (before) {
      await trx
        .updateTable('administrative_procedure')
        .set({ ...content, ...(before.line_decided_by === null ? { line } : {}) })
        .where('id', '=', before.id)
        .execute();
      await trx
        .insertInto('administrative_procedure_change')
        .values({
          ...{ id: newId(), agency_id: actor.agencyId, procedure_id: before.id },
          ...{ source_before: before.source, source_after: text },
          ...{ recorded_at: now, recorded_by: recordedBy(actor) },
        })
        .execute();
      outcome.changed += 1;
    } else {
      const row = { ...content, id: newId(), agency_id: actor.agencyId, code, line, line_decided_by: null };
      await trx.insertInto('administrative_procedure').values(row).execute();
      outcome.added += 1;
    }
  }
  if (outcome.added + outcome.changed > 0) {
    await record(trx, actor, {
      action: 'administrative-procedure.recorded',
      object: { type: 'agency', id: actor.agencyId },
      now,
      payload: { ...outcome },
    });
  }
  if (outcome.changed > 0) await noteCurrency(trx, actor, now);
  return outcome;
}
