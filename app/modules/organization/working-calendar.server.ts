import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { calendarOf, type WorkingCalendar } from './working-days.ts';

const calendarYear = z.object({
  year: z.number().int(),
  holidays: z.array(z.object({ day: z.string() })),
  swaps: z.array(z.object({ off: z.string(), worked: z.string() })),
});

/** `content/` beside `app/` in the sources and beside `build/` in a built program. */
const candidates = ['../../../content', '../../content', '../content'];

let read: WorkingCalendar | undefined;

/** Days off and swapped days of the years that are known; read once. Of other years only weekends are. */
export function workingCalendar(): WorkingCalendar {
  read ??= calendarOf(readYears());
  return read;
}

function readYears() {
  const folder = candidates
    .map((path) => join(fileURLToPath(new URL(path, import.meta.url)), 'calendars'))
    .find((path) => existsSync(path));
  if (!folder) throw new Error('The folder content/calendars is missing.');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => calendarYear.parse(parse(readFileSync(join(folder, name), 'utf8'))));
}
