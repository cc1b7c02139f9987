import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { citizenOf } from '#app/permissions/actor.ts';
import { openDatabase } from '#db/connection.ts';
import { migrate } from '#db/migrator.ts';
import { systemClock } from './clock.ts';
import type { AppEnv } from './env.ts';
import type { AppServices } from './services.ts';

/** Opens what the program needs, in order, and gives the way to close it again. */
export async function openServices(
  env: AppEnv,
): Promise<{ services: AppServices; close: () => Promise<void> }> {
  mkdirSync(env.dataFolder, { recursive: true, mode: 0o700 });
  const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined });
  const clock = systemClock;
  const db = await openDatabase(env.databaseUrl);
  await migrate(db, clock.now());
  const services: AppServices = {
    env,
    db,
    clock,
    log,
    async findActor() {
      const agency = await db.selectFrom('agency').select('id').orderBy('recorded_at').executeTakeFirst();
      return citizenOf(agency?.id ?? '');
    },
  };
  return { services, close: () => db.destroy() };
}
