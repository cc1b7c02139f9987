import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHeads } from '#app/modules/journal/head.ts';
import { headFile, readHeads } from '#app/modules/journal/heads.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { type Call, NotDone } from './call.ts';
import type { Office } from './office.ts';

/** The record against its journal, the journal against the heads of the data folder or of a copy kept elsewhere. */
export async function verifyVerb({ db, data }: Office, call: Call) {
  const heads = call.anchor === null ? await readHeads(headFile(data.path)) : await headsOf(call.anchor);
  return verifyJournal(db, {
    ...heads,
    readFile: (sha256) => readFile(join(data.files, sha256.slice(0, 2), sha256)).catch(() => null),
  });
}

async function headsOf(file: string) {
  try {
    return parseHeads(await readFile(file, 'utf8'));
  } catch {
    throw new NotDone(`${file}: the heads cannot be read.`);
  }
}
