import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { nextReview, type ReviewTime, reviewTime } from './periodic-review.ts';

export interface ReviewRow {
  documentId: string;
  revisionId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  unitId: string | null;
  unitVi: string | null;
  unitEn: string | null;
  inForceFrom: Day;
  lastReviewed: Day | null;
  next: Day;
  time: ReviewTime;
}

/** Units that an officer heads today: they hold the position of its head. */
export async function unitsHeaded(db: Db | Trx, actor: Actor): Promise<string[]> {
  if (actor.positionIds.length === 0) return [];
  const rows = await db
    .selectFrom('position')
    .select('unit_id')
    .where('agency_id', '=', actor.agencyId)
    .where('is_head', '=', 1)
    .where('id', 'in', [...actor.positionIds])
    .execute();
  return [...new Set(rows.map((row) => row.unit_id))];
}

/**
 * Documents in force by the day of their next review: all of them for quality officers and leaders, those of their
 * own unit for its head.
 */
export async function listReviews(db: Db, actor: Actor, day: Day): Promise<ReviewRow[]> {
  authorize(actor, 'periodic-review.read');
  const rows = await reviewRows(db, actor, day);
  if (may(actor, 'periodic-review.read-all')) return rows;
  const own = await unitsHeaded(db, actor);
  return rows.filter((row) => row.unitId !== null && own.includes(row.unitId));
}

async function reviewRows(db: Db, actor: Actor, day: Day): Promise<ReviewRow[]> {
  const rows = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .leftJoin('unit', 'unit.id', 'document.unit_id')
    .select((eb) => [
      'document.id as documentId',
      'revision.id as revisionId',
      'document.code',
      'revision.title_vi as titleVi',
      'revision.title_en as titleEn',
      'document.unit_id as unitId',
      'unit.name_vi as unitVi',
      'unit.name_en as unitEn',
      'current.in_force_from as inForceFrom',
      'revision.review_interval as interval',
      eb
        .selectFrom('periodic_review')
        .select((one) => one.fn.max('reviewed_on').as('last'))
        .whereRef('periodic_review.document_id', '=', 'document.id')
        .where('reviewed_on', '<=', day)
        .as('lastReviewed'),
    ])
    .orderBy('document.code')
    .limit(5000)
    .execute();
  return rows
    .map(({ interval, ...row }) => {
      const next = nextReview({ ...row, interval });
      return { ...row, next, time: reviewTime(next, day) };
    })
    .sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
}

/**
 * Reviews that wait for this person: those due of the units they head; a quality officer also those of units that
 * nobody heads, and of no unit.
 */
export async function reviewsWaitingFor(db: Db, actor: Actor, day: Day): Promise<ReviewRow[]> {
  if (!may(actor, 'periodic-review.record')) return [];
  const due = (await reviewRows(db, actor, day)).filter((row) => row.time !== 'later');
  if (due.length === 0) return [];
  const own = await unitsHeaded(db, actor);
  const headed = may(actor, 'periodic-review.record-any') ? await headedUnits(db, actor, day) : null;
  return due.filter((row) => {
    if (row.unitId !== null && own.includes(row.unitId)) return true;
    return headed !== null && (row.unitId === null || !headed.has(row.unitId));
  });
}

async function headedUnits(db: Db, actor: Actor, day: Day): Promise<Set<string>> {
  const rows = await db
    .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select('position.unit_id')
    .where('position.is_head', '=', 1)
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}
