import { pino } from 'pino';
import { actorOf } from '#app/modules/accounts/session.server.ts';
import { systemClock } from './clock.ts';
import type { AppEnv } from './env.ts';
import { type Installation, openInstallation } from './installation.server.ts';
import type { AppServices } from './services.ts';
import { sessionToken } from './session-cookie.ts';

/** What the web needs beyond the installation itself. */
export function servicesOf(installation: Installation, env: AppEnv, log: AppServices['log']): AppServices {
  const { db, clock } = installation;
  return {
    ...installation,
    env,
    log,
    findActor: (cookie) => actorOf(db, sessionToken(cookie, env.secure), clock.now()),
  };
}

/** Opens the installation that the settings name, and gives the way to close it again. */
export async function openServices(
  env: AppEnv,
): Promise<{ services: AppServices; close: () => Promise<void> }> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: undefined });
  const installation = await openInstallation({ ...env, clock: systemClock });
  return { services: servicesOf(installation, env, log), close: installation.close };
}
