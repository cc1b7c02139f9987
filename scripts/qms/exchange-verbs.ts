import { chmodSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '#app/http/clock.ts';
import { openDataFolder } from '#app/http/data-folder.ts';
import { readEnv } from '#app/http/env.ts';
import { exportEverything } from '#app/modules/exchange/exporting.server.ts';
import { importEverything } from '#app/modules/exchange/importing.server.ts';
import { printedCopies } from '#app/modules/exchange/printed-copies.server.ts';
import { isPostgresUrl, openDatabase } from '#db/connection.ts';
import { appVersion } from './app-version.ts';
import { type Call, WrongUsage } from './call.ts';
import type { Office } from './office.ts';

/** The whole record as a zip that people can read, with copies of what is in force. */
export async function exportVerb(office: Office, call: Call) {
  const file = fileOf(call, 1);
  const { db, data, press, pdf, origin, now, day } = office;
  const source = { db, dataFolder: data.path, filesFolder: data.files, appVersion: appVersion() };
  const room = { press, pdf, folder: join(data.path, 'copies'), origin };
  const printed = (copy: typeof db, on: string) => printedCopies(room, copy, on);
  return exportEverything(source, file, { day, passwords: 'kept', printed }, now);
}

/** Opens the place itself: an installation would found an office in it first. */
export async function importEverythingVerb(call: Call) {
  const file = fileOf(call, 2);
  const env = readEnv(process.env);
  const data = openDataFolder(env.dataFolder);
  const db = await openDatabase(env.databaseUrl);
  try {
    if (!isPostgresUrl(env.databaseUrl)) chmodSync(env.databaseUrl, 0o600);
    const target = { db, dataFolder: data.path, filesFolder: data.files };
    return await importEverything(target, file, systemClock.now());
  } finally {
    await db.destroy();
  }
}

function fileOf(call: Call, at: number): string {
  const file = call.words[at];
  if (!file || call.words[at + 1] !== undefined)
    throw new WrongUsage(`Name one file: ${call.words.slice(0, at).join(' ')} <file.zip>.`);
  return resolve(file);
}
