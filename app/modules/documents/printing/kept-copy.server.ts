import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '#app/modules/journal/canonical.ts';

/** What was made from the same content before, or makes it and keeps it by the hash of that content. */
export async function keptCopy(
  folder: string,
  ending: 'pdf' | 'docx',
  content: object,
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const kept = join(folder, `${sha256(JSON.stringify(content))}.${ending}`);
  const known = await readFile(kept).catch(() => null);
  if (known) return known;
  const bytes = await make();
  await keptFile(kept, bytes);
  return bytes;
}

/** Puts a finished file into the folder of copies: whole under its name, or not at all. */
export async function keptFile(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.${process.pid}`, bytes, { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
}
