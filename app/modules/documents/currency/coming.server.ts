import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import type { Change } from './change.ts';
import { willDepend } from './dependent.ts';
import { subjectNames } from './tasks.server.ts';
import { knownChanges, watchedDocuments } from './watched.server.ts';

export interface ComingChange {
  change: Change;
  name: string;
  title: string;
  byName: string | null;
  documents: { id: string; code: string | null; titleVi: string; titleEn: string | null }[];
}

/** Law that begins, ends or changes on a day to come, nearest first, with the documents that will have to follow. */
export async function comingChanges(db: Db, actor: Actor, day: Day): Promise<ComingChange[]> {
  authorize(actor, 'currency.read');
  const changes = (await knownChanges(db, actor.agencyId)).filter((change) => change.effect > day);
  const watched = await watchedDocuments(db, actor.agencyId, changes);
  const name = await subjectNames(db, actor.agencyId);
  const will = changes.map((change) => ({
    change,
    documents: watched.filter((document) => willDepend(document, change, day)).map((one) => one.id),
  }));
  const current = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['document.id', 'document.code', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .where('document.id', 'in', ['', ...will.flatMap((one) => one.documents)])
    .orderBy('document.code')
    .execute();
  return will
    .map(({ change, documents }) => {
      const { sign, title } = name(change.subject, change.key);
      return {
        ...{ change, name: sign, title },
        byName: change.by === null ? null : name('legal-basis', change.by).sign,
        documents: current.filter((one) => documents.includes(one.id)),
      };
    })
    .sort((a, b) => (a.change.effect < b.change.effect ? -1 : a.change.effect > b.change.effect ? 1 : 0));
}
