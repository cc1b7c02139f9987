import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';

const journalPageSize = 50;

/** Entries of the actor's agency, newest first, of one object where asked. */
export async function listJournal(
  db: Db,
  actor: Actor,
  filter: { objectType?: string; objectId?: string; action?: string | undefined; page?: number } = {},
) {
  authorize(actor, 'journal.read');
  let query = db
    .selectFrom('journal_entry')
    .select([
      'seq',
      'recorded_at',
      'occurred_at',
      'actor_name',
      'role',
      'action',
      'object_type',
      'object_id',
      'reason',
      'hash',
    ])
    .where('agency_id', '=', actor.agencyId);
  if (filter.objectType) query = query.where('object_type', '=', filter.objectType);
  if (filter.objectId) query = query.where('object_id', '=', filter.objectId);
  if (filter.action) query = query.where('action', '=', filter.action);
  const counted = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  const total = Number(counted?.count ?? 0);
  const page = Math.max(1, Math.min(filter.page ?? 1, Math.ceil(total / journalPageSize) || 1));
  const entries = await query
    .orderBy('seq', 'desc')
    .limit(journalPageSize)
    .offset((page - 1) * journalPageSize)
    .execute();
  return { entries, total, page, pageSize: journalPageSize };
}
