import { delegatedOn, heldOn, mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import { positionsOfRole, type RoleMapping } from '#app/modules/organization/role-mapping.ts';
import type { Day, Db, Trx } from '#db/schema.ts';

/** Who sits where in an office on a day, read once for however many documents. */
export interface Staffing {
  day: Day;
  mappings: RoleMapping[];
  held: { officer: string; position: string }[];
  delegations: { from: string; to: string; roles: string[] }[];
}

export async function staffingOn(db: Db | Trx, agencyId: string, day: Day): Promise<Staffing> {
  const mappings = await mappedOn(db, agencyId, day).execute();
  const held = await heldOn(db, agencyId, day).execute();
  const delegations = await delegatedOn(db, agencyId, day).execute();
  return {
    day,
    mappings: mappings.map(mappingOf),
    held: held.map((row) => ({ officer: row.officer_id, position: row.position_id })),
    delegations: delegations.map((row) => ({
      from: row.from_officer_id,
      to: row.to_officer_id,
      roles: JSON.parse(row.role_keys), // written by recordDelegation only
    })),
  };
}

/** Officers who fill one of the roles in a document of the field, by appointment or by delegation; in order of id. */
export function officersFilling(
  roles: ReadonlySet<string>,
  field: string | null,
  staffing: Staffing,
): string[] {
  const { day, mappings, held, delegations } = staffing;
  const positions = new Set([...roles].flatMap((role) => positionsOfRole(role, field, day, mappings)));
  const officers = new Set(held.filter((one) => positions.has(one.position)).map((one) => one.officer));
  const delegates = delegations
    .filter((one) => officers.has(one.from) && one.roles.some((role) => roles.has(role)))
    .map((one) => one.to);
  return [...new Set([...officers, ...delegates])].sort();
}

/** Officers whose duties a revision touches on a day. */
export async function officersTouched(
  db: Db | Trx,
  agencyId: string,
  revisionId: string,
  day: Day,
): Promise<string[]> {
  const rows = await db
    .selectFrom('duty')
    .innerJoin('revision', 'revision.id', 'duty.revision_id')
    .select(['duty.role_key', 'revision.field'])
    .distinct()
    .where('duty.revision_id', '=', revisionId)
    .execute();
  const roles = new Set(rows.map((row) => row.role_key));
  return officersFilling(roles, rows[0]?.field ?? null, await staffingOn(db, agencyId, day));
}
