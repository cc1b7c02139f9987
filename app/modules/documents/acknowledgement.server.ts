import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { delegatedOn, heldOn, mappedOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from './in-force-query.server.ts';
import { getRevision } from './revision-record.server.ts';

/** Officers whose duties a revision touches on a day, by appointment or by delegation. */
export async function officersTouched(
  db: Db | Trx,
  agencyId: string,
  revisionId: string,
  day: Day,
): Promise<string[]> {
  const revision = await db
    .selectFrom('revision')
    .select('field')
    .where('id', '=', revisionId)
    .executeTakeFirst();
  const roles = await db
    .selectFrom('duty')
    .select('role_key')
    .distinct()
    .where('revision_id', '=', revisionId)
    .execute();
  const keys = new Set(roles.map((row) => row.role_key));
  const mappings = (await mappedOn(db, agencyId, day).execute()).filter((mapping) =>
    keys.has(mapping.role_key),
  );
  const positions = new Set<string>();
  for (const key of keys) {
    const all = mappings.filter((mapping) => mapping.role_key === key);
    const ofField = all.filter((mapping) => mapping.field !== null && mapping.field === revision?.field);
    const chosen = ofField.length > 0 ? ofField : all.filter((mapping) => mapping.field === null);
    for (const mapping of chosen) positions.add(mapping.position_id);
  }
  const officers = new Set<string>();
  for (const held of await heldOn(db, agencyId, day).execute()) {
    if (positions.has(held.position_id)) officers.add(held.officer_id);
  }
  for (const delegation of await delegatedOn(db, agencyId, day).execute()) {
    const delegated: string[] = JSON.parse(delegation.role_keys); // written by recordDelegation only
    if (delegated.some((key) => keys.has(key)) && officers.has(delegation.from_officer_id)) {
      officers.add(delegation.to_officer_id);
    }
  }
  return [...officers].sort();
}

/** The officer has read and understood the revision in force: one row, never changed, bound to what was shown. */
export async function acknowledgeRevision(
  trx: Trx,
  actor: Actor,
  input: { revisionId: string; seenHash: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'revision.acknowledge');
  if (!actor.officerId) throw new Refused('documents.refusal.no-officer');
  const revision = await getRevision(trx, actor, input.revisionId);
  if (revision.state !== 'released') throw new Refused('documents.refusal.not-released');
  if (revision.source_sha256 !== input.seenHash) throw new Refused('documents.refusal.text-changed');
  const known = await trx
    .selectFrom('acknowledgement')
    .select('id')
    .where('revision_id', '=', revision.id)
    .where('officer_id', '=', actor.officerId)
    .executeTakeFirst();
  if (known) return;
  const sections = await trx
    .selectFrom('section')
    .select('key')
    .where('revision_id', '=', revision.id)
    .orderBy('sort')
    .execute();
  const id = newId();
  await trx
    .insertInto('acknowledgement')
    .values({
      id,
      agency_id: actor.agencyId,
      revision_id: revision.id,
      officer_id: actor.officerId,
      sections: canonical(sections.map((section) => section.key)),
      content_sha256: revision.source_sha256,
      acknowledged_at: now,
    })
    .execute();
  await record(trx, actor, {
    action: 'revision.acknowledged',
    object: { type: 'revision', id: revision.id },
    now,
  });
}

export interface AcknowledgementRow {
  officerId: string;
  officerName: string;
  acknowledgedAt: Instant | null;
}

/** Who has and who has not acknowledged the revision of those it touches (BM-01-05). */
export async function listAcknowledgements(
  db: Db,
  actor: Actor,
  revisionId: string,
  now: Instant,
): Promise<AcknowledgementRow[]> {
  authorize(actor, 'acknowledgement.read');
  const revision = await getRevision(db, actor, revisionId);
  if (revision.state !== 'released') throw new NotFound();
  const asked = await officersTouched(db, actor.agencyId, revision.id, dayOf(now));
  const given = await db
    .selectFrom('acknowledgement')
    .select(['officer_id', 'acknowledged_at'])
    .where('revision_id', '=', revision.id)
    .execute();
  const ids = [...new Set([...asked, ...given.map((row) => row.officer_id)])];
  if (ids.length === 0) return [];
  const officers = await db.selectFrom('officer').select(['id', 'name']).where('id', 'in', ids).execute();
  const at = new Map(given.map((row) => [row.officer_id, row.acknowledged_at]));
  const order = new Intl.Collator('vi');
  return officers
    .map((officer) => ({
      officerId: officer.id,
      officerName: officer.name,
      acknowledgedAt: at.get(officer.id) ?? null,
    }))
    .sort((a, b) => order.compare(a.officerName, b.officerName));
}

/** Revisions in force today that touch the actor's duties and that the actor has not acknowledged yet. */
export async function awaitingMyAcknowledgement(db: Db, actor: Actor, now: Instant) {
  authorize(actor, 'revision.acknowledge');
  if (!actor.officerId) return [];
  const day = dayOf(now);
  const open = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select([
      'revision.id as revisionId',
      'document.id as documentId',
      'document.code',
      'revision.title_vi as titleVi',
    ])
    .select(['revision.title_en as titleEn', 'current.in_force_from as inForceFrom'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('acknowledgement')
            .select('acknowledgement.id')
            .whereRef('acknowledgement.revision_id', '=', 'revision.id')
            .where('acknowledgement.officer_id', '=', actor.officerId),
        ),
      ),
    )
    .where((eb) =>
      eb.exists(eb.selectFrom('duty').select('duty.id').whereRef('duty.revision_id', '=', 'revision.id')),
    )
    .orderBy('document.code')
    .execute();
  const mine: typeof open = [];
  for (const row of open) {
    const asked = await officersTouched(db, actor.agencyId, row.revisionId, day);
    if (asked.includes(actor.officerId)) mine.push(row);
  }
  return mine;
}
