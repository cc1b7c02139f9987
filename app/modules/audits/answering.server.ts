import type { Selectable } from 'kysely';
import { z } from 'zod';
import { NotFound, Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { ChecklistItemTable, ChecklistTable } from '#db/schema/audits.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { canonical } from '../journal/canonical.ts';
import { record } from '../journal/record.server.ts';
import { laterThan } from '../nonconformities/later-instant.ts';
import { refuseTied } from './answering-independence.server.ts';
import { nonconformityOf } from './faulty-row.server.ts';
import { opensNonconformity, refusalToAnswer } from './grades.ts';
import type { ItemAnswer } from './item-answer.ts';

const outcome = z.object({ itemId: z.string(), answerId: z.string(), nonconformity: z.string().nullable() });
export type AnswerOutcome = z.output<typeof outcome>;

type Checklist = Selectable<ChecklistTable>;
type Item = Selectable<ChecklistItemTable>;

const operationName = 'checklist.answer';

/** Answers a row. Minor and major open a nonconformity in the same transaction, once for the row. */
export async function answerItem(
  trx: Trx,
  actor: Actor,
  input: ItemAnswer,
  now: Instant,
): Promise<AnswerOutcome> {
  authorize(actor, 'checklist.answer');
  const { checklist, item } = await findItem(trx, actor, input);
  const before = await carriedOut(trx, actor, input);
  if (before) return before;
  await refuseTied(trx, actor, checklist, item, now);
  const reason = refusalToAnswer(input.answer, input.evidence, input.note);
  if (reason) throw new Refused(reason.code, reason.details);
  const answerId = await insertAnswer(trx, actor, input, now);
  const nonconformity = opensNonconformity(input.answer)
    ? await nonconformityOf(trx, actor, { checklist, item, input, grade: input.answer }, now)
    : null;
  const result: AnswerOutcome = { itemId: item.id, answerId, nonconformity };
  if (input.operationId !== null) {
    await trx
      .insertInto('operation')
      .values({
        id: input.operationId,
        account_id: accountOf(actor),
        action: operationName,
        result: canonical(result),
        at: now,
      })
      .execute();
  }
  await record(trx, actor, {
    action: 'checklist.answered',
    object: { type: 'checklist', id: checklist.id },
    now,
    payload: { item: item.id, answer: input.answer, nonconformity },
  });
  return result;
}

function accountOf(actor: Actor): string {
  return actor.accountId ?? actor.officerId ?? '';
}

async function carriedOut(
  trx: Trx,
  actor: Actor,
  { operationId, itemId }: ItemAnswer,
): Promise<AnswerOutcome | null> {
  if (operationId === null) return null;
  const known = await trx
    .selectFrom('operation')
    .select(['account_id', 'action', 'result'])
    .where('id', '=', operationId)
    .executeTakeFirst();
  if (!known) return null;
  if (known.account_id !== accountOf(actor) || known.action !== operationName)
    throw new Refused('audits.refusal.operation-taken');
  // Null is not written (canonical JSON).
  const done = outcome.parse({ nonconformity: null, ...JSON.parse(known.result) });
  if (done.itemId !== itemId) throw new Refused('audits.refusal.operation-taken');
  return done;
}

async function findItem(
  trx: Trx,
  actor: Actor,
  input: { checklistId: string; itemId: string },
): Promise<{ checklist: Checklist; item: Item }> {
  const checklist = await trx
    .selectFrom('checklist')
    .selectAll()
    .where('id', '=', input.checklistId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  const item = await trx
    .selectFrom('checklist_item')
    .selectAll()
    .where('id', '=', input.itemId)
    .where('checklist_id', '=', input.checklistId)
    .executeTakeFirst();
  if (!checklist || !item) throw new NotFound();
  return { checklist, item };
}

async function insertAnswer(trx: Trx, actor: Actor, input: ItemAnswer, now: Instant): Promise<string> {
  const last = await trx
    .selectFrom('checklist_answer')
    .select('answered_at')
    .where('item_id', '=', input.itemId)
    .orderBy('answered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const id = newId();
  await trx
    .insertInto('checklist_answer')
    .values({
      id,
      agency_id: actor.agencyId,
      checklist_id: input.checklistId,
      item_id: input.itemId,
      grade: input.answer,
      evidence: input.evidence,
      note: input.note,
      answered_at: laterThan(now, last?.answered_at),
      answered_by: actor.officerId ?? '',
    })
    .execute();
  return id;
}
