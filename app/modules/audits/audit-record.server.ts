import type { Selectable } from 'kysely';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { AuditTable } from '#db/schema/audits.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { laterThan } from '../nonconformities/later-instant.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import type { Refusal } from '../organization/refusal.ts';
import type { Edition } from '../standards/edition.ts';
import { type AuditedMatter, type Tie, tiesTo } from './independence.ts';
import { type AuditedRevision, involvementOf } from './involvement.server.ts';
import { type AuditAct, type AuditKind, type AuditState, auditTransitions } from './lifecycle.ts';

export type Audit = Omit<Selectable<AuditTable>, 'state' | 'kind' | 'edition'> & {
  state: AuditState;
  kind: AuditKind;
  edition: Edition;
};

/** An audit of the actor's agency, by id or number. */
export async function findAudit(db: Db | Trx, actor: Actor, name: string): Promise<Audit> {
  const row = await db
    .selectFrom('audit')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where((eb) => eb.or([eb('id', '=', name), eb('number', '=', name)]))
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row as Audit; // state by the column's check, kind and edition by planAudit
}

export function matterOf(
  audit: Pick<Audit, 'period_from' | 'period_until' | 'planned_on'>,
  units: readonly { id: string }[],
  documents: readonly { id: string; unitId: string | null }[],
): AuditedMatter {
  return {
    units: units.map((unit) => unit.id),
    procedures: documents.map(({ id, unitId }) => ({ document: id, unit: unitId })),
    period: { from: audit.period_from, until: audit.period_until },
    on: audit.planned_on,
  };
}

/** Ties of an officer to a matter whose texts are these revisions. */
export async function tiesOf(
  db: Db | Trx,
  agencyId: string,
  officerId: string,
  matter: AuditedMatter,
  documents: readonly { id: string; revisionId: string }[],
): Promise<Tie[]> {
  const revisions: AuditedRevision[] = documents.map(({ id, revisionId }) => ({
    documentId: id,
    revisionId,
  }));
  return tiesTo(matter, await involvementOf(db, agencyId, officerId, revisions));
}

/** Turns a reason of the rules into the refusal people read: ids become names. */
export function refuseNamed(reason: Refusal | null, names: ReadonlyMap<string, string>): void {
  if (!reason) return;
  const details = Object.fromEntries(
    Object.entries(reason.details).map(([key, value]) => [key, names.get(String(value)) ?? value]),
  );
  throw new Refused(reason.code, details);
}

/** Carries out one move of the table; refused when somebody else moved it meanwhile. */
export async function moveAudit(
  trx: Trx,
  actor: Actor,
  audit: Audit,
  act: AuditAct,
  changes: { conclusion?: string; note?: string },
  now: Instant,
): Promise<number> {
  const { to } = auditTransitions[act];
  const version = audit.version + 1;
  const { conclusion = audit.conclusion, note = '' } = changes;
  const changed = await trx
    .updateTable('audit')
    .set({ state: to, version, conclusion })
    .where('id', '=', audit.id)
    .where('state', '=', audit.state)
    .where('version', '=', audit.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Refused('audits.refusal.changed-meanwhile');
  const last = await trx
    .selectFrom('audit_move')
    .select('moved_at')
    .where('audit_id', '=', audit.id)
    .orderBy('moved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  await trx
    .insertInto('audit_move')
    .values({
      id: newId(),
      agency_id: audit.agency_id,
      audit_id: audit.id,
      from_state: audit.state,
      to_state: to,
      moved_at: laterThan(now, last?.moved_at),
      moved_by: recordedBy(actor),
      note,
    })
    .execute();
  return version;
}
