import type { Day } from '#app/http/clock.ts';
import type { Db, Trx } from '#db/schema.ts';
import { lastDayDelegated, lastDayHeld } from '../organization/on-day-query.server.ts';
import { overlaps, type Period } from '../organization/period.ts';
import { readKeys } from '../responsibilities/duty.ts';
import type { Involvement } from './independence.ts';

/** A text that is audited: its document and the revision asked about. */
export interface AuditedRevision {
  documentId: string;
  revisionId: string;
}

interface Held extends Period {
  unit: string;
  position: string;
}

/**
 * What ties an officer to texts and units: positions over time, revisions written in, steps held by appointment or
 * delegation. Whether it is a tie to one audit is decided by the rule (`independence.ts`).
 */
export async function involvementOf(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
  audited: readonly AuditedRevision[],
): Promise<Involvement> {
  const held = await positionsHeld(db, agencyId, officerId);
  return {
    memberships: held.map(({ unit, from, until }) => ({ unit, from, until })),
    drafted: await drafted(db, officerId, audited),
    responsible: await stepsHeld(db, agencyId, officerId, audited, held),
  };
}

async function positionsHeld(db: Db | Trx, agencyId: string, officerId: string): Promise<Held[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('position', 'position.id', 'appointment.position_id')
    .select([
      'position.unit_id as unit',
      'position.id as position',
      'appointment.valid_from as from',
      lastDayHeld.as('until'),
    ])
    .where('appointment.agency_id', '=', agencyId)
    .where('appointment.officer_id', '=', officerId)
    .execute();
}

async function drafted(
  db: Db | Trx,
  officerId: string,
  audited: readonly AuditedRevision[],
): Promise<string[]> {
  if (audited.length === 0) return [];
  const rows = await db
    .selectFrom('revision_author')
    .innerJoin('revision', 'revision.id', 'revision_author.revision_id')
    .select('revision.document_id')
    .distinct()
    .where('revision_author.officer_id', '=', officerId)
    .where(
      'revision_author.revision_id',
      'in',
      audited.map((one) => one.revisionId),
    )
    .execute();
  return rows.map((row) => row.document_id);
}

async function stepsHeld(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
  audited: readonly AuditedRevision[],
  held: readonly Held[],
): Promise<Involvement['responsible']> {
  if (audited.length === 0) return [];
  const duties = await db
    .selectFrom('duty')
    .innerJoin('step', 'step.id', 'duty.step_id')
    .innerJoin('revision', 'revision.id', 'duty.revision_id')
    .select([
      'revision.document_id as document',
      'revision.field',
      'step.key as step',
      'duty.role_key as role',
    ])
    .where('duty.letter', '=', 'R')
    .where(
      'duty.revision_id',
      'in',
      audited.map((one) => one.revisionId),
    )
    .execute();
  const mappings = await db
    .selectFrom('role_mapping')
    .select([
      'role_key as role',
      'position_id as position',
      'field',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('agency_id', '=', agencyId)
    .execute();
  const delegated = await delegatedRoles(db, agencyId, officerId);
  return duties.flatMap(({ document, field, step, role }) => {
    const ofRole = mappings.filter((mapping) => mapping.role === role);
    const ofField = ofRole.filter((mapping) => mapping.field !== null && mapping.field === field);
    const chosen = ofField.length > 0 ? ofField : ofRole.filter((mapping) => mapping.field === null);
    const own = chosen.flatMap((mapping) =>
      held.filter((one) => one.position === mapping.position).flatMap((one) => shared(one, mapping)),
    );
    const given = delegated
      .filter((one) => one.roles.includes(role))
      .map(({ from, until }) => ({ from, until }));
    return [...own, ...given].map((period) => ({ ...period, document, step }));
  });
}

async function delegatedRoles(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
): Promise<{ roles: string[]; from: Day; until: Day }[]> {
  const rows = await db
    .selectFrom('delegation')
    .select(['role_keys', 'valid_from as from', lastDayDelegated.as('until')])
    .where('agency_id', '=', agencyId)
    .where('to_officer_id', '=', officerId)
    .execute();
  return rows.map(({ role_keys, from, until }) => ({ roles: readKeys(role_keys), from, until }));
}

/** The days that two periods have in common, as a list of none or one. */
function shared(one: Period, other: Period): Period[] {
  if (!overlaps(one, other)) return [];
  const lasts = [one.until, other.until].filter((day) => day !== null);
  const firsts = [one.from, other.from].sort();
  return [{ from: firsts[1] ?? one.from, until: lasts.sort()[0] ?? null }];
}
