import { type Day, dayOf, isDay } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { refusalToContain } from './containment.ts';
import { readCase } from './facts.server.ts';
import { refusalToHandle } from './handling.ts';
import { refusalByState } from './lifecycle.ts';
import {
  enter,
  findNonconformity,
  handledOf,
  handlerOf,
  move,
  refuseFor,
} from './nonconformity-record.server.ts';
import { assertOwn } from './own-things.server.ts';

export interface CorrectionDone {
  nonconformityId: string;
  what: string;
  doneBy: string;
  doneOn: Day;
  /** What it meant for citizens and results, and what was done about that. */
  consequences: string;
}

/** The correction (sự khắc phục) and its consequences: what went wrong has been put right. The cause comes later. */
export async function enterCorrection(
  trx: Trx,
  actor: Actor,
  input: CorrectionDone,
  now: Instant,
): Promise<void> {
  authorize(actor, 'nonconformity.handle');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  refuseFor(refusalToHandle(handledOf(row), handlerOf(actor)));
  refuseFor(refusalByState(row, 'contain'));
  await assertOwn(trx, actor, 'officer', input.doneBy);
  if (!isDay(input.doneOn) || input.doneOn > dayOf(now))
    throw new Refused('nonconformities.refusal.done-later');
  const { what, doneBy, doneOn } = input;
  await enter(trx, actor, row, 'correction', { what, doneBy, doneOn }, now);
  await enter(trx, actor, row, 'consequence', { text: input.consequences }, now);
  refuseFor(refusalToContain((await readCase(trx, row, dayOf(now))).facts));
  const moved = await move(trx, actor, row, 'contain', now);
  await record(trx, actor, {
    action: 'nonconformity.moved',
    object: { type: 'nonconformity', id: row.id, version: moved.version },
    now,
    payload: { from: row.state, to: moved.state },
  });
}
