import { readFileSync } from 'node:fs';
import { type GivenFile, readRecordFiles } from '#app/modules/documents/tthc/record-files.server.ts';
import { recordAdministrativeProcedures } from '#app/modules/documents/tthc/recording.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import type { Call } from './call.ts';
import { filesGiven } from './check-verb.ts';
import { type Office, writerOf } from './office.ts';

/** Reads records of the national portal from JSON files, zips of them and folders, and enters them unless it is a dry run. */
export async function importTthc(office: Office, call: Call) {
  const files = filesGiven(call.words.slice(2), /\.(json|zip)$/i);
  const writer = call.dryRun ? null : await writerOf(office, call);
  const { lines, records } = await readRecordFiles(opened(files), 'vi');
  if (writer) {
    const done = await inTransaction(office.db, (trx) =>
      recordAdministrativeProcedures(trx, writer, records, office.now),
    );
    process.stderr.write(`${done.added} added, ${done.changed} changed, ${done.same} the same.\n`);
  }
  return {
    value: lines,
    faults: lines.some((one) => one.findings.some((item) => item.severity === 'error')),
  };
}

/** One file in memory at a time. */
function* opened(files: readonly string[]): Generator<GivenFile> {
  for (const name of files) yield { name, bytes: readFileSync(name) };
}
