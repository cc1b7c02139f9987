import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createTextPress, type TextPress } from '#app/mdx/text-press.ts';
import { readFees, recordStarterFees } from '#app/modules/documents/fees/starter-fees.server.ts';
import { readLegalBases, recordLegalBases } from '#app/modules/documents/legal/legal-register.server.ts';
import { importLibrary, readLibrary } from '#app/modules/documents/library.server.ts';
import { fulfilWaitingReleases } from '#app/modules/documents/release/fulfilment.server.ts';
import { anchorJournal, headFile, readHeads } from '#app/modules/journal/heads.server.ts';
import { foundAgency } from '#app/modules/organization/founding.server.ts';
import { readModelOffice } from '#app/modules/organization/model-office.server.ts';
import { createPdfPress, type PdfPress } from '#app/pdf/renderer.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { isPostgresUrl, openDatabase } from '#db/connection.ts';
import { migrate } from '#db/migrator.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { agencyTimeZone, type Clock, dayOf } from './clock.ts';
import { dailyWork } from './daily-work.server.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';

/** Database, presses and data folder of one installation: what the web, the command line and the tests open alike. */
export interface Installation {
  db: Db;
  clock: Clock;
  data: DataFolder;
  press: TextPress;
  pdf: PdfPress;
  /** Carries out what committed transactions left to do; called after writes and by the clock. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** `content/` beside `app/` in the sources and beside `build/` in a built program. */
export function contentFolder(): string {
  const candidates = ['../../content', '../content'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(join(path, 'library', 'roles.yaml')));
  if (!found) throw new Error(`The folder content is missing (looked at ${candidates.join(' and ')}).`);
  return found;
}

export interface OfficeNames {
  key: string;
  nameVi: string;
  nameEn: string;
  province: { key: string; nameVi: string; nameEn: string };
}

/** What the first administrator renames. */
const modelWard: OfficeNames = {
  key: 'phuong-mau',
  nameVi: 'Ủy ban nhân dân phường mẫu',
  nameEn: 'People’s Committee of the Model Ward',
  province: {
    key: 'tinh-mau',
    nameVi: 'Ủy ban nhân dân tỉnh mẫu',
    nameEn: 'People’s Committee of the Model Province',
  },
};

const dayLength = 24 * 60 * 60 * 1000;

/**
 * Opens an installation; on an empty data folder first creates it: migrations, the model ward with its units, roles
 * and positions, the starter library. No persons, no password.
 */
export async function openInstallation(settings: {
  dataFolder: string;
  databaseUrl: string;
  clock: Clock;
  demo?: boolean;
  /** Names of the office that an empty data folder is founded for. */
  office?: OfficeNames;
}): Promise<Installation> {
  const { clock, databaseUrl } = settings;
  const data = openDataFolder(settings.dataFolder, { demo: settings.demo ?? false });
  const db = await openDatabase(databaseUrl);
  const press = createTextPress();
  const pdf = createPdfPress();
  const workOfTheDay = dailyWork(db, clock);
  try {
    await migrate(db, clock.now(), { snapshot: (version) => takeSnapshot(db, data, databaseUrl, version) });
    // Rights that somebody widened are narrowed again; a new file has them from its first byte.
    if (!isPostgresUrl(databaseUrl)) chmodSync(databaseUrl, 0o600);
    const known = await db.selectFrom('agency').select('id').limit(1).executeTakeFirst();
    if (!known) await foundOffice(db, press, settings.office ?? modelWard, clock.now());
    await workOfTheDay();
    await settleOutbox(db, data, clock.now());
  } catch (error) {
    await Promise.all([press.close(), pdf.close(), db.destroy()]);
    throw error;
  }
  return {
    db,
    clock,
    data,
    press,
    pdf,
    settle: async () => {
      await workOfTheDay();
      await settleOutbox(db, data, clock.now());
    },
    close: async () => {
      await settleOutbox(db, data, clock.now());
      await Promise.all([press.close(), pdf.close()]);
      await db.destroy();
    },
  };
}

async function takeSnapshot(db: Db, data: DataFolder, databaseUrl: string, version: number): Promise<void> {
  if (isPostgresUrl(databaseUrl)) return;
  const file = join(data.snapshots, `schema-${version}-${Date.now()}.sqlite`);
  await sql`vacuum into ${file}`.execute(db);
  chmodSync(file, 0o600);
}

async function foundOffice(db: Db, press: TextPress, office: OfficeNames, now: Instant): Promise<void> {
  const content = contentFolder();
  const model = readModelOffice(content);
  const legal = readLegalBases(join(content, 'legal'));
  const fees = readFees(join(content, 'library', 'fees.yaml'));
  const texts = await readLibrary(press, join(content, 'library'));
  await inTransaction(db, async (trx) => {
    const agencyId = await foundAgency(
      trx,
      {
        key: office.key,
        kind: 'ward',
        nameVi: office.nameVi,
        nameEn: office.nameEn,
        numberSign: 'UBND',
        edition: '2015',
        timeZone: agencyTimeZone,
        legalGround: 'Quyết định 19/2014/QĐ-TTg, Điều 2 khoản 2 điểm c',
        province: office.province,
        model,
      },
      now,
    );
    const actor = systemOf(agencyId);
    await recordLegalBases(trx, actor, legal, now);
    await recordStarterFees(trx, actor, fees, dayOf(now), now);
    const outcome = await importLibrary(trx, actor, texts, now);
    const refused = outcome.left[0];
    if (refused)
      throw new Error(`The starter library holds a text that is refused: ${refused.file}: ${refused.reason}`);
  });
}

/** Releases that wait for nobody any more get their day. Signs a head of the journal after a release and at least daily. A row is done only when its work is done. */
async function settleOutbox(db: Db, data: DataFolder, now: Instant): Promise<void> {
  await fulfilWaitingReleases(db, now);
  const open = await db
    .selectFrom('outbox')
    .select(['id', 'kind'])
    .where('done_at', 'is', null)
    .limit(500)
    .execute();
  const asked = open.filter((row) => row.kind === 'journal.anchor').map((row) => row.id);
  const last = (await readHeads(headFile(data.path))).heads.at(-1);
  const overdue = !last || Date.parse(now) - Date.parse(last.at) >= dayLength;
  if (asked.length === 0 && !overdue) return;
  await anchorJournal(db, { dataFolder: data.path, signingKey: data.signingKey, origin: 'ro-viec' }, now);
  if (asked.length === 0) return;
  await inTransaction(db, (trx) =>
    trx.updateTable('outbox').set({ done_at: now }).where('id', 'in', asked).execute(),
  );
}
