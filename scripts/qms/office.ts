import { writeFile } from 'node:fs/promises';
import { type Day, dayOf, isDay, systemClock } from '#app/http/clock.ts';
import { isDemoFolder } from '#app/http/data-folder.ts';
import { type AppEnv, readEnv } from '#app/http/env.ts';
import { type Installation, openInstallation } from '#app/http/installation.server.ts';
import { actorOfAccount, homeAgency } from '#app/modules/accounts/session.server.ts';
import type { Sheet } from '#app/pdf/sheet.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import type { Instant } from '#db/schema.ts';
import { type Call, NotDone, WrongUsage } from './call.ts';

/** An open installation, seen from the command line: whoever has the data folder reads everything of its agency. */
export interface Office extends Installation {
  agencyId: string;
  /** Reads; cannot sign. */
  reader: Actor;
  now: Instant;
  day: Day;
  /** Of every absolute link on paper. */
  origin: string;
}

/** Opens the data folder that the environment names, making it where it is empty (`--sample`: with the sample ward). */
export async function openOffice(call: Call): Promise<Office> {
  const env = readEnv(process.env);
  if (call.on !== null && !isDay(call.on)) throw new WrongUsage('--on must be a day, YYYY-MM-DD.');
  if (call.sample) await addSample(env);
  const installation = await openInstallation({ ...env, clock: systemClock });
  try {
    const agencyId =
      call.agency === null ? await homeAgency(installation.db) : await agencyOf(installation, call.agency);
    const now = installation.clock.now();
    const reader = systemOf(agencyId);
    return { ...installation, agencyId, reader, now, day: call.on ?? dayOf(now), origin: env.origin };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** The sample ward's year begins a year ago, so it needs a data folder in which nothing was recorded yet. */
async function addSample(env: AppEnv): Promise<void> {
  if (isDemoFolder(env.dataFolder)) return;
  // Loaded only here: other verbs answer sooner without it.
  const { isEmptyFolder, tellSampleYear } = await import('../sample/sample-year.ts');
  if (!isEmptyFolder(env.dataFolder))
    throw new NotDone('--sample needs an empty data folder: name one in QMS_DATA.');
  await tellSampleYear({ ...env, demo: true }, systemClock.now());
}

async function agencyOf({ db }: Installation, key: string): Promise<string> {
  const agency = await db.selectFrom('agency').select('id').where('key', '=', key).executeTakeFirst();
  if (!agency) throw new NotDone(`There is no agency with the key “${key}”.`);
  return agency.id;
}

/** Draws a sheet in the locked child and writes it where asked. */
export async function savePdf(office: Office, sheet: Sheet, file: string): Promise<void> {
  await writeFile(file, await office.pdf.render(sheet));
  process.stderr.write(`${file}\n`);
}

/** Who writes: the officer of `--as`. Only an office without any officer is set up without one. */
export async function writerOf(office: Office, call: Call): Promise<Actor> {
  const { db, agencyId, now } = office;
  if (call.as === null) {
    const someone = await db
      .selectFrom('officer')
      .select('id')
      .where('agency_id', '=', agencyId)
      .limit(1)
      .executeTakeFirst();
    if (someone) throw new WrongUsage('Say who writes: --as <officer key>.');
    return systemOf(agencyId);
  }
  const officer = await db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('key', '=', call.as)
    .executeTakeFirst();
  if (!officer) throw new NotDone(`There is no officer with the key “${call.as}”; see: qms officers.`);
  const account = await db
    .selectFrom('account')
    .select(['id', 'agency_id', 'officer_id', 'display_name'])
    .where('officer_id', '=', officer.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!account) throw new NotDone(`Officer “${call.as}” has no account, so there is nothing they may do.`);
  return actorOfAccount(db, account, now, null);
}
