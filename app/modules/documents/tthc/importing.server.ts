import type { Locale } from '#app/i18n/locale.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { type GivenFile, type RecordLine, readRecordFiles } from './record-files.server.ts';
import { type RecordingOutcome, recordAdministrativeProcedures } from './recording.server.ts';

/** The files of an upload form; an empty file field sends a file without name. */
export async function recordFilesOf(form: FormData): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const value of form.getAll('files')) {
    if (typeof value === 'string' || value.name === '') continue;
    files.push({ name: value.name.slice(0, 200), bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return files;
}

/** Reads uploaded records and enters them, all or nothing; what could not be read is told and left out. */
export async function importRecords(
  db: Db,
  actor: Actor,
  files: readonly GivenFile[],
  now: Instant,
  locale: Locale,
): Promise<{ outcome: RecordingOutcome; lines: RecordLine[] }> {
  authorize(actor, 'administrative-procedure.maintain');
  const { lines, records } = await readRecordFiles(files, locale);
  const outcome = await inTransaction(db, (trx) => recordAdministrativeProcedures(trx, actor, records, now));
  return { outcome, lines };
}
