import { createHash } from 'node:crypto';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export const scannedDecision = Buffer.from('%PDF-1.4 quyết định');

/** The row of a scanned decision, as an upload leaves it. */
export function storeFileRow(db: Db, actor: Actor, now: string): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = newId();
    await trx
      .insertInto('file')
      .values({
        id,
        agency_id: actor.agencyId,
        sha256: createHash('sha256').update(scannedDecision).digest('hex'),
        size: scannedDecision.length,
        media_type: 'application/pdf',
        name: 'quyet-dinh.pdf',
        object_type: 'release',
        object_id: '',
        uploaded_at: now,
        uploaded_by: actor.officerId ?? '',
      })
      .execute();
    await record(trx, actor, { action: 'file.stored', object: { type: 'file', id }, now });
    return id;
  });
}
