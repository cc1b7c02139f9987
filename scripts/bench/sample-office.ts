import { join } from 'node:path';
import { openSession } from '#app/modules/accounts/session.server.ts';
import { openDatabase } from '#db/connection.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { tellSampleYear } from '../sample/sample-year.ts';
import { newFolder } from './started-program.ts';

export interface SampleOffice {
  dataFolder: string;
  databaseUrl: string;
}

let made: Promise<SampleOffice> | undefined;

/** The sample ward with its year, told once a run in a folder of its own. */
export function sampleOffice(): Promise<SampleOffice> {
  made ??= tell();
  return made;
}

async function tell(): Promise<SampleOffice> {
  process.stderr.write('  telling the sample ward’s year…\n');
  const dataFolder = newFolder();
  const databaseUrl = join(dataFolder, 'qms.sqlite');
  await tellSampleYear({ dataFolder, databaseUrl, demo: true }, new Date().toISOString());
  return { dataFolder, databaseUrl };
}

export async function withDatabase<T>(office: SampleOffice, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(office.databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

export function documentOf(office: SampleOffice, code: string): Promise<string> {
  return withDatabase(office, async (db) => {
    const row = await db
      .selectFrom('document')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return row.id;
  });
}

/** The `Cookie` header of somebody of the sample ward who has signed in. */
export function signedIn(office: SampleOffice, officerKey: string): Promise<string> {
  return withDatabase(office, async (db) => {
    const account = await db
      .selectFrom('account')
      .innerJoin('officer', 'officer.id', 'account.officer_id')
      .select('account.id')
      .where('officer.key', '=', officerKey)
      .executeTakeFirstOrThrow();
    const now = new Date().toISOString();
    const client = { address: '127.0.0.1', browser: 'bench' };
    return `session=${await inTransaction(db, (trx) => openSession(trx, account.id, client, now))}`;
  });
}
