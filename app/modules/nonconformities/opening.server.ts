import { type Day, dayOf, isDay } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { record } from '../journal/record.server.ts';
import { heldOn } from '../organization/on-day-query.server.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import { refusalToReport } from './containment.ts';
import { readCase } from './facts.server.ts';
import { refusalToHandle } from './handling.ts';
import type { NonconformityState } from './nonconformity-facts.ts';
import {
  enter,
  findNonconformity,
  handledOf,
  handlerOf,
  move,
  type Nonconformity,
  nextNumber,
  refuseFor,
} from './nonconformity-record.server.ts';
import { recurrenceOf } from './recurrence.ts';
import type { SourceKind } from './source.ts';

export interface FoundNonconformity {
  source: { kind: SourceKind; id: string | null };
  statement: string;
  requirement: string;
  clause: string | null;
  edition: string | null;
  evidence: string;
  grade: 'minor' | 'major';
  unitId: string;
  documentId: string | null;
  stepKey: string | null;
  /** Left out: the head of the unit on that day. */
  personInChargeId: string | null;
  detectedOn: Day;
}

/** Someone reports what they saw; it is a draft until the unit or the quality officer accepts it. */
export async function openNonconformity(
  trx: Trx,
  actor: Actor,
  input: FoundNonconformity,
  now: Instant,
): Promise<{ id: string; number: string }> {
  authorize(actor, 'nonconformity.report');
  const row = await insertNonconformity(trx, actor, input, now);
  await record(trx, actor, {
    action: 'nonconformity.opened',
    object: { type: 'nonconformity', id: row.id, version: row.version },
    now,
    payload: { number: row.number },
  });
  return { id: row.id, number: row.number };
}

/**
 * Writes a nonconformity whose finder has the authority to state it (an auditor's checklist row) and opens it at once.
 * The caller writes the journal entry, in the same transaction.
 */
export async function openFromChecklist(
  trx: Trx,
  actor: Actor,
  input: FoundNonconformity,
  now: Instant,
): Promise<{ id: string; number: string }> {
  const row = await insertNonconformity(trx, actor, input, now);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToReport(facts));
  await move(trx, actor, row, 'report', now);
  return { id: row.id, number: row.number };
}

async function insertNonconformity(
  trx: Trx,
  actor: Actor,
  input: FoundNonconformity,
  now: Instant,
): Promise<Nonconformity> {
  if (!isDay(input.detectedOn) || input.detectedOn > dayOf(now))
    throw new Refused('nonconformities.refusal.detected-later');
  const { unitId } = input;
  await assertOwn(trx, actor, 'unit', unitId);
  const inCharge = input.personInChargeId ?? (await headOfUnit(trx, actor.agencyId, unitId, dayOf(now)));
  if (inCharge === null) throw new Refused('nonconformities.refusal.nobody-heads-unit');
  await assertOwn(trx, actor, 'officer', inCharge);
  if (input.documentId) await assertOwn(trx, actor, 'document', input.documentId);
  const numbered = await nextNumber(trx, actor.agencyId, dayOf(now));
  const id = newId();
  await trx
    .insertInto('nonconformity')
    .values({
      id,
      agency_id: actor.agencyId,
      ...numbered,
      state: 'draft',
      source_kind: input.source.kind,
      source_id: input.source.id,
      statement: input.statement,
      requirement: input.requirement,
      clause: input.clause,
      edition: input.edition,
      evidence: input.evidence,
      grade: input.grade,
      unit_id: unitId,
      document_id: input.documentId,
      revision_id:
        input.documentId && (await revisionOn(trx, actor.agencyId, input.documentId, input.detectedOn)),
      step_key: input.stepKey,
      person_in_charge_id: inCharge,
      detected_on: input.detectedOn,
      detected_by: recordedBy(actor),
      recurrence_of: await earlierOnTheSameSpot(trx, actor.agencyId, input),
      version: 1,
      created_at: now,
      created_by: recordedBy(actor),
    })
    .execute();
  return findNonconformity(trx, actor, id);
}

export interface Acceptance {
  nonconformityId: string;
  grade: 'minor' | 'major';
  personInChargeId: string;
  opinion: string;
}

/** The report is right as it stands: graded, somebody in charge, open. */
export async function acceptNonconformity(
  trx: Trx,
  actor: Actor,
  input: Acceptance,
  now: Instant,
): Promise<void> {
  authorize(actor, 'nonconformity.handle');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  refuseFor(refusalToHandle(handledOf(row), handlerOf(actor)));
  await assertOwn(trx, actor, 'officer', input.personInChargeId);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToReport({ ...facts, grade: input.grade, personInCharge: input.personInChargeId }));
  await trx
    .updateTable('nonconformity')
    .set({ grade: input.grade, person_in_charge_id: input.personInChargeId })
    .where('id', '=', row.id)
    .execute();
  await enter(trx, actor, row, 'acceptance', { opinion: input.opinion }, now);
  const moved = await move(trx, actor, row, 'report', now);
  await record(trx, actor, {
    action: 'nonconformity.moved',
    object: { type: 'nonconformity', id: row.id, version: moved.version },
    now,
    payload: { from: row.state, to: moved.state },
  });
}

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
    .select('held.officer_id')
    .where('position.unit_id', '=', unitId)
    .where('position.is_head', '=', 1)
    .orderBy('held.kind', 'desc')
    .orderBy('held.officer_id')
    .limit(1)
    .executeTakeFirst();
  return head?.officer_id ?? null;
}

async function revisionOn(trx: Trx, agencyId: string, documentId: string, day: Day): Promise<string | null> {
  const row = await trx
    .selectFrom(inForceOn(trx, agencyId, day).as('current'))
    .select('current.revision_id')
    .where('current.document_id', '=', documentId)
    .executeTakeFirst();
  return row?.revision_id ?? null;
}

async function earlierOnTheSameSpot(
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
