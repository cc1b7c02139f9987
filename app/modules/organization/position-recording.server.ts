import { Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { mappedOn } from './on-day-query.server.ts';
import type { PositionForm } from './position.ts';
import { getPosition } from './positions.server.ts';
import { getRole } from './roles.server.ts';
import { getUnit } from './units.server.ts';

/** Roles that every position of a day fills, such as "every officer": a new position fills them too. */
export async function rolesOfEveryPosition(db: Db, actor: Actor, day: Day): Promise<string[]> {
  authorize(actor, 'organization.read');
  const { count } = await db
    .selectFrom('position')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('agency_id', '=', actor.agencyId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom(mappedOn(db, actor.agencyId, day).as('mapped'))
    .select((eb) => ['mapped.role_key', eb.fn.count('mapped.position_id').distinct().as('positions')])
    .where('mapped.field', 'is', null)
    .groupBy('mapped.role_key')
    .orderBy('mapped.role_key')
    .execute();
  return rows
    .filter((row) => Number(row.positions) > 1 && Number(row.positions) >= Number(count))
    .map((row) => row.role_key);
}

async function refuseKeyInUse(trx: Trx, actor: Actor, key: string): Promise<void> {
  const other = await trx
    .selectFrom('position')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (other) throw new Refused('organization.refusal.key-in-use');
}

async function fillRoles(trx: Trx, actor: Actor, positionId: string, input: PositionForm, now: Instant) {
  for (const key of input.roleKeys) {
    const role = await getRole(trx, actor, key);
    await trx
      .insertInto('role_mapping')
      .values({
        id: newId(),
        agency_id: actor.agencyId,
        role_key: role.key,
        position_id: positionId,
        field: null,
        valid_from: input.validFrom,
        valid_until: input.validUntil,
        recorded_at: now,
      })
      .execute();
  }
}

/** A new position with the roles it fills, or with `id` the corrected facts of one; its key never changes. */
export async function recordPosition(
  trx: Trx,
  actor: Actor,
  input: PositionForm & { id?: string },
  now: Instant,
): Promise<string> {
  authorize(actor, 'organization.maintain');
  const known = input.id ? await getPosition(trx, actor, input.id) : null;
  const unit = await getUnit(trx, actor, input.unitId);
  if (!known) await refuseKeyInUse(trx, actor, input.key);
  const id = known?.id ?? newId();
  const facts = {
    unit_id: unit.id,
    name_vi: input.nameVi,
    name_en: input.nameEn,
    seats: input.seats,
    is_head: input.isHead ? 1 : 0,
    sort: input.sort,
    valid_from: input.validFrom,
    valid_until: input.validUntil,
    recorded_at: now,
  };
  if (known) {
    await trx.updateTable('position').set(facts).where('id', '=', id).execute();
  } else {
    await trx
      .insertInto('position')
      .values({ id, agency_id: actor.agencyId, key: input.key, ...facts })
      .execute();
    await fillRoles(trx, actor, id, input, now);
  }
  await record(trx, actor, {
    action: 'position.recorded',
    object: { type: 'position', id },
    now,
    payload: {
      key: known?.key ?? input.key,
      before: known,
      after: facts,
      roles: known ? [] : input.roleKeys,
    },
  });
  return id;
}
