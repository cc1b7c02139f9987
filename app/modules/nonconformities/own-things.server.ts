import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Trx } from '#db/schema.ts';

/** An id typed into a form must be one of this agency's. */
export async function assertOwn(
  db: Db | Trx,
  actor: Actor,
  table: 'unit' | 'officer' | 'document',
  id: string,
): Promise<void> {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!row) throw new Refused(`nonconformities.refusal.unknown-${table}`);
}
