import { sql } from 'kysely';
import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { awaitingIn } from '../acknowledgement/asked-revisions.server.ts';
import { tasksOn } from '../currency/tasks.server.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { nextReview } from '../periodic-review/periodic-review.ts';

export const registerPageSize = 50;

/** States of a row of the register on a day. */
export const registerStates = [
  'in-force',
  'awaiting',
  'not-yet',
  'in-preparation',
  'withdrawn',
  'expired',
] as const;
export type RegisterState = (typeof registerStates)[number];

export interface RegisterFilter {
  on: Day;
  kind?: string | undefined;
  unitId?: string | undefined;
  state?: RegisterState | undefined;
  /** Part of a code or title, compared folded. */
  words?: string | undefined;
  page?: number | undefined;
  sort?: 'code' | 'title' | 'in-force-from' | undefined;
}

export interface RegisterRow {
  documentId: string;
  code: string | null;
  claimedCode: string | null;
  kind: string;
  titleVi: string;
  titleEn: string | null;
  unitId: string | null;
  unitVi: string | null;
  unitEn: string | null;
  state: RegisterState;
  issue: number;
  amendment: number;
  inForceFrom: Day | null;
  /** The open revision beside the one in force, if any. */
  openRevisionId: string | null;
  openState: string | null;
  revisionId: string;
  isPublic: boolean;
  /** Day of its next periodic review; null where nothing is in force. */
  nextReview: Day | null;
  /** A legal basis or the administrative procedure under it has changed, and it has not followed yet. */
  groundChanged: boolean;
}

/** Every document of the agency with what it is on a day (BM-01-02): one row a document, bounded by pages. */
export async function listRegister(
  db: Db,
  actor: Actor,
  filter: RegisterFilter,
): Promise<{ rows: RegisterRow[]; total: number; page: number }> {
  const sorted = await wholeRegister(db, actor, filter);
  const page = Math.max(1, Math.min(filter.page ?? 1, Math.ceil(sorted.length / registerPageSize) || 1));
  return {
    rows: sorted.slice((page - 1) * registerPageSize, page * registerPageSize),
    total: sorted.length,
    page,
  };
}

/** The same without pages, for files and choices. */
export async function wholeRegister(db: Db, actor: Actor, filter: RegisterFilter): Promise<RegisterRow[]> {
  authorize(actor, 'document.read-public');
  const all = (await readRegister(db, actor, filter)).filter((row) => matches(row, filter));
  return all.sort(orderBy(filter.sort ?? 'code'));
}

