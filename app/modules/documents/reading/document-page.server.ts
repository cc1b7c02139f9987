import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Instant } from '#db/schema.ts';
import { readDocument } from './reading.server.ts';
import { revisionHead } from './revision-page.server.ts';

/** The revision of a document that is in force on a day, for the pages that are about it alone. */
export async function inForceHead(db: Db, actor: Actor, documentId: string, now: Instant) {
  const day: Day = dayOf(now);
  const { current } = await readDocument(db, actor, documentId, day);
  if (!current) throw new NotFound();
  return revisionHead(db, actor, current.revision_id, day);
}
