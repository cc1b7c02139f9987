import type { Selectable } from 'kysely';
import type { Day } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { NonconformityTable } from '#db/schema/nonconformities.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { canonical } from '../journal/canonical.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import type { Refusal } from '../organization/refusal.ts';
import type { EntryContent, EntryKind } from './entry.ts';
import type { Handled, Handler } from './handling.ts';
import { laterThan } from './later-instant.ts';
import { type NonconformityAct, nonconformityTransitions } from './lifecycle.ts';
import type { NonconformityState } from './nonconformity-facts.ts';

export type Nonconformity = Omit<Selectable<NonconformityTable>, 'state' | 'grade'> & {
  state: NonconformityState;
  grade: 'minor' | 'major';
};

/** A nonconformity of the actor's agency, by id or number. */
export async function findNonconformity(db: Db | Trx, actor: Actor, name: string): Promise<Nonconformity> {
  const row = await db
    .selectFrom('nonconformity')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where((eb) => eb.or([eb('id', '=', name), eb('number', '=', name)]))
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row as Nonconformity; // state and grade are held by the columns' check constraints
}

export function refuseFor(reason: Refusal | null): void {
  if (reason) throw new Refused(reason.code, reason.details);
}

/** The officer behind the account; whoever has none cannot handle anything. */
export function officerOf(actor: Actor): string {
  if (!actor.officerId) throw new Refused('nonconformities.refusal.no-officer');
  return actor.officerId;
}

export function handlerOf(actor: Actor): Handler {
  return {
    officer: actor.officerId,
    isQualityOfficer: actor.roles.includes('quality-officer'),
    headed: actor.roles.includes('unit-head') ? actor.unitIds : [],
  };
}

export function handledOf(row: Pick<Nonconformity, 'person_in_charge_id' | 'unit_id'>): Handled {
  return { personInCharge: row.person_in_charge_id, unit: row.unit_id };
}

export async function enter<Kind extends EntryKind>(
  trx: Trx,
  actor: Actor,
  row: Nonconformity,
  kind: Kind,
  content: EntryContent<Kind>,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('nonconformity_entry')
    .values({
      id: newId(),
      agency_id: row.agency_id,
      nonconformity_id: row.id,
      kind,
      content: canonical(content),
      entered_at: await nextInstant(trx, row.id, now),
      entered_by: recordedBy(actor),
    })
    .execute();
}

/** Carries out one move of the table; refused when somebody else moved it meanwhile. Gives the row as it is then. */
export async function move(
  trx: Trx,
  actor: Actor,
  row: Nonconformity,
  act: NonconformityAct,
  now: Instant,
  reason = '',
): Promise<Nonconformity> {
  const { to } = nonconformityTransitions[act];
  const version = row.version + 1;
  const changed = await trx
    .updateTable('nonconformity')
    .set({ state: to, version })
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Refused('nonconformities.refusal.changed-meanwhile');
  await trx
    .insertInto('nonconformity_move')
    .values({
      id: newId(),
      agency_id: row.agency_id,
      nonconformity_id: row.id,
      from_state: row.state,
      to_state: to,
      reason,
      moved_at: await nextInstant(trx, row.id, now),
      moved_by: recordedBy(actor),
    })
    .execute();
  return { ...row, state: to, version };
}

/** Entries, moves and evidence of one nonconformity are told in the order in which they were written. */
export async function nextInstant(trx: Trx, id: string, now: Instant): Promise<Instant> {
  const entered = await trx
    .selectFrom('nonconformity_entry')
    .select((eb) => eb.fn.max('entered_at').as('at'))
    .where('nonconformity_id', '=', id)
    .executeTakeFirst();
  const moved = await trx
    .selectFrom('nonconformity_move')
    .select((eb) => eb.fn.max('moved_at').as('at'))
    .where('nonconformity_id', '=', id)
    .executeTakeFirst();
  const proved = await trx
    .selectFrom('action_evidence')
    .innerJoin('corrective_action', 'corrective_action.id', 'action_evidence.action_id')
    .select((eb) => eb.fn.max('action_evidence.entered_at').as('at'))
    .where('corrective_action.nonconformity_id', '=', id)
    .executeTakeFirst();
  return [entered?.at, moved?.at, proved?.at].reduce(laterThan, now);
}

/** `KPH-2026-001`: counted per agency and year without gaps; only one transaction writes at a time. */
export async function nextNumber(
  trx: Trx,
  agencyId: string,
  day: Day,
): Promise<{ number: string; year: number; sequence: number }> {
  const year = Number(day.slice(0, 4));
  const last = await trx
    .selectFrom('nonconformity')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirst();
  const sequence = Number(last?.sequence ?? 0) + 1;
  return { number: `KPH-${year}-${String(sequence).padStart(3, '0')}`, year, sequence };
}