async function readRegister(db: Db, actor: Actor, filter: RegisterFilter): Promise<RegisterRow[]> {
  const staff = may(actor, 'document.read');
  let query = db
    .selectFrom('document')
    .innerJoin('revision as latest', 'latest.document_id', 'document.id')
    .leftJoin(inForceOn(db, actor.agencyId, filter.on).as('current'), 'current.document_id', 'document.id')
    .leftJoin('revision as shown', 'shown.id', 'current.revision_id')
    .leftJoin('unit', 'unit.id', 'document.unit_id')
    .select((eb) => [
      'document.id as documentId',
      'document.code',
      'document.claimed_code as claimedCode',
      'document.kind',
      'document.unit_id as unitId',
      'unit.name_vi as unitVi',
      'unit.name_en as unitEn',
      'current.in_force_from as currentFrom',
      'shown.id as shownId',
      'shown.title_vi as shownVi',
      'shown.title_en as shownEn',
      'shown.issue as shownIssue',
      'shown.amendment as shownAmendment',
      'shown.is_public as shownPublic',
      'shown.review_interval as shownInterval',
      'latest.id as latestId',
      'latest.state as latestState',
      'latest.title_vi as latestVi',
      'latest.title_en as latestEn',
      'latest.issue as latestIssue',
      'latest.amendment as latestAmendment',
      eb
        .selectFrom('release_item')
        .select((one) => one.fn.min('release_item.in_force_from').as('next'))
        .whereRef('release_item.document_id', '=', 'document.id')
        .where('release_item.in_force_from', '>', filter.on)
        .as('nextFrom'),
      eb
        .selectFrom('withdrawal')
        .select((one) => one.fn.max('withdrawal.effective_from').as('gone'))
        .whereRef('withdrawal.document_id', '=', 'document.id')
        .where('withdrawal.effective_from', '<=', filter.on)
        .as('withdrawnFrom'),
      eb
        .selectFrom('periodic_review')
        .select((one) => one.fn.max('periodic_review.reviewed_on').as('last'))
        .whereRef('periodic_review.document_id', '=', 'document.id')
        .where('periodic_review.reviewed_on', '<=', filter.on)
        .as('lastReviewed'),
      eb
        .selectFrom(awaitingIn(db, actor.agencyId).as('waits'))
        .select('waits.revision_id')
        .whereRef('waits.document_id', '=', 'document.id')
        .as('waitingId'),
    ])
    .where('document.agency_id', '=', actor.agencyId)
    .where(
      sql<boolean>`latest.number = (select max(newest.number) from revision as newest where newest.document_id = document.id)`,
    );
  if (filter.kind) query = query.where('document.kind', '=', filter.kind);
  if (filter.unitId) query = query.where('document.unit_id', '=', filter.unitId);
  if (!staff) query = query.where('shown.is_public', '=', 1).where('shown.confidentiality', '=', 'public');
  const rows = await query.execute();
  const behind = new Set(
    staff ? (await tasksOn(db, actor.agencyId, filter.on)).map((task) => task.documentId) : [],
  );
  return rows.map((row) => {
    const inForce = row.shownId !== null;
    const waits = row.waitingId !== null && row.waitingId === row.latestId;
    const open = row.latestState !== 'released' || (inForce && waits);
    const state: RegisterState = inForce
      ? 'in-force'
      : row.withdrawnFrom
        ? 'withdrawn'
        : waits
          ? 'awaiting'
          : row.nextFrom
            ? 'not-yet'
            : open
              ? 'in-preparation'
              : 'expired';
    return {
      documentId: row.documentId,
      code: row.code,
      claimedCode: row.claimedCode,
      kind: row.kind,
      titleVi: row.shownVi ?? row.latestVi,
      titleEn: inForce ? row.shownEn : row.latestEn,
      unitId: row.unitId,
      unitVi: row.unitVi,
      unitEn: row.unitEn,
      state,
      issue: row.shownIssue ?? row.latestIssue,
      amendment: row.shownAmendment ?? row.latestAmendment,
      inForceFrom: row.currentFrom ?? (row.nextFrom || null),
      openRevisionId: staff && open ? row.latestId : null,
      openState: staff && open ? (waits ? 'awaiting-acknowledgement' : row.latestState) : null,
      revisionId: row.shownId ?? row.latestId,
      isPublic: row.shownPublic === 1,
      nextReview:
        row.currentFrom === null || row.shownInterval === null
          ? null
          : nextReview({
              inForceFrom: row.currentFrom,
              lastReviewed: row.lastReviewed || null,
              interval: row.shownInterval,
            }),
      groundChanged: inForce && behind.has(row.documentId),
    };
  });
}

function matches(row: RegisterRow, filter: RegisterFilter): boolean {
  if (filter.state && row.state !== filter.state) return false;
  if (!filter.words?.trim()) return true;
  const hay = fold(`${row.code ?? row.claimedCode ?? ''} ${row.titleVi} ${row.titleEn ?? ''}`);
  return fold(filter.words)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

function orderBy(sort: 'code' | 'title' | 'in-force-from') {
  return (a: RegisterRow, b: RegisterRow): number => {
    if (sort === 'title') return vietnamese.compare(a.titleVi, b.titleVi) || byCode(a, b);
    if (sort === 'in-force-from') {
      return (b.inForceFrom ?? '').localeCompare(a.inForceFrom ?? '') || byCode(a, b);
    }
    return byCode(a, b);
  };
}

function byCode(a: RegisterRow, b: RegisterRow): number {
  const [one, other] = [a.code ?? a.claimedCode ?? '\uffff', b.code ?? b.claimedCode ?? '\uffff'];
  return vietnamese.compare(one, other) || (a.documentId < b.documentId ? -1 : 1);
}
