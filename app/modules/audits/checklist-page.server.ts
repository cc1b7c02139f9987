import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant } from '#db/schema.ts';
import { readChoices } from '../nonconformities/stage-page.server.ts';
import { getChecklist } from './checklist-reading.server.ts';

/** A checklist with what answering a row needs: an operation mark for each row, people and units to choose from. */
export async function readChecklistPage(db: Db, actor: Actor, name: string, now: Instant) {
  const checklist = await getChecklist(db, actor, name);
  const running = checklist.audit === null || checklist.audit.state === 'under-way';
  const canAnswer = running && may(actor, 'checklist.answer') && actor.officerId !== null;
  return {
    ...checklist,
    rows: checklist.rows.map((row) => ({ ...row, operation: newId() })),
    canAnswer,
    waits: !running && checklist.audit?.state !== 'closed' && checklist.audit?.state !== 'reported',
    ...(canAnswer ? await readChoices(db, actor, now) : { officers: [], units: [] }),
  };
}
export type ChecklistPageRead = Awaited<ReturnType<typeof readChecklistPage>>;
