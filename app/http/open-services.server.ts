import { join } from 'node:path';
import { pino } from 'pino';
import { issueFirstAdminLink, needsFirstAdmin } from '#app/modules/accounts/invitation.server.ts';
import { actorOf, homeAgency } from '#app/modules/accounts/session.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { systemClock } from './clock.ts';
import { isDemoFolder } from './data-folder.ts';
import { type AppEnv, UnusableSetting } from './env.ts';
import { hasHandbook } from './handbook.server.ts';
import { contentFolder, type Installation, openInstallation } from './installation.server.ts';
import type { AppServices } from './services.ts';
import { sessionToken } from './session-cookie.ts';

/** What the web needs beyond the installation itself. */
export function servicesOf(installation: Installation, env: AppEnv, log: AppServices['log']): AppServices {
  const { db, clock } = installation;
  const handbook = join(contentFolder(), 'handbook');
  return {
    ...installation,
    env,
    log,
    handbookFolder: hasHandbook(handbook) ? handbook : null,
    findActor: (cookie) => actorOf(db, sessionToken(cookie, env.secure), clock.now()),
  };
}

/** How often the program looks for work that a transaction left behind, and signs the day's head of the journal. */
const settleEvery = 60_000;

/**
 * Opens the installation that the settings name, and gives the way to close it again.
 * @throws UnusableSetting when a data folder of the demonstration is opened for real work, or the other way round.
 */
export async function openServices(
  env: AppEnv,
  options: { demo: boolean } = { demo: false },
): Promise<{ services: AppServices; close: () => Promise<void> }> {
  if (isDemoFolder(env.dataFolder) && !options.demo) throw new UnusableSetting(demoFolderRefused.join('\n'));
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
  const installation = await openInstallation({ ...env, clock: systemClock });
  const timer = setInterval(() => {
    installation.settle().catch((error: unknown) => log.error({ err: error }, 'settling failed'));
  }, settleEvery);
  timer.unref();
  const close = async () => {
    clearInterval(timer);
    await installation.close();
  };
  return { services: servicesOf(installation, env, log), close };
}

/** A one-time address for the first administrator; null once there is one. Printed at start, kept nowhere. */
export async function firstAdminAddress(services: AppServices): Promise<string | null> {
  const agencyId = await homeAgency(services.db);
  if (!(await needsFirstAdmin(services.db, agencyId))) return null;
  const now = services.clock.now();
  const token = await inTransaction(services.db, (trx) => issueFirstAdminLink(trx, agencyId, now));
  return `${services.env.origin}/welcome/${token}`;
}

const demoFolderRefused = [
  'This data folder was made by npm run demo, where everyone signs in with one click: name another folder in QMS_DATA.',
  'Thư mục dữ liệu này do npm run demo tạo, nơi ai cũng đăng nhập bằng một lần bấm: hãy ghi thư mục khác vào QMS_DATA.',
];
