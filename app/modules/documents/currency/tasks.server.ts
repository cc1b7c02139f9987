import { sha256 } from '#app/modules/journal/canonical.ts';
import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import type { Change } from './change.ts';
import { type CurrencyTask, openTasks } from './dependent.ts';
import { decisionsNotAffected, knownChanges, watchedDocuments } from './watched.server.ts';

/** Known by what it is about, so that it needs no row to have an address. */
export function taskId(task: CurrencyTask): string {
  const { documentId, change } = task;
  return sha256([documentId, change.subject, change.key, change.id].join('\n')).slice(0, 24);
}

/** What has to follow which change on a day, computed from the days alone: nothing depends on a timer. */
export async function tasksOn(db: Db, agencyId: string, day: Day): Promise<CurrencyTask[]> {
  const changes = (await knownChanges(db, agencyId)).filter((change) => change.effect <= day);
  const documents = await watchedDocuments(db, agencyId, changes);
  return openTasks(changes, documents, await decisionsNotAffected(db, agencyId), day);
}

export interface TaskPlace {
  /** Step or section key. */
  key: string;
  title: string;
  isStep: boolean;
}

export interface ShownTask {
  id: string;
  due: Day;
  isLate: boolean;
  change: Change;
  /** Number and sign of the law, or code of the procedure; and its title. */
  subjectName: string;
  subjectTitle: string;
  byName: string | null;
  document: {
    id: string;
    revisionId: string;
    code: string | null;
    kind: string;
    titleVi: string;
    titleEn: string | null;
    unitId: string | null;
    unitVi: string | null;
    unitEn: string | null;
  };
  /** Who heads the unit that owns the document. */
  heads: { officerId: string; name: string }[];
  /** Steps and sections that name what changed; empty where only the document as a whole does. */
  places: TaskPlace[];
}

/** Open tasks with what a person needs to know of each. Staff only; one agency. */
export async function listCurrencyTasks(
  db: Db,
  actor: Actor,
  day: Day,
  filter: { documentId?: string; key?: string } = {},
): Promise<ShownTask[]> {
  authorize(actor, 'currency.read');
  const tasks = (await tasksOn(db, actor.agencyId, day)).filter(
    (task) =>
      (filter.documentId === undefined || task.documentId === filter.documentId) &&
      (filter.key === undefined || task.change.key === filter.key),
  );
  if (tasks.length === 0) return [];
  const documents = await documentsOf(db, actor.agencyId, tasks, day);
  const heads = await headsOf(db, actor.agencyId, day);
  const name = await subjectNames(db, actor.agencyId);
  const places = await placesOf(db, actor.agencyId, [...documents.values()]);
  return tasks.flatMap((task) => {
    const document = documents.get(task.documentId);
    if (!document) return [];
    const { change, due } = task;
    const subject = name(change.subject, change.key);
    return [
      {
        ...{ id: taskId(task), due, isLate: due < day, change, document },
        ...{ subjectName: subject.sign, subjectTitle: subject.title },
        byName: change.by === null ? null : name('legal-basis', change.by).sign,
        heads: heads.filter((head) => head.unitId === document.unitId),
        places: places(document.revisionId, change.subject, change.key, subject.sign),
      },
    ];
  });
}

async function documentsOf(db: Db, agencyId: string, tasks: readonly CurrencyTask[], day: Day) {
  const rows = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .leftJoin('unit', 'unit.id', 'document.unit_id')
    .select(['document.id', 'document.code', 'document.kind', 'document.unit_id as unitId'])
    .select(['revision.id as revisionId', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select(['unit.name_vi as unitVi', 'unit.name_en as unitEn'])
    .where(
      'document.id',
      'in',
      tasks.map((task) => task.documentId),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function headsOf(db: Db, agencyId: string, day: Day) {
  return db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .innerJoin('officer', 'officer.id', 'held.officer_id')
    .select(['position.unit_id as unitId', 'officer.id as officerId', 'officer.name'])
    .where('position.is_head', '=', 1)
    .orderBy('officer.name')
    .execute();
}

export async function subjectNames(db: Db, agencyId: string) {
  const bases = await db
    .selectFrom(legalBasesNow(db, agencyId).as('basis'))
    .select(['key', 'number_sign as sign', 'title'])
    .execute();
  const procedures = await db
    .selectFrom('administrative_procedure_change as change')
    .innerJoin('administrative_procedure as procedure', 'procedure.id', 'change.procedure_id')
    .select(['procedure.code', 'procedure.name'])
    .distinct()
    .where('change.agency_id', '=', agencyId)
    .execute();
  const ofLaw = new Map(bases.map((basis) => [basis.key, basis]));
  const ofPortal = new Map(procedures.map((one) => [one.code, { sign: one.code, title: one.name }]));
  return (subject: Change['subject'], key: string) =>
    (subject === 'tthc' ? ofPortal.get(key) : ofLaw.get(key)) ?? { sign: key, title: '' };
}

async function placesOf(db: Db, agencyId: string, documents: readonly { revisionId: string }[]) {
  const revisions = ['', ...documents.map((document) => document.revisionId)];
  const mentions = await db
    .selectFrom('mention')
    .select(['revision_id', 'kind', 'key', 'place'])
    .where('agency_id', '=', agencyId)
    .where('revision_id', 'in', revisions)
    .where('kind', 'in', ['legal-basis', 'number-sign', 'tthc'])
    .where('place', 'is not', null)
    .execute();
  const steps = await db
    .selectFrom('step')
    .select(['revision_id', 'key', 'title', 'sort'])
    .where('revision_id', 'in', revisions)
    .orderBy('sort')
    .execute();
  const sections = await db
    .selectFrom('section')
    .select(['revision_id', 'key', 'title', 'sort'])
    .where('revision_id', 'in', revisions)
    .orderBy('sort')
    .execute();
  return (revisionId: string, subject: Change['subject'], key: string, sign: string): TaskPlace[] => {
    const named = new Set(
      mentions
        .filter((one) => one.revision_id === revisionId)
        .filter((one) =>
          one.kind === 'number-sign' ? one.key === sign : one.kind === subject && one.key === key,
        )
        .map((one) => one.place),
    );
    const of = (rows: typeof steps, isStep: boolean) =>
      rows
        .filter((row) => row.revision_id === revisionId && named.has(row.key))
        .map(({ key: place, title }) => ({ key: place, title, isStep }));
    return [...of(sections, false), ...of(steps, true)];
  };
}
