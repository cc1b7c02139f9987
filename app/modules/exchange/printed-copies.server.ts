import { type CopyRoom, fileCopy } from '#app/modules/documents/printing/file-copy.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { plainName, TakenNames } from './archive.ts';
import type { PrintedCopy } from './told-documents.server.ts';

/** The file copies of all revisions in force on a day, one after another, as the copy of the record has them. */
export async function* printedCopies(
  room: Omit<CopyRoom, 'db'>,
  copy: Db,
  day: Day,
): AsyncGenerator<PrintedCopy> {
  const taken = new TakenNames();
  const agencies = await copy.selectFrom('agency').select('id').orderBy('id').execute();
  for (const { id: agencyId } of agencies) {
    const rows = await copy
      .selectFrom(inForceOn(copy, agencyId, day).as('current'))
      .innerJoin('document', 'document.id', 'current.document_id')
      .select(['current.revision_id', 'document.code'])
      .orderBy('document.code')
      .orderBy('document.id')
      .execute();
    for (const { revision_id, code } of rows) {
      const { bytes } = await fileCopy({ ...room, db: copy }, systemOf(agencyId), revision_id, day);
      const name = plainName(code ?? '', revision_id);
      yield { path: `copies/${taken.take(name, `${name}-${revision_id}`)}.pdf`, bytes };
    }
  }
}
