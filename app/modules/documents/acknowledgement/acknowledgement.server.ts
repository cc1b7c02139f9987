import { dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { officersFilling, officersTouched, staffingOn } from './officers-touched.server.ts';

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
    .select(['revision.title_en as titleEn', 'revision.field', 'current.in_force_from as inForceFrom'])
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
  const { officerId } = actor;
  const roles = await rolesNamedBy(
    db,
    open.map((row) => row.revisionId),
  );
  const staffing = await staffingOn(db, actor.agencyId, day);
  return open.filter((row) => {
    const named = roles.get(row.revisionId) ?? new Set<string>();
    return officersFilling(named, row.field, staffing).includes(officerId);
  });
}

/** Role keys that each revision gives a duty to. */
async function rolesNamedBy(db: Db, revisionIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const roles = new Map<string, Set<string>>();
  if (revisionIds.length === 0) return roles;
  const rows = await db
    .selectFrom('duty')
    .select(['revision_id', 'role_key'])
    .distinct()
    .where('revision_id', 'in', revisionIds)
    .execute();
  for (const row of rows)
    roles.set(row.revision_id, (roles.get(row.revision_id) ?? new Set()).add(row.role_key));
  return roles;
}
