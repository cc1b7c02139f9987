import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import type { Place } from '../../search/words.ts';
import { awaitingIn } from '../acknowledgement/asked-revisions.server.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { basisStatusOn } from '../legal/basis-status.ts';

/** Who searches, and on which day. */
export interface Reader {
  db: Db;
  actor: Actor;
  on: Day;
}

/** An entry of the index that its reader may find. */
export interface Hit {
  id: number;
  subject: string;
  place: Place;
  code: string | null;
  title: string;
  titleEn: string | null;
  documentId: string | null;
  revisionId: string | null;
  legalBasisKey: string | null;
  state: string;
}

/** Those of the entries that the actor may find on the day. What may not be found is left out by the queries. */
export async function visibleAmong({ db, actor, on }: Reader, ids: readonly number[]): Promise<Hit[]> {
  if (ids.length === 0) return [];
  const ofDocuments = await revisionsAmong(db, actor, ids, on);
  const ofLegalBases = await legalBasesAmong(db, actor, ids);
  return [
    ...ofDocuments.map((row) => ({
      id: row.id,
      subject: row.document_id,
      place: row.place as Place, // written by the index only
      code: row.code ?? row.claimed_code,
      title: row.title_vi,
      titleEn: row.title_en,
      documentId: row.document_id,
      revisionId: row.revision_id,
      legalBasisKey: null,
      state: row.shown,
    })),
    ...ofLegalBases.map((row) => ({
      id: row.id,
      subject: row.basis,
      place: row.place as Place, // as above
      code: row.number_sign,
      title: row.title,
      titleEn: null,
      documentId: null,
      revisionId: null,
      legalBasisKey: row.key,
      state: basisStatusOn(row, on),
    })),
  ];
}

async function legalBasesAmong(db: Db, actor: Actor, ids: readonly number[]) {
  return db
    .selectFrom('search_entry as entry')
    .innerJoin(legalBasesNow(db, actor.agencyId).as('legal_basis'), 'legal_basis.id', 'entry.legal_basis_id')
    .select(['entry.id', 'entry.place', 'legal_basis.id as basis', 'legal_basis.key'])
    .select(['number_sign', 'title', 'status', 'in_force_from', 'in_force_until'])
    .where('entry.id', 'in', ids)
    .where('entry.agency_id', '=', actor.agencyId)
    .execute();
}

async function revisionsAmong(db: Db, actor: Actor, ids: readonly number[], on: Day) {
  const staff = may(actor, 'document.read-draft');
  let query = db
    .selectFrom('search_entry as entry')
    .innerJoin('revision', 'revision.id', 'entry.revision_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['entry.id', 'entry.place', 'revision.id as revision_id', 'revision.document_id'])
    .select('revision.state')
    .select(['revision.title_vi', 'revision.title_en', 'document.code', 'document.claimed_code'])
    .where('entry.id', 'in', ids)
    // Of the entry, not of the revision: an index on agencies would lead the planner astray.
    .where('entry.agency_id', '=', actor.agencyId);
  if (!staff) {
    query = query
      .where('revision.state', '=', 'released')
      .where('revision.is_public', '=', 1)
      .where('revision.confidentiality', '=', 'public');
  }
  const rows = await query.execute();
  const released = [...new Set(rows.filter((row) => row.state === 'released').map((row) => row.revision_id))];
  const inForce = await inForceAmong(db, actor, released, on);
  const waiting = staff ? await waitingAmong(db, actor, released) : new Set<string>();
  const toCome = staff ? await toComeAmong(db, released, on) : new Set<string>();
  return rows.flatMap((row) => {
    if (row.state !== 'released') return [{ ...row, shown: row.state }];
    if (inForce.has(row.revision_id)) return [{ ...row, shown: 'in-force' }];
    if (waiting.has(row.revision_id)) return [{ ...row, shown: 'awaiting-acknowledgement' }];
    return toCome.has(row.revision_id) ? [{ ...row, shown: 'not-yet-in-force' }] : [];
  });
}

async function inForceAmong(db: Db, actor: Actor, revisionIds: readonly string[], on: Day) {
  if (revisionIds.length === 0) return new Set<string>();
  const rows = await inForceOn(db, actor.agencyId, on)
    .where('release_item.revision_id', 'in', revisionIds)
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}

async function waitingAmong(db: Db, actor: Actor, revisionIds: readonly string[]): Promise<Set<string>> {
  if (revisionIds.length === 0) return new Set();
  const rows = await awaitingIn(db, actor.agencyId)
    .where('awaiting_item.revision_id', 'in', revisionIds)
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}

/** Released for a day to come, and not withdrawn before it. */
async function toComeAmong(db: Db, revisionIds: readonly string[], on: Day): Promise<Set<string>> {
  if (revisionIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .select('release_item.revision_id')
    .where('release_item.revision_id', 'in', revisionIds)
    .where('release_item.in_force_from', '>', on)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('withdrawal')
            .select('withdrawal.id')
            .whereRef('withdrawal.document_id', '=', 'release_item.document_id')
            .whereRef('withdrawal.recorded_at', '>=', 'release.released_at'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}
