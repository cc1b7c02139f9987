import { dayOf } from '#app/http/clock.ts';
import { delegatedOn, heldOn, mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import { later, type Staffing } from './staffing.ts';

/** Who sits where in an office on a day, read once for however many documents. */
export async function staffingOn(db: Db | Trx, agencyId: string, day: Day): Promise<Staffing> {
  const mappings = await mappedOn(db, agencyId, day).execute();
  const held = await heldOn(db, agencyId, day).execute();
  const delegations = await delegatedOn(db, agencyId, day).execute();
  return {
    day,
    mappings: mappings.map(mappingOf),
    held: held.map((row) => {
      const recordedOn = dayOf(row.recorded_at);
      return {
        officer: row.officer_id,
        position: row.position_id,
        // An appointment entered late is known to its holder from the day it was entered.
        since: later(row.valid_from, recordedOn),
      };
    }),
    delegations: delegations.map((row) => ({
      from: row.from_officer_id,
      to: row.to_officer_id,
      roles: JSON.parse(row.role_keys), // written by recordDelegation only
      since: row.valid_from,
    })),
  };
}
