import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '#app/modules/journal/canonical.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';

/** Where a file's bytes stand in the store: by their hash, never by a name somebody typed. */
export function pathInStore(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash);
}

/**
 * Puts bytes into the store before the row that names them: temporary file, fsync, rename, fsync of the folder. A crash
 * leaves at worst a file without a row, never a row without its file.
 * @returns the SHA-256 of the bytes.
 */
export async function putFile(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const path = pathInStore(folder, hash);
  const known = await stat(path).catch(() => null);
  if (known?.size === bytes.length) return hash;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const parent = await open(dirname(path), 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
  return hash;
}

/** The bytes of a stored file, or null when they are gone. */
export async function getFile(folder: string, hash: string): Promise<Uint8Array | null> {
  return readFile(pathInStore(folder, hash)).catch(() => null);
}

export interface StoredFile {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
  objectType: string;
  objectId: string;
}

const control = /[\p{Cc}\p{Cf}]/gu;

/** The row of a file whose bytes are in the store already. The caller's command records it in the journal. */
export async function addFile(trx: Trx, actor: Actor, input: StoredFile, now: Instant): Promise<string> {
  const id = newId();
  await trx
    .insertInto('file')
    .values({
      id,
      agency_id: actor.agencyId,
      sha256: input.sha256,
      size: input.size,
      media_type: input.mediaType,
      name: input.name.normalize('NFC').replace(control, '').slice(0, 200),
      object_type: input.objectType,
      object_id: input.objectId,
      uploaded_at: now,
      uploaded_by: actor.officerId ?? actor.name,
    })
    .execute();
  return id;
}
