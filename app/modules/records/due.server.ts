import { type Day, dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import type { DisposalFacts } from './disposal.ts';
import { completedOn } from './record-reading.server.ts';
import { retentionNow } from './record-type.ts';
import { listRecordTypes } from './record-types.server.ts';
import { lastDayKept, retentionOf, retentionState } from './retention.ts';

export interface DueRecord extends DisposalFacts {
  id: string;
  title: string;
  maker: string;
  completedOn: Day;
  lastDay: Day | null;
}

/** Every record of the office with how its retention stands on a day; `ids` asks for some only. */
export async function retentionOfRecords(
  db: Db | Trx,
  actor: Actor,
  now: Instant,
  ids?: readonly string[],
): Promise<DueRecord[]> {
  authorize(actor, 'disposal.read');
  if (ids?.length === 0) return [];
  const today = dayOf(now);
  const all = db.selectFrom('filled_record').selectAll().where('agency_id', '=', actor.agencyId);
  const rows = await (ids ? all.where('id', 'in', ids) : all).orderBy('completed_at').orderBy('id').execute();
  const types = new Map(
    (await listRecordTypes(db, actor, today)).map((type) => [`${type.documentId} ${type.key}`, type]),
  );
  const events = await lastEvents(db, actor.agencyId);
  const disposals = await disposalsNow(db, actor.agencyId);
  return rows.map((row) => {
    const type = types.get(`${row.type_document_id} ${row.type_key}`);
    const retention = retentionOf(row.retention, type ? retentionNow(type) : null);
    const lastDay = lastDayKept(retention, completedOn(row), events.get(row.id) ?? null);
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      maker: row.officer_name,
      completedOn: completedOn(row),
      lastDay,
      state: retentionState(retention, lastDay, today),
      disposed: disposals.done.has(row.id),
      inOpenDisposal: disposals.open.has(row.id),
    };
  });
}

/** What may be proposed for disposal today. */
export async function listDueRecords(db: Db, actor: Actor, now: Instant): Promise<DueRecord[]> {
  const all = await retentionOfRecords(db, actor, now);
  return all.filter((one) => one.state === 'ended' && !one.disposed && !one.inOpenDisposal);
}

/** The event recorded last speaks. */
async function lastEvents(db: Db | Trx, agencyId: string): Promise<Map<string, Day>> {
  const rows = await db
    .selectFrom('record_event')
    .select(['filled_record_id', 'happened_on'])
    .where('agency_id', '=', agencyId)
    .orderBy('recorded_at')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.filled_record_id, row.happened_on]));
}

async function disposalsNow(db: Db | Trx, agencyId: string) {
  const rows = await db
    .selectFrom('disposal_item as item')
    .leftJoin('disposal_decision as decision', 'decision.disposal_id', 'item.disposal_id')
    .leftJoin('disposal_minute as minute', 'minute.disposal_id', 'item.disposal_id')
    .select(['item.filled_record_id as id', 'decision.agreed', 'minute.disposed_on as disposedOn'])
    .where('item.agency_id', '=', agencyId)
    .execute();
  const idsOf = (which: typeof rows) => new Set(which.map((row) => row.id));
  return {
    done: idsOf(rows.filter((row) => row.disposedOn !== null)),
    open: idsOf(rows.filter((row) => row.disposedOn === null && row.agreed !== 0)),
  };
}
