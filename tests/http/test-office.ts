import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clockAt } from '#app/http/clock.ts';
import { openInstallation } from '#app/http/installation.server.ts';
import { cacheFolder, stateOf, tidyCache } from './source-state.ts';

/** When the office of the tests was set up. */
export const foundedAt = '2026-11-21T01:00:00.000Z';

/**
 * Fills a folder with an office as the first start leaves it: the model ward and the starter library. Made once for a
 * state of the sources, then copied.
 */
export async function copyNewOffice(folder: string): Promise<void> {
  const template = join(cacheFolder, `office-${stateOf('app', 'db', 'content')}`);
  if (!existsSync(template)) {
    tidyCache();
    const unfinished = `${template}.${process.pid}`;
    const databaseUrl = join(unfinished, 'qms.sqlite');
    const office = await openInstallation({ dataFolder: unfinished, databaseUrl, clock: clockAt(foundedAt) });
    await office.close();
    if (!existsSync(template)) renameSync(unfinished, template);
    rmSync(unfinished, { recursive: true, force: true });
  }
  cpSync(template, folder, { recursive: true });
}
