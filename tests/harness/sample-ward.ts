import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockAt } from '#app/http/clock.ts';
import { type Installation, openInstallation } from '#app/http/installation.server.ts';
import { cacheFolder, stateOf, tidyCache } from '#tests/http/source-state.ts';
import { tellSampleYear } from '../../scripts/sample/sample-year.ts';

/** The day on which the told year ends. */
export const sampleToday = '2026-11-21T02:00:00.000Z';

/** The sample ward with its year behind it. Told once for a state of the sources, then copied. */
export async function copySampleWard(folder: string): Promise<void> {
  const template = join(cacheFolder, `sample-${stateOf('app', 'db', 'content', 'scripts/sample')}`);
  if (!existsSync(template)) {
    tidyCache();
    const unfinished = `${template}.${process.pid}`;
    const place = { dataFolder: unfinished, databaseUrl: join(unfinished, 'qms.sqlite'), demo: false };
    await tellSampleYear(place, sampleToday);
    // Two files of one run may tell it at once; the first one in place is as good as the other.
    if (!existsSync(template)) renameSync(unfinished, template);
    rmSync(unfinished, { recursive: true, force: true });
  }
  cpSync(template, folder, { recursive: true });
}

export interface OpenWard {
  ward: Installation;
  clock: ReturnType<typeof clockAt>;
  folder: string;
  close(): Promise<void>;
}

/** A copy of the sample ward, opened on the morning after its year. */
export async function openSampleWard(): Promise<OpenWard> {
  const folder = mkdtempSync(join(tmpdir(), 'ro-viec-sample-'));
  await copySampleWard(folder);
  const clock = clockAt(sampleToday);
  const ward = await openInstallation({ dataFolder: folder, databaseUrl: join(folder, 'qms.sqlite'), clock });
  return {
    ward,
    clock,
    folder,
    close: async () => {
      await ward.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
