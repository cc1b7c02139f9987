import type { Logger } from 'pino';
import type { Actor } from '#app/permissions/actor.ts';
import type { AppEnv } from './env.ts';
import type { Installation } from './installation.server.ts';

/** What the program owns while it runs; built once at start and handed to every request. */
export interface AppServices extends Omit<Installation, 'close'> {
  env: AppEnv;
  log: Logger;
  /** Where the pages of the handbook stand; null when there are none. */
  handbookFolder: string | null;
  /** Who sends a request with this `Cookie` header: the holder of the session, or the anonymous citizen. */
  findActor(cookieHeader: string | null): Promise<Actor>;
}
