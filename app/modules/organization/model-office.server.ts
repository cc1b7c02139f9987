import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

const day = z.string().refine(isDay, 'not a day');
/** YAML 1.2 reads `yes` as text. */
const yesNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]);
const named = { key: z.string().min(1), vi: z.string().min(1), en: z.string().min(1) };

const organizationFile = z.object({
  validFrom: day,
  units: z.array(z.object({ ...named, kind: z.string() })),
  positions: z.array(
    z.object({
      ...named,
      unit: z.string(),
      seats: z.number().int().min(0),
      head: yesNo.default(false),
      roles: z.array(z.string()),
    }),
  ),
  everyPosition: z.array(z.string()).default([]),
  authorities: z.array(z.object({ position: z.string(), kinds: z.array(z.string()) })),
});

const rolesFile = z.object({
  roles: z.array(
    z.object({
      ...named,
      kind: z.enum(['own', 'other-agency', 'applicant', 'body']),
      aliases: z.array(z.string()).default([]),
    }),
  ),
});

const calendarFile = z.object({
  holidays: z.array(z.object({ day, vi: z.string().min(1), en: z.string().min(1) })).default([]),
  swaps: z
    .array(z.object({ off: day, worked: day, vi: z.string().min(1), en: z.string().min(1) }))
    .default([]),
});

/** A day off or, for a week-end day worked in exchange, a day of work. */
interface ModelHoliday {
  day: string;
  kind: 'off' | 'work';
  vi: string;
  en: string;
}

export type ModelOffice = z.infer<typeof organizationFile> & {
  roles: z.infer<typeof rolesFile>['roles'];
  holidays: ModelHoliday[];
};

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}

function readCalendars(folder: string): ModelHoliday[] {
  if (!existsSync(folder)) return [];
  const days = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const { holidays, swaps } = readYaml(join(folder, name), calendarFile);
      return [
        ...holidays.map(({ day, vi, en }): ModelHoliday => ({ day, kind: 'off', vi, en })),
        ...swaps.map(({ off, vi, en }): ModelHoliday => ({ day: off, kind: 'off', vi, en })),
        ...swaps.map(({ worked, vi, en }): ModelHoliday => ({ day: worked, kind: 'work', vi, en })),
      ];
    });
  return [...new Map(days.map((one) => [one.day, one])).values()];
}

/**
 * The starter organisation of an office, read from `content`: units, positions, roles, authorities, holidays; no persons.
 * Read before the transaction that founds the agency.
 * @throws with file and place when a file does not have the expected shape.
 */
export function readModelOffice(contentFolder: string): ModelOffice {
  const library = join(contentFolder, 'library');
  return {
    ...readYaml(join(library, 'organization.yaml'), organizationFile),
    ...readYaml(join(library, 'roles.yaml'), rolesFile),
    holidays: readCalendars(join(contentFolder, 'calendars')),
  };
}
