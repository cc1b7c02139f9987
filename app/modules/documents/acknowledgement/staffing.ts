import type { Day } from '#app/http/clock.ts';
import { covers } from '#app/modules/organization/period.ts';
import { positionsOfRole, type RoleMapping } from '#app/modules/organization/role-mapping.ts';

/** Who sits where in an office on a day. */
export interface Staffing {
  day: Day;
  mappings: readonly RoleMapping[];
  held: readonly { officer: string; position: string; since: Day }[];
  delegations: readonly { from: string; to: string; roles: readonly string[]; since: Day }[];
}

/** Role keys an officer fills, each with the day since when. */
export type FilledRoles = ReadonlyMap<string, Day>;

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return [one, other].sort()[1] ?? one;
}

/**
 * Who fills which of the roles in documents of a field, by appointment, acting or by delegation: officer → role → the
 * first day of it.
 */
export function officersFilling(
  roles: Iterable<string>,
  field: string | null,
  staffing: Staffing,
): Map<string, FilledRoles> {
  const filled = new Map<string, Map<string, Day>>();
  const fills = (officer: string, role: string, since: Day) => {
    const own = filled.get(officer) ?? new Map<string, Day>();
    const before = own.get(role);
    filled.set(officer, own.set(role, before !== undefined && before < since ? before : since));
  };
  for (const role of new Set(roles)) {
    const holders = holdersOf(role, field, staffing);
    for (const [officer, since] of holders) fills(officer, role, since);
    for (const { from, to, roles: delegated, since } of staffing.delegations) {
      const giver = holders.get(from);
      if (giver !== undefined && delegated.includes(role)) fills(to, role, later(giver, since));
    }
  }
  return filled;
}

/** Hundreds of documents name the same few roles. */
const known = new WeakMap<Staffing, Map<string, Map<string, Day>>>();

function holdersOf(role: string, field: string | null, staffing: Staffing): Map<string, Day> {
  const found = known.get(staffing) ?? new Map<string, Map<string, Day>>();
  known.set(staffing, found);
  const key = `${role} ${field ?? ''}`;
  const holders = found.get(key) ?? findHolders(role, field, staffing);
  found.set(key, holders);
  return holders;
}

function findHolders(role: string, field: string | null, staffing: Staffing): Map<string, Day> {
  const { day, mappings, held } = staffing;
  const holders = new Map<string, Day>();
  for (const position of positionsOfRole(role, field, day, mappings)) {
    const mapped = mappings
      .filter((one) => one.role === role && one.position === position && covers(one, day))
      .map((one) => one.from)
      .sort()[0];
    for (const one of held) {
      if (one.position !== position) continue;
      const since = later(one.since, mapped ?? one.since);
      const before = holders.get(one.officer);
      holders.set(one.officer, before !== undefined && before < since ? before : since);
    }
  }
  return holders;
}
