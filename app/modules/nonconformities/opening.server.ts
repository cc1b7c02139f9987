import { dayOf, isDay } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { recordedBy } from '../organization/recorded-by.ts';
import { refusalToReport } from './containment.ts';
import { readCase } from './facts.server.ts';
import type { FoundNonconformity } from './found-nonconformity.ts';
import { earlierOnTheSameSpot, headOfUnit, revisionOn } from './found-spot.server.ts';
import { refusalToHandle } from './handling.ts';
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
import { assertOwn } from './own-things.server.ts';

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
