import { type Day, dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { record } from '../journal/record.server.ts';
import { refusalOfCause, refusalToApprovePlan } from './corrective-action.ts';
import { type RecordedAction, readCase } from './facts.server.ts';
import { refusalToHandle } from './handling.ts';
import { refusalByState } from './lifecycle.ts';
import {
  enter,
  findNonconformity,
  handledOf,
  handlerOf,
  move,
  type Nonconformity,
  officerOf,
  refuseFor,
} from './nonconformity-record.server.ts';
import { assertOwn } from './own-things.server.ts';

export interface ActionToPlan {
  what: string;
  ownerId: string;
  dueOn: Day;
  /** The document this action says to revise. */
  revisesDocumentId: string | null;
}

export interface Plan {
  nonconformityId: string;
  /** All actions still to do; what was done under an earlier plan stays part of the record. */
  actions: ActionToPlan[];
}

/** Writes the plan of corrective actions, or writes it anew until it is approved. No plan before a cause. */
export async function planActions(trx: Trx, actor: Actor, input: Plan, now: Instant): Promise<void> {
  authorize(actor, 'nonconformity.handle');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  refuseFor(refusalToHandle(handledOf(row), handlerOf(actor)));
  refuseFor(refusalByState(row, 'approve-plan'));
  const { facts, actions } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalOfCause(facts));
  if (input.actions.length === 0) throw new Refused('nonconformities.refusal.no-action-planned');
  const ids = actions.filter((action) => action.evidence.length > 0).map((action) => action.id);
  for (const action of input.actions) ids.push(await actionId(trx, actor, row, actions, action, now));
  await enter(trx, actor, row, 'plan', { actions: ids }, now);
  await record(trx, actor, {
    action: 'nonconformity.action-planned',
    object: { type: 'nonconformity', id: row.id, version: row.version },
    now,
    payload: { actions: input.actions.length },
  });
}

/** An action planned before in the very same words stays the same row; the rest are new ones. */
async function actionId(
  trx: Trx,
  actor: Actor,
  row: Nonconformity,
  known: readonly RecordedAction[],
  action: ActionToPlan,
  now: Instant,
): Promise<string> {
  const same = known.find(
    (one) =>
      one.evidence.length === 0 &&
      one.what === action.what &&
      one.ownerId === action.ownerId &&
      one.dueOn === action.dueOn &&
      one.revisesDocumentId === action.revisesDocumentId,
  );
  if (same) return same.id;
  await assertOwn(trx, actor, 'officer', action.ownerId);
  if (action.revisesDocumentId !== null) await assertOwn(trx, actor, 'document', action.revisesDocumentId);
  const last = await trx
    .selectFrom('corrective_action')
    .select((eb) => eb.fn.max('sort').as('sort'))
    .where('nonconformity_id', '=', row.id)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('corrective_action')
    .values({
      id,
      agency_id: actor.agencyId,
      nonconformity_id: row.id,
      sort: Number(last?.sort ?? 0) + 1,
      what: action.what,
      owner_id: action.ownerId,
      due_on: action.dueOn,
      revises_document_id: action.revisesDocumentId,
      planned_at: now,
      planned_by: officerOf(actor),
    })
    .execute();
  return id;
}

export interface PlanDecision {
  nonconformityId: string;
  approved: boolean;
  opinion: string;
}

/** A leader approves the plan as fit to the effects, or gives it back with what is missing. */
export async function decidePlan(trx: Trx, actor: Actor, input: PlanDecision, now: Instant): Promise<void> {
  authorize(actor, 'nonconformity.approve-plan');
  const row = await findNonconformity(trx, actor, input.nonconformityId);
  const { facts } = await readCase(trx, row, dayOf(now));
  refuseFor(refusalToApprovePlan(facts, actor.officerId, dayOf(now)));
  const { approved, opinion } = input;
  if (!approved && opinion.trim() === '') throw new Refused('nonconformities.refusal.no-opinion');
  await enter(trx, actor, row, 'plan-approval', { approved, opinion }, now);
  const after = approved ? await move(trx, actor, row, 'approve-plan', now) : row;
  await record(trx, actor, {
    action: approved ? 'nonconformity.moved' : 'nonconformity.entered',
    object: { type: 'nonconformity', id: row.id, version: after.version },
    now,
    payload: { from: row.state, to: after.state },
  });
}
