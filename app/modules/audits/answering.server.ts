import type { Selectable } from 'kysely';
import { z } from 'zod';
import { addDays, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { ChecklistItemTable, ChecklistTable } from '#db/schema/audits.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { canonical } from '../journal/canonical.ts';
import { record } from '../journal/record.server.ts';
import { laterThan } from '../nonconformities/later-instant.ts';
import { openFromChecklist } from '../nonconformities/opening.server.ts';
import { isEdition } from '../standards/edition.ts';
import { findAudit, matterOf, readAuditFile, refuseNamed, tiesOf } from './audit-record.server.ts';
import { type Answer, opensNonconformity, refusalToAnswer } from './grades.ts';
import { type IndependenceException, refusalToAssign } from './independence.ts';
import { refusalByState } from './lifecycle.ts';

export interface ItemAnswer {
  checklistId: string;
  itemId: string;
  answer: Answer;
  /** What was seen: file numbers, pages, names of records. */
  evidence: string;
  /** What is wrong, what could be better, or why the row was left out. */
  note: string;
  /** One for each press of the button or each operation of a device: carried out once, however often it comes. */
  operationId: string | null;
  /** Asked only where the row names no unit, or someone other than its head is in charge. */
  unitId: string | null;
  personInChargeId: string | null;
}

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

/**
 * Independence is looked at again when the row is answered: people change positions between assignment and audit. For
 * a checklist without an audit the last twelve months count, and no exception stands on record.
 */
async function refuseTied(
  trx: Trx,
  actor: Actor,
  checklist: Checklist,
  item: Item,
  now: Instant,
): Promise<void> {
  const officer = actor.officerId;
  if (officer === null) throw new Refused('audits.refusal.no-officer');
  const day = dayOf(now);
  const text =
    item.document_id !== null && item.revision_id !== null
      ? [{ id: item.document_id, revisionId: item.revision_id, unitId: await ownerOf(trx, item.document_id) }]
      : [];
  const units = item.unit_id === null ? [] : [{ id: item.unit_id }];
  const names = await namesOf(trx, item, text[0]?.unitId ?? null);
  if (checklist.audit_id === null) {
    if (!isEdition(checklist.edition)) throw new NotFound();
    const period = { period_from: addDays(day, -365), period_until: day, planned_on: day };
    const ties = await tiesOf(trx, actor.agencyId, officer, matterOf(period, units, text), text);
    return refuseNamed(refusalToAssign(officer, ties, checklist.edition, null), names);
  }
  const audit = await findAudit(trx, actor, checklist.audit_id);
  const reason = refusalByState(audit, 'answer');
  if (reason) throw new Refused(reason.code, reason.details);
  const file = await readAuditFile(trx, audit);
  const own = file.auditors.find((one) => one.officerId === officer);
  if (!own) throw new Refused('audits.refusal.not-assigned');
  const matter = matterOf({ ...audit, planned_on: day }, units, text);
  const ties = await tiesOf(trx, actor.agencyId, officer, matter, text);
  const exception: IndependenceException | null =
    own.exceptionReason === null
      ? null
      : {
          reason: own.exceptionReason,
          secondReviewer: own.secondReviewerId,
          secondReviewerTies: own.secondReviewerTies,
        };
  refuseNamed(refusalToAssign(officer, ties, audit.edition, exception), names);
}

async function ownerOf(trx: Trx, documentId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('document')
    .select('unit_id')
    .where('id', '=', documentId)
    .executeTakeFirst();
  return row?.unit_id ?? null;
}

async function namesOf(trx: Trx, item: Item, ownerId: string | null): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (item.document_id && item.document_code) names.set(item.document_id, item.document_code);
  for (const id of [item.unit_id, ownerId]) {
    if (id === null) continue;
    const unit = await trx.selectFrom('unit').select('name_vi').where('id', '=', id).executeTakeFirst();
    if (unit) names.set(id, unit.name_vi);
  }
  return names;
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

interface FaultyRow {
  checklist: Checklist;
  item: Item;
  input: ItemAnswer;
  grade: 'minor' | 'major';
}

/** The number of the row's nonconformity: the one it has, or a new one. A cancelled one is not taken up again. */
async function nonconformityOf(trx: Trx, actor: Actor, row: FaultyRow, now: Instant): Promise<string> {
  const { checklist, item, input, grade } = row;
  const known = await trx
    .selectFrom('nonconformity')
    .select('number')
    .where('agency_id', '=', actor.agencyId)
    .where('source_kind', '=', 'checklist')
    .where('source_id', '=', item.id)
    .where('state', '!=', 'cancelled')
    .executeTakeFirst();
  if (known) return known.number;
  const unitId = item.unit_id ?? input.unitId;
  if (unitId === null) throw new Refused('audits.refusal.unit-needed');
  const { number } = await openFromChecklist(
    trx,
    actor,
    {
      source: { kind: 'checklist', id: item.id },
      statement: input.note,
      requirement: await requirementOf(trx, checklist, item),
      clause: item.clause,
      edition: checklist.edition,
      evidence: input.evidence,
      grade,
      unitId,
      documentId: item.document_id,
      stepKey: item.step_key,
      personInChargeId: input.personInChargeId,
      detectedOn: dayOf(now),
    },
    now,
  );
  return number;
}

/** "TCVN ISO 9001:2015, điều 8.5.1; QT-TP-01, bước “Tiếp nhận hồ sơ”" — in the language of the office's records. */
async function requirementOf(trx: Trx, checklist: Checklist, item: Item): Promise<string> {
  const clause = translate('vi', `standards.requirement.${checklist.edition}`, { clause: item.clause });
  if (item.document_code === null) return clause;
  const step =
    item.revision_id === null || item.step_key === null
      ? undefined
      : await trx
          .selectFrom('step')
          .select('title')
          .where('revision_id', '=', item.revision_id)
          .where('key', '=', item.step_key)
          .executeTakeFirst();
  const code = item.document_code;
  return step
    ? translate('vi', 'audits.requirement.step', { clause, code, step: step.title })
    : translate('vi', 'audits.requirement.document', { clause, code });
}
