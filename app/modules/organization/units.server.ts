import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import type { UnitForm } from './unit.ts';

export interface Unit {
  id: string;
  key: string;
  kind: string;
  nameVi: string;
  nameEn: string;
  sort: number;
  validFrom: Day;
  validUntil: Day | null;
}

function unitsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('unit')
    .select([
      'unit.id',
      'unit.key',
      'unit.kind',
      'unit.name_vi as nameVi',
      'unit.name_en as nameEn',
      'unit.sort',
      'unit.valid_from as validFrom',
      'unit.valid_until as validUntil',
    ])
    .where('unit.agency_id', '=', actor.agencyId);
}

/** Units that exist on a day, in their order. */
export async function listUnits(db: Db, actor: Actor, day: Day): Promise<Unit[]> {
  authorize(actor, 'organization.read');
  return unitsOf(db, actor)
    .where('unit.valid_from', '<=', day)
    .where((eb) => eb.or([eb('unit.valid_until', 'is', null), eb('unit.valid_until', '>=', day)]))
    .orderBy('unit.sort')
    .orderBy('unit.key')
    .limit(500)
    .execute();
}

export async function getUnit(db: Db, actor: Actor, id: string): Promise<Unit> {
  authorize(actor, 'organization.read');
  const unit = await unitsOf(db, actor).where('unit.id', '=', id).executeTakeFirst();
  if (!unit) throw new NotFound();
  return unit;
}

async function refuseKeyInUse(trx: Trx, actor: Actor, key: string, ownId: string | null): Promise<void> {
  const other = await trx
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (other && other.id !== ownId) throw new Refused('organization.refusal.key-in-use');
}

/** A new unit, or with `id` the corrected names, order and days of one; the key of a unit never changes. */
export async function recordUnit(
  trx: Trx,
  actor: Actor,
  input: UnitForm & { id?: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'organization.maintain');
  const known = input.id ? await getUnit(trx, actor, input.id) : null;
  if (!known) await refuseKeyInUse(trx, actor, input.key, null);
  const id = known?.id ?? newId();
  const facts = {
    kind: input.kind,
    name_vi: input.nameVi,
    name_en: input.nameEn,
    sort: input.sort,
    valid_from: input.validFrom,
    valid_until: input.validUntil,
    recorded_at: now,
  };
  if (known) await trx.updateTable('unit').set(facts).where('id', '=', id).execute();
  else
    await trx
      .insertInto('unit')
      .values({ id, agency_id: actor.agencyId, key: input.key, ...facts })
      .execute();
  await record(trx, actor, {
    action: 'unit.recorded',
    object: { type: 'unit', id },
    now,
    payload: { key: known?.key ?? input.key, before: known, after: facts },
  });
  return id;
}
