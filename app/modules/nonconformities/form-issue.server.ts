import type { Day } from '#app/http/clock.ts';
import type { Db } from '#db/schema.ts';
import { foldCode } from '../documents/document-code.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';

/** Issue of a form of the agency in force on a day, as a record printed on it says; 1 while it holds none. */
export async function formIssueOn(db: Db, agencyId: string, code: string, day: Day): Promise<number> {
  const form = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select('revision.issue')
    .where('document.code_folded', '=', foldCode(code))
    .executeTakeFirst();
  return form?.issue ?? 1;
}
