import { NotFound, Refused } from '#app/http/errors.ts';
import { addFile, getFile, putFile } from '#app/modules/files/file-store.server.ts';
import { mediaTypeOf } from '#app/modules/files/media-type.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';

/** The scan of a decision, its bytes in the store; the row that makes it part of the record comes with the release. */
export interface DecisionScan {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/** Keeps the scan under its hash before any row names it. */
export async function keepScan(folder: string, bytes: Buffer, name: string): Promise<DecisionScan> {
  const mediaType = mediaTypeOf(name, bytes);
  if (mediaType === null) throw new Refused('documents.refusal.not-a-scan');
  return { sha256: await putFile(folder, bytes), size: bytes.length, mediaType, name };
}

export async function recordScan(
  trx: Trx,
  actor: Actor,
  scan: DecisionScan,
  revisionId: string,
  now: Instant,
): Promise<string> {
  const id = await addFile(trx, actor, { ...scan, objectType: 'revision', objectId: revisionId }, now);
  await record(trx, actor, { action: 'file.stored', object: { type: 'file', id }, now });
  return id;
}

/** The scan of a release's decision, for staff. */
export async function readDecisionScan(db: Db, actor: Actor, folder: string, fileId: string) {
  authorize(actor, 'document.read');
  const row = await db
    .selectFrom('file')
    .innerJoin('release', 'release.file_id', 'file.id')
    .select(['file.sha256', 'file.media_type', 'file.name'])
    .where('file.id', '=', fileId)
    .where('file.agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  const bytes = row ? await getFile(folder, row.sha256) : null;
  if (!row || !bytes) throw new NotFound();
  return { ...row, bytes };
}
