import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db, Instant } from '#db/schema.ts';
import { heldOn } from './on-day-query.server.ts';
import { occupancyOn } from './seats.ts';

export interface Position {
  id: string;
  key: string;
  unitId: string;
  unitKey: string;
  unitNameVi: string;
  unitNameEn: string;
  nameVi: string;
  nameEn: string;
  seats: number;
  isHead: boolean;
  sort: number;
  validFrom: Day;
  validUntil: Day | null;
}

export interface Holder {
  positionId: string;
  appointmentId: string;
  officerId: string;
  officerKey: string;
  officerName: string;
  /** official | acting */
  kind: string;
  validFrom: Day;
}

export interface StaffedPosition extends Position {
  holders: Holder[];
  vacant: boolean;
  overfull: boolean;
}

function positionsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('position')
    .innerJoin('unit', 'unit.id', 'position.unit_id')
    .select([
      'position.id',
      'position.key',
      'position.unit_id as unitId',
      'unit.key as unitKey',
      'unit.name_vi as unitNameVi',
      'unit.name_en as unitNameEn',
      'position.name_vi as nameVi',
      'position.name_en as nameEn',
      'position.seats',
      'position.is_head',
      'position.sort',
      'position.valid_from as validFrom',
      'position.valid_until as validUntil',
    ])
    .where('position.agency_id', '=', actor.agencyId);
}

function positionOf<Row extends { is_head: number }>({ is_head, ...row }: Row) {
  return { ...row, isHead: is_head === 1 };
}

/** Every holder of every position on a day, acting ones included, in the order of their appointment. */
export async function listHolders(
  db: Db,
  actor: Actor,
  day: Day,
  of: { positionId?: string; knownAt?: Instant } = {},
): Promise<Holder[]> {
  authorize(actor, 'organization.read');
  let query = db
    .selectFrom(heldOn(db, actor.agencyId, day, of.knownAt).as('held'))
    .innerJoin('officer', 'officer.id', 'held.officer_id')
    .select([
      'held.position_id as positionId',
      'held.id as appointmentId',
      'held.officer_id as officerId',
      'officer.key as officerKey',
      'officer.name as officerName',
      'held.kind',
      'held.valid_from as validFrom',
    ])
    .orderBy('held.valid_from')
    .orderBy('officer.key')
    .limit(5000);
  if (of.positionId) query = query.where('held.position_id', '=', of.positionId);
  return query.execute();
}

/** Who holds a position on a day; with `knownAt`, as it was known at that instant. */
export async function holdersOf(
  db: Db,
  actor: Actor,
  positionId: string,
  day: Day,
  knownAt?: Instant,
): Promise<Holder[]> {
  return listHolders(db, actor, day, { positionId, knownAt });
}

/** Positions that exist on a day with their holders; a position without one is vacant, with too many overfull. */
export async function listPositions(
  db: Db,
  actor: Actor,
  day: Day,
  filter: { unitId?: string } = {},
): Promise<StaffedPosition[]> {
  authorize(actor, 'organization.read');
  let query = positionsOf(db, actor)
    .where('position.valid_from', '<=', day)
    .where((eb) => eb.or([eb('position.valid_until', 'is', null), eb('position.valid_until', '>=', day)]))
    .orderBy('unit.sort')
    .orderBy('unit.key')
    .orderBy('position.sort')
    .orderBy('position.key')
    .limit(2000);
  if (filter.unitId) query = query.where('position.unit_id', '=', filter.unitId);
  const positions = (await query.execute()).map(positionOf);
  const holders = await listHolders(db, actor, day);
  const states = new Map(
    occupancyOn(
      day,
      positions.map((one) => ({
        position: one.id,
        seats: one.seats,
        from: one.validFrom,
        until: one.validUntil,
      })),
      holders.map((one) => ({
        officer: one.officerId,
        position: one.positionId,
        from: one.validFrom,
        until: null,
      })),
    ).map(({ position, state }) => [position, state]),
  );
  return positions.map((position) => ({
    ...position,
    holders: holders.filter((holder) => holder.positionId === position.id),
    vacant: states.get(position.id) === 'vacant',
    overfull: states.get(position.id) === 'overfull',
  }));
}

export async function getPosition(db: Db, actor: Actor, id: string): Promise<Position> {
  authorize(actor, 'organization.read');
  const row = await positionsOf(db, actor).where('position.id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound();
  return positionOf(row);
}
