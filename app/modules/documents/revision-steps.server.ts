import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import type { StepRow } from './flow-chart/flow-steps.ts';

/** Steps of a released revision with their duties, in the order of the text. */
export async function stepsOfRevision(db: Db, actor: Actor, revisionId: string): Promise<StepRow[]> {
  authorize(actor, 'document.read-public');
  const steps = await db
    .selectFrom('step')
    .select(['id', 'key', 'title', 'next', 'times'])
    .where('revision_id', '=', revisionId)
    .where('agency_id', '=', actor.agencyId)
    .orderBy('sort')
    .execute();
  const duties = await db
    .selectFrom('duty')
    .select(['step_id', 'role_key', 'letter'])
    .where('revision_id', '=', revisionId)
    .where('agency_id', '=', actor.agencyId)
    .orderBy('id')
    .execute();
  return steps.map(({ id, ...step }) => ({
    ...step,
    duties: duties.filter((duty) => duty.step_id === id),
  }));
}
