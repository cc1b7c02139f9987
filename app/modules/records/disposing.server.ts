import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import {
  type DisposalDecision,
  disposalNumber,
  refusalToCarryOut,
  refusalToDecide,
  refusalToPropose,
} from './disposal.ts';
import { readDisposal } from './disposal-page.server.ts';
import { retentionOfRecords } from './due.server.ts';

/** Proposes records whose retention has ended; nothing is erased by it. */
export async function proposeDisposal(
  trx: Trx,
  actor: Actor,
  input: { recordIds: readonly string[]; reason: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'disposal.propose');
  const ids = [...new Set(input.recordIds)];
  const records = await retentionOfRecords(trx, actor, now, ids);
  if (records.length !== ids.length) throw new NotFound();
  refuseFor(refusalToPropose(records, actor.officerId));
  const id = newId();
  const year = Number(dayOf(now).slice(0, 4));
  const sequence = await nextSequence(trx, actor.agencyId, year);
  await trx
    .insertInto('disposal')
    .values({
      id,
      agency_id: actor.agencyId,
      number: disposalNumber(year, sequence),
      year,
      sequence,
      reason: input.reason,
      proposed_at: now,
      proposed_by: actor.officerId ?? '',
    })
    .execute();
  await trx
    .insertInto('disposal_item')
    .values(
      records.map((one) => ({
        id: newId(),
        agency_id: actor.agencyId,
        disposal_id: id,
        filled_record_id: one.id,
        ended_on: one.lastDay ?? '',
      })),
    )
    .execute();
  await record(trx, actor, {
    action: 'disposal.proposed',
    object: { type: 'disposal', id },
    now,
    reason: input.reason,
  });
  return id;
}

async function nextSequence(trx: Trx, agencyId: string, year: number): Promise<number> {
  const last = await trx
    .selectFrom('disposal')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirst();
  return Number(last?.sequence ?? 0) + 1;
}

/** The leader decides, with the number and day of the decision and the council that looked at the records. */
export async function decideDisposal(
  trx: Trx,
  actor: Actor,
  input: DisposalDecision & { disposalId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'disposal.decide');
  const { disposal, state } = await readDisposal(trx, actor, input.disposalId);
  const facts = { state, proposer: disposal.proposed_by, proposedOn: dayOf(disposal.proposed_at) };
  refuseFor(refusalToDecide(facts, actor.officerId, input, dayOf(now)));
  await trx
    .insertInto('disposal_decision')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      disposal_id: disposal.id,
      agreed: input.agreed ? 1 : 0,
      decision_number: input.number,
      decided_on: input.on,
      members: input.members.join('\n'),
      reason: input.reason,
      decided_at: now,
      decided_by: actor.officerId ?? '',
      decided_by_name: actor.name,
    })
    .execute();
  await record(trx, actor, {
    action: 'disposal.decided',
    object: { type: 'disposal', id: disposal.id },
    now,
    ...(input.reason ? { reason: input.reason } : {}),
  });
}

export interface DisposalMinute {
  disposalId: string;
  on: Day;
  place: string;
  method: string;
  witnesses: string;
  conclusion: string;
}

/**
 * Carries a disposal out: the content of its records is erased, the minute with their numbers and hashes stays. Only the
 * erasable side goes; the journal binds everything else and verifies as before.
 */
export async function carryOutDisposal(
  trx: Trx,
  actor: Actor,
  input: DisposalMinute,
  now: Instant,
): Promise<void> {
  authorize(actor, 'disposal.propose');
  const { disposal, state, decision, items } = await readDisposal(trx, actor, input.disposalId);
  const records = await retentionOfRecords(
    trx,
    actor,
    now,
    items.map((item) => item.recordId),
  );
  refuseFor(
    refusalToCarryOut({ state, decidedOn: decision?.decided_on ?? null }, records, {
      officer: actor.officerId,
      on: input.on,
      today: dayOf(now),
    }),
  );
  await trx
    .insertInto('disposal_minute')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      disposal_id: disposal.id,
      disposed_on: input.on,
      place: input.place,
      method: input.method,
      witnesses: input.witnesses,
      conclusion: input.conclusion,
      recorded_at: now,
      recorded_by: actor.officerId ?? '',
    })
    .execute();
  await eraseContent(
    trx,
    records.map((one) => one.id),
    now,
  );
  await record(trx, actor, {
    action: 'disposal.carried-out',
    object: { type: 'disposal', id: disposal.id },
    now,
    reason: input.conclusion,
  });
}

/** Also what a correction that was begun and not finished had copied of it. */
async function eraseContent(trx: Trx, recordIds: string[], now: Instant): Promise<void> {
  const versions = await trx
    .selectFrom('filled_record_version')
    .select('id')
    .where('filled_record_id', 'in', recordIds)
    .execute();
  await trx
    .deleteFrom('record_content')
    .where(
      'id',
      'in',
      versions.map((one) => one.id),
    )
    .execute();
  await trx
    .updateTable('filling')
    .set({ content: '{}', ended_at: now })
    .where('corrects_record_id', 'in', recordIds)
    .where('ended_at', 'is', null)
    .execute();
}
