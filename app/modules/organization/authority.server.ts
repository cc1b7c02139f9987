import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { keyList } from './delegations.server.ts';
import { delegatedOn, heldOn } from './on-day-query.server.ts';

interface OwnAuthority {
  through: 'appointment';
  appointmentId: string;
  /** official | acting */
  kind: string;
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
  isHead: boolean;
}

interface DelegatedAuthority {
  through: 'delegation';
  delegationId: string;
  decisionNumber: string;
  fromOfficerId: string;
  fromOfficerName: string;
  /** The delegator's position that has the authority. */
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
}

export type AuthorityToApprove = OwnAuthority | DelegatedAuthority;

/** Positions of an officer on a day that may approve a kind of document, heads and official ones first. */
function authorizedPositions(db: Db, agencyId: string, documentKind: string, day: Day) {
  return db
    .selectFrom(heldOn(db, agencyId, day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .innerJoin('authority', 'authority.position_id', 'held.position_id')
    .where('authority.agency_id', '=', agencyId)
    .where('authority.document_kind', '=', documentKind)
    .where('authority.valid_from', '<=', day)
    .where((eb) => eb.or([eb('authority.valid_until', 'is', null), eb('authority.valid_until', '>=', day)]))
    .orderBy('position.is_head', 'desc')
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort');
}

/**
 * By what an officer may approve a kind of document on a day: a position held then, else a running delegation that
 * names the kind and comes from someone who has the authority themselves that day; null when by nothing.
 */
export async function authorityToApprove(
  db: Db,
  actor: Actor,
  officerId: string,
  documentKind: string,
  day: Day,
): Promise<AuthorityToApprove | null> {
  authorize(actor, 'organization.read');
  const own = await authorizedPositions(db, actor.agencyId, documentKind, day)
    .select([
      'held.id as appointmentId',
      'held.kind',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'position.is_head',
    ])
    .where('held.officer_id', '=', officerId)
    .executeTakeFirst();
  if (own) {
    const { is_head, ...rest } = own;
    return { through: 'appointment', ...rest, isHead: is_head === 1 };
  }
  return delegatedAuthority(db, actor, officerId, documentKind, day);
}

async function delegatedAuthority(
  db: Db,
  actor: Actor,
  officerId: string,
  documentKind: string,
  day: Day,
): Promise<DelegatedAuthority | null> {
  const rows = await authorizedPositions(db, actor.agencyId, documentKind, day)
    .innerJoin(delegatedOn(db, actor.agencyId, day).as('given'), 'given.from_officer_id', 'held.officer_id')
    .innerJoin('officer', 'officer.id', 'given.from_officer_id')
    .select([
      'given.id as delegationId',
      'given.decision_number as decisionNumber',
      'given.approval_kinds',
      'officer.id as fromOfficerId',
      'officer.name as fromOfficerName',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
    ])
    .where('given.to_officer_id', '=', officerId)
    .orderBy('given.valid_from')
    .limit(100)
    .execute();
  const found = rows.find((row) => keyList.parse(JSON.parse(row.approval_kinds)).includes(documentKind));
  if (!found) return null;
  const { approval_kinds: _named, ...rest } = found;
  return { through: 'delegation', ...rest };
}

/** Kinds of document an officer may approve on a day by own positions, without delegations. */
export async function ownApprovalKinds(db: Db, actor: Actor, officerId: string, day: Day): Promise<string[]> {
  authorize(actor, 'organization.read');
  const rows = await db
    .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
    .innerJoin('authority', 'authority.position_id', 'held.position_id')
    .select('authority.document_kind')
    .distinct()
    .where('held.officer_id', '=', officerId)
    .where('authority.valid_from', '<=', day)
    .where((eb) => eb.or([eb('authority.valid_until', 'is', null), eb('authority.valid_until', '>=', day)]))
    .orderBy('authority.document_kind')
    .execute();
  return rows.map((row) => row.document_kind);
}
