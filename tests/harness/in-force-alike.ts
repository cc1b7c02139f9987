import { addDays, type Day } from '#app/http/clock.ts';
import { revisionInForce } from '#app/modules/documents/in-force.ts';
import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { forceRecordOf } from '#app/modules/documents/revision-facts.server.ts';
import type { Db } from '#db/schema.ts';

/** Where the query and the pure rule disagree on what is in force, or more than one revision of a document is. */
export async function forceFaults(db: Db, agencyId: string, first: Day, days: number): Promise<string[]> {
  const documents = await db
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .execute();
  const records = new Map<string, Awaited<ReturnType<typeof forceRecordOf>>>();
  for (const { id } of documents) records.set(id, await forceRecordOf(db, id));
  const faults: string[] = [];
  for (let at = 0; at < days; at += 1) {
    const day = addDays(first, at);
    const rows = await inForceOn(db, agencyId, day).execute();
    for (const [id, record] of records) {
      const asked = rows.filter((row) => row.document_id === id).map((row) => row.revision_id);
      const told = [revisionInForce(record, day)].filter((one) => one !== null);
      if (asked.join() !== told.join()) faults.push(`${day} ${id}: ${asked.join()} but ${told.join()}`);
    }
  }
  return faults;
}
