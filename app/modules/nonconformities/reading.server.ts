import { dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { daysOverdue, dueDay, hasEnded } from './due.ts';
import { readCase } from './facts.server.ts';
import { happenings } from './history.server.ts';
import { nextStep } from './next-step.ts';
import { findNonconformity } from './nonconformity-record.server.ts';

/** One nonconformity with everything written about it, what is next, and one timeline. */
export async function getNonconformity(db: Db, actor: Actor, name: string, now: Instant) {
  authorize(actor, 'nonconformity.read');
  const row = await findNonconformity(db, actor, name);
  const today = dayOf(now);
  const file = await readCase(db, row, today);
  const unit = await db
    .selectFrom('unit')
    .select(['name_vi as vi', 'name_en as en'])
    .where('id', '=', row.unit_id)
    .executeTakeFirstOrThrow();
  const names = await officerNames(db, actor.agencyId);
  const dated = {
    state: row.state,
    grade: row.grade,
    detectedOn: row.detected_on,
    actions: file.actions.map((action) => ({ dueOn: action.dueOn, done: action.evidence.length > 0 })),
  };
  const timeline = await happenings(db, row, names);
  return {
    row,
    ...file,
    unit,
    document: await documentOf(db, row),
    source: await sourceOf(db, row),
    names,
    next: nextStep(file.facts),
    due: hasEnded(row.state) ? null : dueDay(dated),
    daysOverdue: daysOverdue(dated, today),
    timeline,
  };
}
export type NonconformityRead = Awaited<ReturnType<typeof getNonconformity>>;

async function officerNames(db: Db, agencyId: string): Promise<Record<string, string>> {
  const officers = await db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .execute();
  return Object.fromEntries(officers.map(({ id, name }) => [id, name]));
}

async function documentOf(
  db: Db,
  row: { document_id: string | null; revision_id: string | null; step_key: string | null },
) {
  if (row.document_id === null) return null;
  const document = await db
    .selectFrom('document')
    .select(['id', 'code', 'claimed_code'])
    .where('id', '=', row.document_id)
    .executeTakeFirst();
  const step =
    row.revision_id && row.step_key
      ? await db
          .selectFrom('step')
          .select('title')
          .where('revision_id', '=', row.revision_id)
          .where('key', '=', row.step_key)
          .executeTakeFirst()
      : undefined;
  return document
    ? { id: document.id, code: document.code ?? document.claimed_code ?? '', step: step?.title ?? null }
    : null;
}

/** The checklist a row of which opened it. */
async function sourceOf(db: Db, row: { source_kind: string; source_id: string | null }) {
  if (row.source_kind !== 'checklist' || row.source_id === null) return null;
  const found = await db
    .selectFrom('checklist_item')
    .innerJoin('checklist', 'checklist.id', 'checklist_item.checklist_id')
    .select(['checklist.id', 'checklist.number', 'checklist_item.id as itemId'])
    .where('checklist_item.id', '=', row.source_id)
    .executeTakeFirst();
  return found ?? null;
}
