import type { Actor } from '#app/permissions/actor.ts';
import type { Trx } from '#db/schema.ts';

/** The unit that a text names as its owner; null when it names none that this agency has. */
export async function findUnit(
  trx: Trx,
  actor: Actor,
  key: string | null | undefined,
): Promise<string | null> {
  if (!key) return null;
  const unit = await trx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('key', '=', key)
    .executeTakeFirst();
  return unit?.id ?? null;
}
