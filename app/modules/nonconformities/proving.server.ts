import { type Day, dayOf, isDay } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { refusalToEnterEvidence, refusalToHandOver, refusalToStart } from './corrective-action.ts';
import { readCase } from './facts.server.ts';
import { refusalToProve } from './handling.ts';
import {
  findNonconformity,
  handledOf,
  handlerOf,
  move,
  nextInstant,
  officerOf,
  refuseFor,
} from './nonconformity-record.server.ts';

export interface ActionDone {
  nonconformityId: string;
  actionId: string;
  evidence: string;
  doneOn: Day;
}

/**
 * Evidence that a planned action was done. The first one starts the work of an approved plan; the last one hands the
 * nonconformity over to be checked by somebody else.
 */
export async function enterEvidence(trx: Trx, actor: Actor, input: ActionDone, now: Instant): Promise<void> {
  authorize(actor, 'nonconformity.handle');
  const before = await findNonconformity(trx, actor, input.nonconformityId);
  const { facts, actions } = await readCase(trx, before, dayOf(now));
  const action = actions.find((one) => one.id === input.actionId);
  if (!action) throw new NotFound();
  refuseFor(refusalToProve(handledOf(before), action.ownerId, handlerOf(actor)));
  if (!isDay(input.doneOn) || input.doneOn > dayOf(now))
    throw new Refused('nonconformities.refusal.done-later');
  const starts = before.state === 'plan-approved';
  if (starts) refuseFor(refusalToStart(facts));
  const working = starts ? await move(trx, actor, before, 'start', now) : before;
  refuseFor(refusalToEnterEvidence({ ...facts, state: working.state }, input.evidence));
  await trx
    .insertInto('action_evidence')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      action_id: action.id,
      evidence: input.evidence,
      done_on: input.doneOn,
      entered_at: await nextInstant(trx, before.id, now),
      entered_by: officerOf(actor),
    })
    .execute();
  const { facts: done } = await readCase(trx, working, dayOf(now));
  const last = refusalToHandOver(done) === null;
  const after = last ? await move(trx, actor, working, 'hand-over', now) : working;
  await record(trx, actor, {
    action: 'nonconformity.action-done',
    object: { type: 'nonconformity', id: before.id, version: after.version },
    now,
    payload: { action: action.id, to: after.state },
  });
}
