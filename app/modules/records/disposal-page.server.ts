import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Trx } from '#db/schema.ts';
import { disposalState } from './disposal.ts';

/** A disposal with its records, decision and minute. What is shown of a record stays true after its content is gone. */
export async function readDisposal(db: Db | Trx, actor: Actor, disposalId: string) {
  authorize(actor, 'disposal.read');
  const disposal = await db
    .selectFrom('disposal')
    .innerJoin('officer', 'officer.id', 'disposal.proposed_by')
    .selectAll('disposal')
    .select('officer.name as proposer')
    .where('disposal.id', '=', disposalId)
    .where('disposal.agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!disposal) throw new NotFound();
  const decision = await db
    .selectFrom('disposal_decision')
    .selectAll()
    .where('disposal_id', '=', disposal.id)
    .executeTakeFirst();
  const minute = await db
    .selectFrom('disposal_minute')
    .innerJoin('officer', 'officer.id', 'disposal_minute.recorded_by')
    .selectAll('disposal_minute')
    .select('officer.name as recordedByName')
    .where('disposal_id', '=', disposal.id)
    .executeTakeFirst();
  const items = await db
    .selectFrom('disposal_item as item')
    .innerJoin('filled_record as row', 'row.id', 'item.filled_record_id')
    .innerJoin('filled_record_version as version', 'version.filled_record_id', 'row.id')
    .select(['row.id as recordId', 'row.number', 'row.title', 'row.completed_at as completedAt'])
    .select(['item.ended_on as endedOn', 'version.version', 'version.content_commitment as hash'])
    .where('item.disposal_id', '=', disposal.id)
    .orderBy('row.completed_at')
    .orderBy('row.number')
    .orderBy('version.version')
    .execute();
  return {
    disposal,
    decision: decision ?? null,
    minute: minute ?? null,
    items,
    state: disposalState({ agreed: decision?.agreed ?? null, disposedOn: minute?.disposed_on ?? null }),
  };
}
export type ReadDisposal = Awaited<ReturnType<typeof readDisposal>>;

/** All disposals of the office, the newest first. */
export async function listDisposals(db: Db, actor: Actor) {
  authorize(actor, 'disposal.read');
  const rows = await db
    .selectFrom('disposal')
    .leftJoin('disposal_decision as decision', 'decision.disposal_id', 'disposal.id')
    .leftJoin('disposal_minute as minute', 'minute.disposal_id', 'disposal.id')
    .select(['disposal.id', 'disposal.number', 'disposal.proposed_at as proposedAt', 'disposal.reason'])
    .select(['decision.agreed', 'decision.decision_number as decisionNumber'])
    .select('minute.disposed_on as disposedOn')
    .select((eb) =>
      eb
        .selectFrom('disposal_item')
        .select((inner) => inner.fn.countAll().as('count'))
        .whereRef('disposal_item.disposal_id', '=', 'disposal.id')
        .as('count'),
    )
    .where('disposal.agency_id', '=', actor.agencyId)
    .orderBy('disposal.year', 'desc')
    .orderBy('disposal.sequence', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...row,
    count: Number(row.count ?? 0),
    state: disposalState({ agreed: row.agreed, disposedOn: row.disposedOn }),
  }));
}
export type DisposalLine = Awaited<ReturnType<typeof listDisposals>>[number];
