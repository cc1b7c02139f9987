import { type Day, dayOf } from '#app/http/clock.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { awaitingIn } from '../acknowledgement/asked-revisions.server.ts';
import { waitingOn } from '../acknowledgement/waiting.server.ts';
import { dayOfFulfilment } from './release.ts';

type Cause = 'acknowledged' | 'nobody-left';

/**
 * Writes the day of every waiting release whose readers have all acknowledged, with its journal entry: after an
 * acknowledgement (then only of the release of that revision), and daily, as somebody may have left.
 * @returns ids of the releases.
 */
export async function fulfilReleases(
  trx: Trx,
  actor: Actor,
  cause: Cause,
  now: Instant,
  revisionId?: string,
): Promise<string[]> {
  const items = await awaitingIn(trx, actor.agencyId)
    .orderBy('release.released_at')
    .orderBy('awaiting_item.id')
    .execute();
  const due = new Set(
    items
      .filter((one) => revisionId === undefined || one.revision_id === revisionId)
      .map((one) => one.release_id),
  );
  const met: string[] = [];
  for (const releaseId of due) {
    const own = items.filter((one) => one.release_id === releaseId);
    const documentIds = own.map((one) => one.document_id);
    const waiting = await waitingOn(trx, actor.agencyId, dayOf(now), { documentIds });
    if (waiting.some((one) => one.revision.releaseId === releaseId)) continue;
    await writeDay(trx, actor, { releaseId, items: own, cause }, now);
    met.push(releaseId);
  }
  return met;
}

async function writeDay(
  trx: Trx,
  actor: Actor,
  fulfilled: {
    releaseId: string;
    items: readonly { document_id: string; revision_id: string }[];
    cause: Cause;
  },
  now: Instant,
): Promise<void> {
  const { releaseId, items, cause } = fulfilled;
  const terms = await trx
    .selectFrom('release_terms')
    .select('not_before')
    .where('release_id', '=', releaseId)
    .executeTakeFirstOrThrow();
  const from: Day = dayOfFulfilment(terms.not_before, dayOf(now));
  const own = { agency_id: actor.agencyId, release_id: releaseId, in_force_from: from };
  await trx
    .insertInto('release_fulfilment')
    .values({ ...own, id: newId(), cause, fulfilled_at: now })
    .execute();
  for (const { document_id, revision_id } of items) {
    await trx
      .insertInto('release_item')
      .values({ ...own, id: newId(), document_id, revision_id, in_force_until: null })
      .execute();
  }
  await record(trx, actor, { action: 'release.fulfilled', object: { type: 'release', id: releaseId }, now });
  await trx
    .insertInto('outbox')
    .values({ id: newId(), kind: 'journal.anchor', payload: '{}', created_at: now, done_at: null })
    .execute();
}

/** The daily pass over all agencies; opens no transaction where nothing waits. */
export async function fulfilWaitingReleases(db: Db, now: Instant): Promise<void> {
  const agencies = await db.selectFrom('awaiting_item').select('agency_id').distinct().execute();
  for (const { agency_id: agencyId } of agencies) {
    const open = await awaitingIn(db, agencyId).select('awaiting_item.id').limit(1).execute();
    if (open.length === 0) continue;
    await inTransaction(db, (trx) => fulfilReleases(trx, systemOf(agencyId), 'nobody-left', now));
  }
}
