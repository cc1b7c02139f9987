import { readFile } from 'node:fs/promises';
import { getFile } from '#app/modules/files/file-store.server.ts';
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
    readFile: (sha256) => getFile(data.files, sha256),
  });
}

async function headsOf(file: string) {
  try {
    return parseHeads(await readFile(file, 'utf8'));
  } catch {
    throw new NotDone(`${file}: the heads cannot be read.`);
  }
}
