import type { Day } from '#app/http/clock.ts';
import type { Db, Trx } from '#db/schema.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { heldOn } from '../organization/on-day-query.server.ts';
import type { FoundNonconformity } from './found-nonconformity.ts';
import type { NonconformityState } from './nonconformity-facts.ts';
import { recurrenceOf } from './recurrence.ts';

/** Who holds the heading position of a unit on a day, officially before acting. */
export async function headOfUnit(
  db: Db | Trx,
  agencyId: string,
  unitId: string,
  day: Day,
): Promise<string | null> {
  const head = await db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .innerJoin('officer', 'officer.id', 'held.officer_id')
    .select('held.officer_id')
    .where('position.unit_id', '=', unitId)
    .where('position.is_head', '=', 1)
    .orderBy('held.kind', 'desc')
    .orderBy('held.valid_from')
    .orderBy('officer.key')
    .limit(1)
    .executeTakeFirst();
  return head?.officer_id ?? null;
}

/** The revision of a document in force on a day. */
export async function revisionOn(
  trx: Trx,
  agencyId: string,
  documentId: string,
  day: Day,
): Promise<string | null> {
  const row = await trx
    .selectFrom(inForceOn(trx, agencyId, day).as('current'))
    .select('current.revision_id')
    .where('current.document_id', '=', documentId)
    .executeTakeFirst();
  return row?.revision_id ?? null;
}

/** Number of the one it repeats within twelve months. */
export async function earlierOnTheSameSpot(
  trx: Trx,
  agencyId: string,
  found: FoundNonconformity,
): Promise<string | null> {
  const rows = await trx
    .selectFrom('nonconformity')
    .select([
      'number',
      'state',
      'document_id as document',
      'step_key as step',
      'clause',
      'unit_id as unit',
      'detected_on as detectedOn',
    ])
    .where('agency_id', '=', agencyId)
    .where('state', 'not in', ['draft', 'cancelled'])
    .orderBy('year')
    .orderBy('sequence')
    .execute();
  return recurrenceOf(
    {
      document: found.documentId,
      step: found.stepKey,
      clause: found.clause,
      unit: found.unitId,
      detectedOn: found.detectedOn,
    },
    rows.map((row) => ({ ...row, state: row.state as NonconformityState })), // the column's check constraint
  );
}
