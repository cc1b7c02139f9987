import type { Day } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { refusalToEnd } from './appointment.ts';
import { getPosition } from './positions.server.ts';
import type { MappingEndForm, MappingForm } from './role.ts';
import { getRole } from './roles.server.ts';

export interface RoleMapping {
  id: string;
  roleKey: string;
  roleNameVi: string;
  roleNameEn: string;
  positionId: string;
  positionKey: string;
  positionNameVi: string;
  positionNameEn: string;
  unitId: string;
  field: string | null;
  validFrom: Day;
  validUntil: Day | null;
}

function mappingsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('role_mapping')
    .innerJoin('position', 'position.id', 'role_mapping.position_id')
    .innerJoin('role', (join) =>
      join
        .onRef('role.key', '=', 'role_mapping.role_key')
        .onRef('role.agency_id', '=', 'role_mapping.agency_id'),
    )
    .select([
      'role_mapping.id',
      'role_mapping.role_key as roleKey',
      'role.name_vi as roleNameVi',
      'role.name_en as roleNameEn',
      'role_mapping.position_id as positionId',
      'position.key as positionKey',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
      'position.unit_id as unitId',
      'role_mapping.field',
      'role_mapping.valid_from as validFrom',
      'role_mapping.valid_until as validUntil',
    ])
    .where('role_mapping.agency_id', '=', actor.agencyId);
}

/** Which positions fill which roles on a day; with `includeLater` also what begins after it. */
export async function listMappings(
  db: Db,
  actor: Actor,
  day: Day,
  filter: { roleKey?: string; positionId?: string; includeLater?: boolean } = {},
): Promise<RoleMapping[]> {
  authorize(actor, 'organization.read');
  let query = mappingsOf(db, actor)
    .where((eb) =>
      eb.or([eb('role_mapping.valid_until', 'is', null), eb('role_mapping.valid_until', '>=', day)]),
    )
    .orderBy('role_mapping.role_key')
    .orderBy('position.sort')
    .orderBy('role_mapping.field')
    .orderBy('role_mapping.valid_from')
    .limit(5000);
  if (!filter.includeLater) query = query.where('role_mapping.valid_from', '<=', day);
  if (filter.roleKey) query = query.where('role_mapping.role_key', '=', filter.roleKey);
  if (filter.positionId) query = query.where('role_mapping.position_id', '=', filter.positionId);
  return query.execute();
}

export async function getMapping(db: Db, actor: Actor, id: string): Promise<RoleMapping> {
  authorize(actor, 'organization.read');
  const mapping = await mappingsOf(db, actor).where('role_mapping.id', '=', id).executeTakeFirst();
  if (!mapping) throw new NotFound();
  return mapping;
}

async function refuseSameMapping(trx: Trx, actor: Actor, input: MappingForm): Promise<void> {
  const others = await trx
    .selectFrom('role_mapping')
    .select(['valid_from', 'valid_until', 'field'])
    .where('agency_id', '=', actor.agencyId)
    .where('role_key', '=', input.roleKey)
    .where('position_id', '=', input.positionId)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', input.validFrom)]))
    .execute();
  const same = others.some(
    (other) =>
      other.field === input.field && (input.validUntil === null || other.valid_from <= input.validUntil),
  );
  if (same) throw new Refused('organization.refusal.mapping-exists');
}

/** A role is filled by a position from a day on, for one field or for all. */
export async function mapRole(trx: Trx, actor: Actor, input: MappingForm, now: Instant): Promise<string> {
  authorize(actor, 'organization.maintain');
  const role = await getRole(trx, actor, input.roleKey);
  const position = await getPosition(trx, actor, input.positionId);
  if (role.kind !== 'own') throw new Refused('organization.refusal.role-not-ours');
  await refuseSameMapping(trx, actor, input);
  const id = newId();
  await trx
    .insertInto('role_mapping')
    .values({
      id,
      agency_id: actor.agencyId,
      role_key: role.key,
      position_id: position.id,
      field: input.field,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      recorded_at: now,
    })
    .execute();
  await record(trx, actor, {
    action: 'role-mapping.recorded',
    object: { type: 'role_mapping', id },
    now,
    payload: { role: role.key, position: position.key, field: input.field, from: input.validFrom },
  });
  return id;
}

/** The position stops filling the role after `until`. */
export async function endMapping(
  trx: Trx,
  actor: Actor,
  input: MappingEndForm & { mappingId: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'organization.maintain');
  const mapping = await getMapping(trx, actor, input.mappingId);
  const reason = refusalToEnd(mapping, input.until);
  if (reason) throw new Refused(reason.code, reason.details);
  await trx
    .updateTable('role_mapping')
    .set({ valid_until: input.until })
    .where('id', '=', mapping.id)
    .execute();
  await record(trx, actor, {
    action: 'role-mapping.ended',
    object: { type: 'role_mapping', id: mapping.id },
    now,
    payload: { role: mapping.roleKey, until: input.until },
  });
}
