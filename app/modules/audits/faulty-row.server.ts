import type { Selectable } from 'kysely';
import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { ChecklistItemTable, ChecklistTable } from '#db/schema/audits.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { openFromChecklist } from '../nonconformities/opening.server.ts';
import type { ItemAnswer } from './item-answer.ts';

type Checklist = Selectable<ChecklistTable>;
type Item = Selectable<ChecklistItemTable>;

export interface FaultyRow {
  checklist: Checklist;
  item: Item;
  input: ItemAnswer;
  grade: 'minor' | 'major';
}

/** The number of the row's nonconformity: the one it has, or a new one. A cancelled one is not taken up again. */
export async function nonconformityOf(trx: Trx, actor: Actor, row: FaultyRow, now: Instant): Promise<string> {
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
