import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { revisionInForce } from '../in-force.ts';
import { forceRecordOf, refuseFor } from '../revision-facts.server.ts';
import { type CurrencyTask, openTasks } from './dependent.ts';
import { refusalToSettle } from './settlement.ts';
import { listCurrencyTasks, type ShownTask, taskId } from './tasks.server.ts';
import { decisionsNotAffected, knownChanges, watchedDocuments } from './watched.server.ts';

/** One open task by its address. Another agency's, a settled or an unknown one is not there. */
export async function getCurrencyTask(db: Db, actor: Actor, id: string, day: Day): Promise<ShownTask> {
  authorize(actor, 'currency.read');
  const task = (await listCurrencyTasks(db, actor, day)).find((one) => one.id === id);
  if (!task) throw new NotFound();
  return task;
}

/** Ends a task by a recorded decision: this change does not touch this document, and why. */
export async function settleNotAffected(
  trx: Trx,
  actor: Actor,
  input: { taskId: string; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'currency.settle');
  const task = await getCurrencyTask(trx, actor, input.taskId, dayOf(now));
  const by = { officerId: actor.officerId, isQualityOfficer: actor.roles.includes('quality-officer') };
  refuseFor(refusalToSettle(task, by, input.reason));
  const { change, due, document } = task;
  await insertFact(trx, actor, { documentId: document.id, change, due }, 'not-affected', input.reason, now);
  await record(trx, actor, {
    action: 'currency.settled',
    object: { type: 'document', id: document.id },
    now,
    reason: input.reason,
    payload: { subject: change.subject, key: change.key, change: change.id },
  });
}

async function insertFact(
  trx: Trx,
  actor: Actor,
  task: CurrencyTask,
  kind: 'opened' | 'revised' | 'not-affected' | 'fallen-away',
  reason: string,
  now: Instant,
): Promise<void> {
  const { documentId, change, due } = task;
  await trx
    .insertInto('currency_fact')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      document_id: documentId,
      revision_id: revisionInForce(await forceRecordOf(trx, documentId), dayOf(now)),
      subject: change.subject,
      subject_key: change.key,
      change_id: change.id,
      kind,
      effect_on: change.effect,
      due_on: due,
      reason,
      recorded_at: now,
      recorded_by: recordedBy(actor),
    })
    .execute();
}

export interface Noted {
  opened: number;
  ended: number;
}

/**
 * Writes down what the days have brought: tasks that are open now and were not, and those that have ended by a newer
 * revision or because the change was taken back. What is shown never waits for it. Runs daily and after each act that
 * moves a day.
 */
export async function noteCurrency(trx: Trx, actor: Actor, now: Instant): Promise<Noted> {
  authorize(actor, 'currency.read');
  const day = dayOf(now);
  const changes = (await knownChanges(trx, actor.agencyId)).filter((change) => change.effect <= day);
  const documents = await watchedDocuments(trx, actor.agencyId, changes);
  const decided = await decisionsNotAffected(trx, actor.agencyId);
  const open = new Map(openTasks(changes, documents, decided, day).map((task) => [taskId(task), task]));
  const known = await openFacts(trx, actor.agencyId);
  const noted: Noted = { opened: 0, ended: 0 };
  for (const [id, task] of open) {
    if (known.has(id)) continue;
    await insertFact(trx, actor, task, 'opened', '', now);
    noted.opened += 1;
  }
  for (const [id, fact] of known) {
    if (open.has(id)) continue;
    const isStill = changes.some(
      (change) =>
        change.subject === fact.change.subject &&
        change.key === fact.change.key &&
        change.id === fact.change.id,
    );
    await insertFact(trx, actor, fact, isStill ? 'revised' : 'fallen-away', '', now);
    noted.ended += 1;
  }
  if (noted.opened + noted.ended > 0) {
    await record(trx, actor, {
      action: 'currency.noted',
      object: { type: 'agency', id: actor.agencyId },
      now,
      payload: { ...noted },
    });
  }
  return noted;
}

/** Tasks whose last written fact is that they opened. */
async function openFacts(db: Db, agencyId: string): Promise<Map<string, CurrencyTask>> {
  const rows = await db
    .selectFrom('currency_fact')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('recorded_at')
    .execute();
  const open = new Map<string, CurrencyTask>();
  for (const row of rows) {
    const task: CurrencyTask = {
      documentId: row.document_id,
      due: row.due_on,
      change: {
        ...{
          id: row.change_id,
          subject: row.subject === 'tthc' ? 'tthc' : 'legal-basis',
          key: row.subject_key,
        },
        ...{ what: 'ended', effect: row.effect_on, clockFrom: row.effect_on, by: null },
        ...{ knownAt: row.recorded_at, note: '' },
      },
    };
    if (row.kind === 'opened') open.set(taskId(task), task);
    else open.delete(taskId(task));
  }
  return open;
}

/** What was written down about a document and changes of law, newest first. */
export async function currencyHistory(db: Db, actor: Actor, documentId: string) {
  authorize(actor, 'currency.read');
  return db
    .selectFrom('currency_fact')
    .leftJoin('officer', 'officer.id', 'currency_fact.recorded_by')
    .select(['currency_fact.id', 'subject', 'subject_key', 'change_id', 'kind', 'effect_on', 'due_on'])
    .select(['reason', 'currency_fact.recorded_at', 'officer.name'])
    .where('currency_fact.agency_id', '=', actor.agencyId)
    .where('document_id', '=', documentId)
    .orderBy('currency_fact.recorded_at', 'desc')
    .orderBy('currency_fact.id')
    .limit(100)
    .execute();
}
