import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { listCopies } from './copies.server.ts';
import { findFormInForce } from './form-fields.server.ts';
import { retentionNow } from './record-type.ts';
import { listRecordTypes } from './record-types.server.ts';

/** What a document's page says of records: can it be filled in, what does its text keep, which copies are out on paper. */
export async function recordsOfDocument(db: Db, actor: Actor, documentId: string, day: Day) {
  authorize(actor, 'record.read');
  const form = await findFormInForce(db, actor, { documentId }, day);
  const types = await listRecordTypes(db, actor, day, documentId);
  const copies = await listCopies(db, actor, day, documentId);
  return {
    copies: {
      out: copies.filter((copy) => copy.state === 'out').length,
      toRecall: copies.filter((copy) => copy.state === 'to-recall').length,
    },
    form: form?.code ? { code: form.code } : null,
    types: types.map((type) => ({ key: type.key, name: type.name, retention: retentionNow(type) })),
  };
}
export type DocumentUse = Awaited<ReturnType<typeof recordsOfDocument>>;
