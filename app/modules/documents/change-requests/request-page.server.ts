import { type Day, dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import {
  missingOpinions,
  type OpinionPart,
  type RequestFacts,
  refusalToCancel,
  refusalToDecide,
  refusalToOpine,
  refusalToStart,
} from './change-request.ts';
import { authorityOver } from './deciding.server.ts';
import { type ChangeRequest, getRequest, partsOf, requestFacts } from './request-record.server.ts';

export type RequestActName = 'opinion' | 'decision' | 'draft' | 'withdrawal' | 'cancellation';

/** A request with everything its page and its paper say, and what this person may do with it now. */
export async function readRequest(db: Db, actor: Actor, requestId: string, now: Instant) {
  authorize(actor, 'change-request.read');
  const day = dayOf(now);
  const row = await getRequest(db, actor, requestId);
  const facts = await requestFacts(db, row, day);
  const names = await namesOf(db, row);
  return {
    row,
    ...names,
    missing: missingOpinions(facts),
    opinions: await opinionsOf(db, row.id),
    decision: await decisionOf(db, row.id),
    moves: await movesOf(db, row.id),
    acts: await actsOn(db, actor, row, facts, day),
    parts: await openParts(db, actor, row, facts, day),
  };
}
export type ReadRequest = Awaited<ReturnType<typeof readRequest>>;

async function namesOf(db: Db, row: ChangeRequest) {
  const unit = await db
    .selectFrom('unit')
    .select(['name_vi as vi', 'name_en as en'])
    .where('id', '=', row.unit_id)
    .executeTakeFirstOrThrow();
  const proposer = await db
    .selectFrom('officer')
    .select('name')
    .where('id', '=', row.proposed_by)
    .executeTakeFirstOrThrow();
  const document = row.document_id
    ? await db
        .selectFrom('document')
        .select(['id', 'code', 'claimed_code'])
        .where('id', '=', row.document_id)
        .executeTakeFirst()
    : undefined;
  const revision = row.revision_id
    ? await db
        .selectFrom('revision')
        .select(['id', 'state', 'issue', 'amendment'])
        .where('id', '=', row.revision_id)
        .executeTakeFirst()
    : undefined;
  return {
    unit,
    proposer: proposer.name,
    document: document ?? null,
    /** What was in force when the request was made: the issue the form is about. */
    asked: row.document_id ? await inForceThen(db, row, row.document_id) : null,
    revision: revision ?? null,
  };
}

async function inForceThen(db: Db, row: ChangeRequest, documentId: string) {
  const current = await db
    .selectFrom(inForceOn(db, row.agency_id, dayOf(row.proposed_at)).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['revision.id', 'revision.issue', 'revision.amendment'])
    .where('current.document_id', '=', documentId)
    .executeTakeFirst();
  return current ?? null;
}

function opinionsOf(db: Db, requestId: string) {
  return db
    .selectFrom('change_request_opinion as given')
    .innerJoin('officer', 'officer.id', 'given.given_by')
    .select(['given.part', 'given.favours', 'given.opinion', 'given.given_at', 'officer.name'])
    .where('given.change_request_id', '=', requestId)
    .orderBy('given.given_at')
    .execute();
}

async function decisionOf(db: Db, requestId: string) {
  const decision = await db
    .selectFrom('change_request_decision as decision')
    .innerJoin('officer', 'officer.id', 'decision.decided_by')
    .leftJoin('officer as drafter', 'drafter.id', 'decision.drafter_id')
    .select(['decision.agreed', 'decision.reason', 'decision.due_on', 'decision.decided_at'])
    .select(['decision.position_name', 'decision.prefix', 'officer.name', 'drafter.name as drafter'])
    .where('decision.change_request_id', '=', requestId)
    .executeTakeFirst();
  return decision ?? null;
}

/** What happened after it was handed in, oldest first. */
function movesOf(db: Db, requestId: string) {
  return db
    .selectFrom('change_request_move as move')
    .leftJoin('officer', 'officer.id', 'move.moved_by')
    .select(['move.id', 'move.to_state', 'move.reason', 'move.moved_at', 'officer.name', 'move.moved_by'])
    .where('move.change_request_id', '=', requestId)
    .orderBy('move.moved_at')
    .orderBy('move.id')
    .execute();
}

/** Parts whose opinion this person may give now. */
export async function openParts(
  db: Db,
  actor: Actor,
  row: ChangeRequest,
  facts: RequestFacts,
  day: Day,
): Promise<OpinionPart[]> {
  if (!may(actor, 'change-request.opine')) return [];
  const parts = await partsOf(db, actor, row, day);
  const trial = { officer: actor.officerId, speaksFor: true, favours: true, text: '' };
  return parts.filter((part) => refusalToOpine(facts, { ...trial, part }) === null);
}

export async function actsOn(
  db: Db,
  actor: Actor,
  row: ChangeRequest,
  facts: RequestFacts,
  day: Day,
): Promise<RequestActName[]> {
  const acts: RequestActName[] = [];
  if ((await openParts(db, actor, row, facts, day)).length > 0) acts.push('opinion');
  const hasAuthority = (await authorityOver(db, actor, row, day)) !== null;
  const refused = { agreed: false, reason: '?', dueOn: null, drafter: null, drafterMay: false };
  if (refusalToDecide(facts, { officer: actor.officerId, today: day, hasAuthority, ...refused }) === null)
    acts.push('decision');
  const qualityOfficer = actor.roles.includes('quality-officer');
  if (may(actor, 'document.draft') && refusalToStart(facts, actor.officerId, qualityOfficer) === null)
    acts.push('draft');
  if (facts.kind === 'withdraw' && facts.state === 'agreed' && may(actor, 'document.withdraw'))
    acts.push('withdrawal');
  if (refusalToCancel(facts, actor.officerId, '?') === null) acts.push('cancellation');
  return acts;
}

/** The request a revision was begun for. */
export async function requestOfRevision(db: Db, actor: Actor, revisionId: string) {
  if (!may(actor, 'change-request.read')) return null;
  const row = await db
    .selectFrom('change_request')
    .select(['id', 'number', 'reason', 'legal_ground', 'ground_in_force_from', 'content_after'])
    .where('agency_id', '=', actor.agencyId)
    .where('revision_id', '=', revisionId)
    .executeTakeFirst();
  return row ?? null;
}

/** Requests about a document that are not ended, for its page. */
export async function openRequestsOf(db: Db, actor: Actor, documentId: string) {
  if (!may(actor, 'change-request.read')) return [];
  return db
    .selectFrom('change_request')
    .select(['id', 'number', 'kind', 'state', 'reason'])
    .where('agency_id', '=', actor.agencyId)
    .where('document_id', '=', documentId)
    .where('state', 'in', ['proposed', 'opinions', 'agreed', 'drafting'])
    .orderBy('proposed_at', 'desc')
    .limit(20)
    .execute();
}

/** Number and reason of the agreed request to withdraw a document; null when nobody asked. */
export async function agreedWithdrawal(db: Db, actor: Actor, documentId: string): Promise<string | null> {
  authorize(actor, 'document.withdraw');
  const row = await db
    .selectFrom('change_request')
    .select(['number', 'reason'])
    .where('agency_id', '=', actor.agencyId)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'withdraw')
    .where('state', '=', 'agreed')
    .executeTakeFirst();
  return row ? `${row.number}: ${row.reason}` : null;
}
