import { NotFound } from '#app/http/errors.ts';
import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db, Instant } from '#db/schema.ts';
import { heldOn } from './on-day-query.server.ts';
import { listHolders } from './positions.server.ts';

export interface Officer {
  id: string;
  key: string;
  name: string;
  email: string | null;
  validFrom: Day;
  validUntil: Day | null;
  recordedAt: Instant;
}

export interface HeldPosition {
  positionId: string;
  nameVi: string;
  nameEn: string;
  kind: string;
}

export interface ListedOfficer extends Officer {
  positions: HeldPosition[];
}

export interface OfficerFilter {
  /** Part of the name or key. */
  words?: string;
  unitId?: string;
  /** Also those who left before the day or come after it. */
  everyone?: boolean;
  page?: number;
  pageSize?: number;
}

function officersOf(db: Db, actor: Actor) {
  return db.selectFrom('officer').where('officer.agency_id', '=', actor.agencyId);
}

const officerFacts = [
  'officer.id',
  'officer.key',
  'officer.name',
  'officer.email',
  'officer.valid_from as validFrom',
  'officer.valid_until as validUntil',
  'officer.recorded_at as recordedAt',
] as const;

function matching(db: Db, actor: Actor, day: Day, filter: OfficerFilter) {
  let query = officersOf(db, actor);
  if (!filter.everyone) {
    query = query
      .where('officer.valid_from', '<=', day)
      .where((eb) => eb.or([eb('officer.valid_until', 'is', null), eb('officer.valid_until', '>=', day)]));
  }
  if (filter.unitId) {
    const ofUnit = db
      .selectFrom(heldOn(db, actor.agencyId, day).as('held'))
      .innerJoin('position', 'position.id', 'held.position_id')
      .select('held.officer_id')
      .where('position.unit_id', '=', filter.unitId);
    query = query.where('officer.id', 'in', ofUnit);
  }
  return query;
}

/** Vietnamese folds differently in each engine, so names are compared here: without marks, case and order of words. */
function named(officer: Officer, words: string): boolean {
  const text = fold(`${officer.name} ${officer.key}`);
  return fold(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Officers in service on a day with the positions they hold then, by name. */
export async function listOfficers(
  db: Db,
  actor: Actor,
  day: Day,
  filter: OfficerFilter = {},
): Promise<{ officers: ListedOfficer[]; total: number }> {
  authorize(actor, 'organization.read');
  const all = await matching(db, actor, day, filter).select(officerFacts).limit(5000).execute();
  const words = filter.words?.trim() ?? '';
  const found = all
    .filter((officer) => words === '' || named(officer, words))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.key < b.key ? -1 : 1));
  const pageSize = Math.min(filter.pageSize ?? 50, 1000);
  const first = ((filter.page ?? 1) - 1) * pageSize;
  const shown = found.slice(first, first + pageSize);
  const positions = await positionsHeld(db, actor, day);
  return {
    officers: shown.map((officer) => ({ ...officer, positions: positions.get(officer.id) ?? [] })),
    total: found.length,
  };
}

async function positionsHeld(db: Db, actor: Actor, day: Day): Promise<Map<string, HeldPosition[]>> {
  const holders = await listHolders(db, actor, day);
  const names = await db
    .selectFrom('position')
    .select(['id', 'name_vi', 'name_en'])
    .where('agency_id', '=', actor.agencyId)
    .limit(5000)
    .execute();
  const nameOf = new Map(names.map((row) => [row.id, row]));
  const held = new Map<string, HeldPosition[]>();
  for (const { officerId, positionId, kind } of holders) {
    const name = nameOf.get(positionId);
    if (!name) continue;
    const list = held.get(officerId) ?? [];
    list.push({ positionId, nameVi: name.name_vi, nameEn: name.name_en, kind });
    held.set(officerId, list);
  }
  return held;
}

export async function getOfficer(db: Db, actor: Actor, id: string): Promise<Officer> {
  authorize(actor, 'organization.read');
  const officer = await officersOf(db, actor)
    .select(officerFacts)
    .where('officer.id', '=', id)
    .executeTakeFirst();
  if (!officer) throw new NotFound();
  return officer;
}

export async function findOfficerByKey(db: Db, actor: Actor, key: string): Promise<Officer | undefined> {
  authorize(actor, 'organization.read');
  return officersOf(db, actor).select(officerFacts).where('officer.key', '=', key).executeTakeFirst();
}
