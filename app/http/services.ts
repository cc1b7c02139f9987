import type { Logger } from 'pino';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db } from '#db/schema.ts';
import type { Clock } from './clock.ts';
import type { AppEnv } from './env.ts';

/** What the program owns while it runs; built once at start and handed to every request. */
export interface AppServices {
  env: AppEnv;
  db: Db;
  clock: Clock;
  log: Logger;
  /** Who sends this request: the holder of the session, or the anonymous citizen. */
  findActor(request: Request): Promise<Actor>;
}
