import { type Day, dayOf, isDay } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { refusalToCancel, refusalToCheck, refusalToClose, refusalToFindIneffective } from './closing.ts';
import { readCase } from './facts.server.ts';
import {
  enter,
  findNonconformity,
  move,
  type Nonconformity,
  refuseFor,
} from './nonconformity-record.server.ts';

export interface Verification {
  nonconformityId: string;
  /** What had to be true for it to count as done and effective. */
  criterion: string;
  findings: string;
  effective: boolean;
  /** The day on which effectiveness was looked at. */
  effectiveOn: Day;
}

/** Checked by someone who did none of the work. Not effective: back to the cause. */
export async function verifyActions(
  trx: Trx,
  actor: Actor,
  input: Verification,
  now: Instant,
): Promise<void> {
  authorize(actor, 'nonconformity.verify');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToCheck(facts, actor.officerId, input.findings));
  const { criterion, findings, effective, effectiveOn } = input;
  if (criterion.trim() === '') throw new Refused('nonconformities.refusal.no-criterion');
  if (!isDay(effectiveOn) || effectiveOn > dayOf(now))
    throw new Refused('nonconformities.refusal.done-later');
  await enter(trx, actor, row, 'verification', { criterion, findings }, now);
  await enter(trx, actor, row, 'effectiveness', { effective, findings, effectiveOn }, now);
  if (effective) return await note(trx, actor, row, row, now);
  const checked = await readCase(trx, row, dayOf(now));
  // A waived action has no cause on record: the person in charge writes it, and that moves it back (analyseCause).
  if (checked.facts.cause === null) return await note(trx, actor, row, row, now);
  refuseFor(refusalToFindIneffective(checked.facts));
  await note(trx, actor, row, await move(trx, actor, row, 'find-ineffective', now, findings), now);
}

/** Everything done, proved, verified, and what was to be revised is in force and read. */
export async function closeNonconformity(
  trx: Trx,
  actor: Actor,
  input: { nonconformityId: string; risks: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'nonconformity.verify');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToClose(facts));
  if (input.risks.trim() === '') throw new Refused('nonconformities.refusal.no-risks');
  await enter(trx, actor, row, 'risk', { text: input.risks }, now);
  await note(trx, actor, row, await move(trx, actor, row, 'close', now), now);
}

/** Given up with a reason, by a leader who is not in charge of it. Record and number stay. */
export async function cancelNonconformity(
  trx: Trx,
  actor: Actor,
  input: { nonconformityId: string; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'nonconformity.cancel');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToCancel(facts, input.reason, actor.officerId));
  await enter(trx, actor, row, 'cancellation', { reason: input.reason }, now);
  await note(trx, actor, row, await move(trx, actor, row, 'cancel', now, input.reason), now, input.reason);
}

async function note(
  trx: Trx,
  actor: Actor,
  before: Nonconformity,
  after: Nonconformity,
  now: Instant,
  reason?: string,
): Promise<void> {
  await record(trx, actor, {
    action: before.state === after.state ? 'nonconformity.entered' : 'nonconformity.moved',
    object: { type: 'nonconformity', id: before.id, version: after.version },
    now,
    reason,
    payload: { from: before.state, to: after.state },
  });
}
