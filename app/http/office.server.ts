import type { Day } from '#app/http/clock.ts';
import type { Db } from '#db/schema.ts';

/** Name of the office on a day, as the head of every page shows it; null before the office is set up. */
export async function officeOf(
  db: Db,
  agencyId: string,
  day: Day,
): Promise<{ vi: string; en: string } | null> {
  const row = await db
    .selectFrom('agency')
    .select(['name_vi', 'name_en'])
    .where('id', '=', agencyId)
    .where('valid_from', '<=', day)
    .executeTakeFirst();
  return row ? { vi: row.name_vi, en: row.name_en || row.name_vi } : null;
}
