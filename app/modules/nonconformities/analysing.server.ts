import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { blamesAPerson } from './blame.ts';
import { refusalToFindIneffective } from './closing.ts';
import { refusalToWaiveAction } from './containment.ts';
import { refusalOfCause, refusalToAnalyse } from './corrective-action.ts';
import type { EntryContent } from './entry.ts';
import { readCase } from './facts.server.ts';
import { refusalToHandle } from './handling.ts';
import {
  enter,
  findNonconformity,
  handledOf,
  handlerOf,
  move,
  refuseFor,
} from './nonconformity-record.server.ts';

export interface Analysis {
  nonconformityId: string;
  needed: boolean;
  /** Why action on the cause is needed, or why not. */
  reason: string;
  /** Null when no action is needed. */
  cause: (EntryContent<'cause'> & { similarCases: string }) | null;
  /** Said after the warning that a person's failing is no root cause. */
  blameConfirmed: boolean;
}

/**
 * Decides on the need for action (10.2.1 b). Needed: cause and similar cases, and it is analysed. Not needed: straight
 * to the check of the correction, if the rules allow. After actions that proved not effective the cause is written anew;
 * after a correction alone that did not hold it is written for the first time.
 */
export async function analyseCause(trx: Trx, actor: Actor, input: Analysis, now: Instant): Promise<void> {
  authorize(actor, 'nonconformity.handle');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  refuseFor(refusalToHandle(handledOf(row), handlerOf(actor)));
  const { cause, needed, reason } = input;
  if (needed && cause && blamesAPerson(cause.rootCause) && !input.blameConfirmed)
    throw new Refused('nonconformities.refusal.blames-a-person');
  const before = await readCase(trx, row, dayOf(now));
  const failedCheck = row.state === 'waiting-for-check' && before.facts.effectiveness?.effective === false;
  const again = row.state === 'analysed';
  if ((again || failedCheck) && !needed) throw new Refused('nonconformities.refusal.not-contained');
  await enter(trx, actor, row, 'need-for-action', { needed, reason }, now);
  if (needed && cause) {
    const { similarCases, ...analysed } = cause;
    await enter(trx, actor, row, 'cause', analysed, now);
    await enter(trx, actor, row, 'similar-cases', { text: similarCases }, now);
  }
  const { facts } = await readCase(trx, row, dayOf(now));
  if (again) {
    refuseFor(refusalOfCause(facts));
    return await note(trx, actor, row, now);
  }
  const act = failedCheck ? 'find-ineffective' : needed ? 'analyse' : 'waive-action';
  refuseFor(refusals[act](facts));
  const moved = await move(trx, actor, row, act, now, needed ? '' : reason);
  await record(trx, actor, {
    action: 'nonconformity.moved',
    object: { type: 'nonconformity', id: row.id, version: moved.version },
    now,
    payload: { from: row.state, to: moved.state },
  });
}

const refusals = {
  'find-ineffective': refusalToFindIneffective,
  analyse: refusalToAnalyse,
  'waive-action': refusalToWaiveAction,
} as const;

async function note(
  trx: Trx,
  actor: Actor,
  row: { id: string; version: number },
  now: Instant,
): Promise<void> {
  await record(trx, actor, {
    action: 'nonconformity.entered',
    object: { type: 'nonconformity', id: row.id, version: row.version },
    now,
  });
}
