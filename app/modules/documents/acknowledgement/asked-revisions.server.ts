import { type AliasedExpression, sql } from 'kysely';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';

/** Working days after the first day in force within which a text is acknowledged, unless its release says otherwise. */
export const usualDays = 5;

/** A released revision whose readers may be asked on a day. */
export interface AskedRevision {
  documentId: string;
  revisionId: string;
  releaseId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  issue: number;
  amendment: number;
  unitId: string | null;
  /** First day in force; null while it waits for its readers. */
  from: Day | null;
  releasedAt: Instant;
  /** Working days given to read it. */
  within: number;
}

export interface About {
  documentIds?: readonly string[] | undefined;
}

/**
 * Revisions with duties that are in force on a day, will be from a day to come, or wait until all have acknowledged
 * them; of each document in the order in which they take effect.
 */
export async function askedRevisions(
  db: Db | Trx,
  agencyId: string,
  day: Day,
  about: About = {},
): Promise<AskedRevision[]> {
  if (about.documentIds?.length === 0) return [];
  const rows = [
    ...(await described(db, inForceOn(db, agencyId, day).as('asked'), about)),
    ...(await described(db, toComeAfter(db, agencyId, day).as('asked'), about)),
    ...(await described(db, awaitingIn(db, agencyId).as('asked'), about)),
  ];
  return rows.sort((a, b) => inOrder(a.from ?? '9999-12-31', b.from ?? '9999-12-31'));
}

const inOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Released for a day to come and not withdrawn since. */
function toComeAfter(db: Db | Trx, agencyId: string, day: Day) {
  return db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .select(['release_item.document_id', 'release_item.revision_id', 'release_item.release_id'])
    .select(['release_item.in_force_from', 'release_item.in_force_until'])
    .where('release_item.agency_id', '=', agencyId)
    .where('release_item.in_force_from', '>', day)
    .where(notWithdrawnSince('release_item'));
}

/** Released on the condition that all acknowledge, while nothing has overtaken it. */
export function awaitingIn(db: Db | Trx, agencyId: string) {
  return db
    .selectFrom('awaiting_item')
    .innerJoin('release', 'release.id', 'awaiting_item.release_id')
    .select(['awaiting_item.document_id', 'awaiting_item.revision_id', 'awaiting_item.release_id'])
    .select([
      sql<Day | null>`cast(null as text)`.as('in_force_from'),
      sql<Day | null>`cast(null as text)`.as('in_force_until'),
    ])
    .where('awaiting_item.agency_id', '=', agencyId)
    .where(
      sql<boolean>`not exists (select 1 from release_fulfilment met where met.release_id = awaiting_item.release_id)`,
    )
    .where(notWithdrawnSince('awaiting_item'))
    .where(notOvertaken);
}

function notWithdrawnSince(item: 'release_item' | 'awaiting_item') {
  return sql<boolean>`not exists (select 1 from withdrawal gone where gone.document_id = ${sql.ref(`${item}.document_id`)}
    and gone.recorded_at >= release.released_at)`;
}

/** No later decision about the document: it takes the place of one that still waits. */
const notOvertaken = sql<boolean>`not exists (select 1 from release_item later join release newer on newer.id = later.release_id
    where later.document_id = awaiting_item.document_id and newer.released_at > release.released_at)
  and not exists (select 1 from awaiting_item later join release newer on newer.id = later.release_id
    where later.document_id = awaiting_item.document_id and newer.released_at > release.released_at)`;

interface AskedItem {
  document_id: string;
  revision_id: string;
  release_id: string;
  in_force_from: Day | null;
}

async function described(
  db: Db | Trx,
  asked: AliasedExpression<AskedItem, 'asked'>,
  { documentIds }: About,
): Promise<AskedRevision[]> {
  let query = db
    .selectFrom(asked)
    .innerJoin('revision', 'revision.id', 'asked.revision_id')
    .innerJoin('document', 'document.id', 'asked.document_id')
    .innerJoin('release', 'release.id', 'asked.release_id')
    .leftJoin('release_terms', 'release_terms.release_id', 'asked.release_id')
    .select(['asked.document_id as documentId', 'asked.revision_id as revisionId'])
    .select(['asked.release_id as releaseId', 'document.code', 'revision.title_vi as titleVi'])
    .select(['revision.title_en as titleEn', 'revision.issue', 'revision.amendment'])
    .select(['document.unit_id as unitId', 'asked.in_force_from as from'])
    .select(['release.released_at as releasedAt', 'release_terms.acknowledge_within as within'])
    .where((eb) =>
      eb.exists(eb.selectFrom('duty').select('duty.id').whereRef('duty.revision_id', '=', 'revision.id')),
    )
    .orderBy('document.code')
    .orderBy('revision.number');
  if (documentIds) query = query.where('asked.document_id', 'in', documentIds);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, within: row.within ?? usualDays }));
}
