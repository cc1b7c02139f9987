import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFound } from '#app/http/errors.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';

/** Content of a file, kept under its hash; the row that makes it part of the record comes after. */
export interface KeptFile {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

const signs: [string, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** What a file is by its first bytes, never by its name; null for what we do not keep. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  return signs.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

export function placeOfFile(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash);
}

/** Writes the bytes to the data folder before any row names them: write, fsync, rename. */
export async function keepFile(folder: string, bytes: Buffer, name: string): Promise<KeptFile | null> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return null;
  const hash = sha256(bytes);
  const place = placeOfFile(folder, hash);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const unfinished = `${place}.${process.pid}.${newId()}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, place);
  return { sha256: hash, size: bytes.length, mediaType, name: name.slice(0, 200) };
}

/** Makes a kept file part of the quality record. The journal entry comes with it. */
export async function recordFile(
  trx: Trx,
  actor: Actor,
  file: KeptFile,
  about: { type: string; id: string },
  now: Instant,
): Promise<string> {
  const id = newId();
  await trx
    .insertInto('file')
    .values({
      id,
      agency_id: actor.agencyId,
      sha256: file.sha256,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      object_type: about.type,
      object_id: about.id,
      uploaded_at: now,
      uploaded_by: actor.officerId ?? actor.name,
    })
    .execute();
  await record(trx, actor, { action: 'file.stored', object: { type: 'file', id }, now });
  return id;
}

/** The scan of a release's decision, for staff. */
export async function readDecisionFile(db: Db, actor: Actor, folder: string, fileId: string) {
  authorize(actor, 'document.read');
  const row = await db
    .selectFrom('file')
    .innerJoin('release', 'release.file_id', 'file.id')
    .select(['file.sha256', 'file.media_type', 'file.name'])
    .where('file.id', '=', fileId)
    .where('file.agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { ...row, bytes: await readFile(placeOfFile(folder, row.sha256)) };
}
