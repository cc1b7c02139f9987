import type { ImportedProcedure } from './imported-procedure.ts';
import { type ImportOptions, readProcedure } from './read-procedure.ts';
import { readWordFile } from './read-word-file.server.ts';
import { isRefusal, type ReadRefusal } from './word-document.ts';

/** One Word file in, what it says out; or one sentence saying why it was not read. */
export async function importProcedure(
  bytes: Buffer,
  file: string,
  options: ImportOptions,
): Promise<ImportedProcedure | ReadRefusal> {
  const document = await readWordFile(bytes, file, options.locale ?? 'vi');
  return isRefusal(document) ? document : readProcedure(document, options);
}
