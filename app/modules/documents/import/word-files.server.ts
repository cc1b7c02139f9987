import type { WordFile } from './read-procedures.server.ts';

/** The files of an upload form; an empty file field sends a file without name. */
export async function wordFilesOf(form: FormData): Promise<WordFile[]> {
  const files: WordFile[] = [];
  for (const value of form.getAll('files')) {
    if (typeof value === 'string' || value.name === '') continue;
    files.push({ name: value.name.slice(0, 200), bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return files;
}
