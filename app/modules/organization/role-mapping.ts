import type { Day } from '#app/http/clock.ts';
import { covers, type Period } from './period.ts';

/** A position fills a role, for documents of one field or, without field, for all others. */
export interface RoleMapping extends Period {
  role: string;
  position: string;
  field: string | null;
}

/**
 * Positions that fill a role in a document of the field on a day. A mapping that names the field wins over those
 * without; a document without field takes only those without. More than one position may fill a role.
 */
export function positionsOfRole(
  role: string,
  field: string | null,
  day: Day,
  mappings: readonly RoleMapping[],
): string[] {
  const current = mappings.filter((mapping) => mapping.role === role && covers(mapping, day));
  const ofField = field === null ? [] : current.filter((mapping) => mapping.field === field);
  const chosen = ofField.length > 0 ? ofField : current.filter((mapping) => mapping.field === null);
  return [...new Set(chosen.map((mapping) => mapping.position))];
}
