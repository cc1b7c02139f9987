import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '#app/http/clock.ts';
import { openDataFolder } from '#app/http/data-folder.ts';
import { readEnv } from '#app/http/env.ts';
import { makeBackup } from '#app/modules/backup/making.server.ts';
import { restoreBackup } from '#app/modules/backup/restoring.server.ts';
import { isPostgresUrl, openDatabase } from '#db/connection.ts';
import { appVersion } from './app-version.ts';
import { type Call, WrongUsage } from './call.ts';
import type { Office } from './office.ts';

export async function backupVerb(office: Office, call: Call) {
  const file = fileOf(call);
  const { db, data, now } = office;
  const source = { db, dataFolder: data.path, filesFolder: data.files, appVersion: appVersion() };
  return makeBackup(source, file, now);
}

/** Opens the place itself: an installation would found an office in it first. */
export async function restoreVerb(call: Call) {
  const file = fileOf(call);
  const env = readEnv(process.env);
  const data = openDataFolder(env.dataFolder);
  const db = await openDatabase(env.databaseUrl);
  try {
    if (!isPostgresUrl(env.databaseUrl)) chmodSync(env.databaseUrl, 0o600);
    const target = { db, dataFolder: data.path, filesFolder: data.files };
    return await restoreBackup(target, file, systemClock.now());
  } finally {
    await db.destroy();
  }
}

function fileOf(call: Call): string {
  const [verb, file, more] = call.words;
  if (!file || more !== undefined) throw new WrongUsage(`Name one file: ${verb} <file>.`);
  return resolve(file);
}
