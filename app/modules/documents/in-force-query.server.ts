import { sql } from 'kysely';
import type { Day, Db } from '#db/schema.ts';

/**
 * The revisions in force in an agency on a day, at most one a document: of the releases whose days cover it the one
 * that began last (then the one released last), unless the document was withdrawn by then. In force is this query on
 * dates, not a flag (ISO 9001:2015 7.5.3).
 */
export function inForceOn(db: Db, agencyId: string, day: Day) {
  return db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .select([
      'release_item.document_id',
      'release_item.revision_id',
      'release_item.release_id',
      'release_item.in_force_from',
      'release_item.in_force_until',
    ])
    .where('release_item.agency_id', '=', agencyId)
    .where('release_item.in_force_from', '<=', day)
    .where((eb) =>
      eb.or([eb('release_item.in_force_until', 'is', null), eb('release_item.in_force_until', '>=', day)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('withdrawal')
            .select('withdrawal.id')
            .whereRef('withdrawal.document_id', '=', 'release_item.document_id')
            .where('withdrawal.effective_from', '<=', day)
            .whereRef('withdrawal.recorded_at', '>=', 'release.released_at'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('release_item as later')
            .innerJoin('release as later_release', 'later_release.id', 'later.release_id')
            .select('later.id')
            .whereRef('later.document_id', '=', 'release_item.document_id')
            .where('later.in_force_from', '<=', day)
            .where(
              sql<boolean>`(later.in_force_from > release_item.in_force_from or (later.in_force_from = release_item.in_force_from
                and (later_release.released_at > release.released_at
                  or (later_release.released_at = release.released_at and later.id > release_item.id))))`,
            )
            // A release withdrawn before its first day supersedes nothing.
            .where(
              sql<boolean>`not exists (select 1 from withdrawal as gone where gone.document_id = later.document_id
                and gone.recorded_at >= later_release.released_at and gone.effective_from <= later.in_force_from)`,
            ),
        ),
      ),
    );
}
