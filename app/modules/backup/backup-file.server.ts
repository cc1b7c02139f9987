import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#app/http/errors.ts';

/**
 * A backup is an SQLite file with one line after its last page: the SHA-256 of everything before it. SQLite reads past
 * it, and not one byte of the file can change unseen.
 */
const sealPattern = /^\nro-viec-backup 1 ([0-9a-f]{64})\n$/;
const sealLength = '\nro-viec-backup 1 \n'.length + 64;

async function hashOf(file: string, length: number): Promise<string> {
  const hash = createHash('sha256');
  if (length > 0) await pipeline(createReadStream(file, { end: length - 1 }), hash);
  else hash.end();
  return hash.digest('hex');
}

export async function seal(file: string): Promise<void> {
  const { size } = await stat(file);
  const hash = await hashOf(file, size);
  const handle = await open(file, 'a');
  try {
    await handle.writeFile(`\nro-viec-backup 1 ${hash}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder outlast a power failure. */
export async function syncFolderOf(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Copies what is under the seal, after the seal was found to fit.
 * @throws Refused when the file is missing, no backup, or not as it was made.
 */
export async function unseal(file: string, to: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Refused('backup.refusal.no-file', { file });
  const length = found.size - sealLength;
  const written = length > 0 ? sealPattern.exec(await lastOf(file, length)) : null;
  if (!written) throw new Refused('backup.refusal.not-a-backup', { file });
  if ((await hashOf(file, length)) !== written[1]) throw new Refused('backup.refusal.changed', { file });
  await pipeline(createReadStream(file, { end: length - 1 }), createWriteStream(to, { mode: 0o600 }));
}

async function lastOf(file: string, from: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(sealLength), 0, sealLength, from);
    return buffer.toString('latin1');
  } finally {
    await handle.close();
  }
}
