import { z } from 'zod';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { type Edition, isEdition } from '../standards/edition.ts';
import { findClause } from '../standards/standard.ts';
import { theStandard } from '../standards/standard-files.server.ts';
import type { Answer } from './grades.ts';

export interface ChecklistRowRead {
  id: string;
  sort: number;
  source: string;
  clause: string;
  clauseTitleVi: string;
  clauseTitleEn: string;
  questionVi: string;
  questionEn: string;
  evidenceVi: string;
  evidenceEn: string;
  sampleVi: string;
  sampleEn: string;
  documentId: string | null;
  documentCode: string | null;
  stepTitle: string | null;
  unitId: string | null;
  unitVi: string | null;
  unitEn: string | null;
  answer: { grade: Answer; evidence: string; note: string; at: Instant; by: string } | null;
  nonconformity: { id: string; number: string; state: string } | null;
}

export interface ChecklistRead {
  id: string;
  number: string;
  title: string;
  edition: Edition;
  seed: number;
  createdAt: Instant;
  audit: { id: string; number: string; title: string; state: string; plannedOn: string } | null;
  documents: { id: string; code: string }[];
  rows: ChecklistRowRead[];
}

const frozenScope = z.object({ documents: z.array(z.object({ id: z.string(), code: z.string() })) });

/** A checklist with the latest answer to each row. */
export async function getChecklist(db: Db, actor: Actor, name: string): Promise<ChecklistRead> {
  authorize(actor, 'checklist.read');
  const checklist = await db
    .selectFrom('checklist')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where((eb) => eb.or([eb('id', '=', name), eb('number', '=', name)]))
    .executeTakeFirst();
  if (!checklist || !isEdition(checklist.edition)) throw new NotFound();
  const audit = checklist.audit_id
    ? await db
        .selectFrom('audit')
        .select(['id', 'number', 'title', 'state', 'planned_on as plannedOn'])
        .where('id', '=', checklist.audit_id)
        .executeTakeFirst()
    : undefined;
  const { id, number, title, edition, seed, created_at: createdAt } = checklist;
  return {
    id,
    number,
    title,
    edition,
    seed,
    createdAt,
    audit: audit ?? null,
    documents: frozenScope.parse(JSON.parse(checklist.scope)).documents,
    rows: await readRows(db, id, edition),
  };
}

async function readRows(db: Db, checklistId: string, edition: Edition): Promise<ChecklistRowRead[]> {
  const items = await db
    .selectFrom('checklist_item')
    .leftJoin('step', (join) =>
      join
        .onRef('step.revision_id', '=', 'checklist_item.revision_id')
        .onRef('step.key', '=', 'checklist_item.step_key'),
    )
    .leftJoin('unit', 'unit.id', 'checklist_item.unit_id')
    .selectAll('checklist_item')
    .select(['step.title as stepTitle', 'unit.name_vi as unitVi', 'unit.name_en as unitEn'])
    .where('checklist_id', '=', checklistId)
    .orderBy('checklist_item.sort')
    .execute();
  const answers = await db
    .selectFrom('checklist_answer')
    .leftJoin('officer', 'officer.id', 'checklist_answer.answered_by')
    .select(['item_id', 'grade', 'evidence', 'note', 'answered_at', 'answered_by', 'officer.name'])
    .where('checklist_id', '=', checklistId)
    .orderBy('answered_at')
    .execute();
  const latest = new Map(answers.map((row) => [row.item_id, row]));
  const opened = await openedBy(db, checklistId);
  const standard = theStandard();
  return items.map((item) => {
    const answer = latest.get(item.id);
    const clause = findClause(standard, edition, item.clause);
    return {
      id: item.id,
      sort: item.sort,
      source: item.source,
      clause: item.clause,
      clauseTitleVi: clause?.vi ?? '',
      clauseTitleEn: clause?.en ?? '',
      questionVi: item.question_vi,
      questionEn: item.question_en,
      evidenceVi: item.evidence_vi,
      evidenceEn: item.evidence_en,
      sampleVi: item.sample_vi,
      sampleEn: item.sample_en,
      documentId: item.document_id,
      documentCode: item.document_code,
      stepTitle: item.stepTitle,
      unitId: item.unit_id,
      unitVi: item.unitVi,
      unitEn: item.unitEn,
      answer: answer
        ? {
            grade: answer.grade as Answer, // the column's check constraint
            evidence: answer.evidence,
            note: answer.note,
            at: answer.answered_at,
            by: answer.name ?? answer.answered_by,
          }
        : null,
      nonconformity: opened.get(item.id) ?? null,
    };
  });
}

/** The nonconformity each row opened; one that was cancelled only where no other took its place. */
async function openedBy(db: Db, checklistId: string) {
  const rows = await db
    .selectFrom('nonconformity')
    .innerJoin('checklist_item', 'checklist_item.id', 'nonconformity.source_id')
    .select([
      'checklist_item.id as itemId',
      'nonconformity.id',
      'nonconformity.number',
      'nonconformity.state',
    ])
    .where('nonconformity.source_kind', '=', 'checklist')
    .where('checklist_item.checklist_id', '=', checklistId)
    .orderBy('nonconformity.sequence')
    .execute();
  return new Map(rows.map(({ itemId, ...one }) => [itemId, one]));
}
