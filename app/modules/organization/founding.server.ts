import { record } from '#app/modules/journal/record.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import type { ModelOffice } from './model-office.server.ts';

export interface Founding {
  key: string;
  /** ward, commune, special-zone, province or department. */
  kind: string;
  nameVi: string;
  nameEn: string;
  numberSign: string;
  edition: string;
  timeZone: string;
  legalGround: string | null;
  /** Agency above; recorded too when it is not known yet. */
  province: { key: string; nameVi: string; nameEn: string } | null;
  model: ModelOffice;
}

interface Founded {
  agencyId: string;
  from: Day;
  now: Instant;
}

/** A role as a position of the model writes it: `role` or `role@field`. */
export function readRoleOfPosition(written: string): { role: string; field: string | null } {
  const [role = '', field] = written.split('@');
  return { role, field: field ?? null };
}

async function recordProvince(trx: Trx, input: Founding, now: Instant): Promise<string | null> {
  if (!input.province) return null;
  const { key, nameVi, nameEn } = input.province;
  const known = await trx.selectFrom('agency').select('id').where('key', '=', key).executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  await trx
    .insertInto('agency')
    .values({
      id,
      key,
      kind: 'province',
      name_vi: nameVi,
      name_en: nameEn,
      parent_id: null,
      legal_ground: null,
      time_zone: input.timeZone,
      number_sign: 'UBND',
      edition: input.edition,
      valid_from: input.model.validFrom,
      valid_until: null,
      recorded_at: now,
    })
    .execute();
  return id;
}

async function recordAgency(trx: Trx, input: Founding, now: Instant): Promise<string> {
  const parentId = await recordProvince(trx, input, now);
  const id = newId();
  await trx
    .insertInto('agency')
    .values({
      id,
      key: input.key,
      kind: input.kind,
      name_vi: input.nameVi,
      name_en: input.nameEn,
      parent_id: parentId,
      legal_ground: input.legalGround,
      time_zone: input.timeZone,
      number_sign: input.numberSign,
      edition: input.edition,
      valid_from: input.model.validFrom,
      valid_until: null,
      recorded_at: now,
    })
    .execute();
  return id;
}

async function insertUnits(trx: Trx, model: ModelOffice, { agencyId, from, now }: Founded) {
  const ids = new Map<string, string>();
  const rows = model.units.map((unit, at) => {
    const id = newId();
    ids.set(unit.key, id);
    return {
      id,
      agency_id: agencyId,
      key: unit.key,
      kind: unit.kind,
      name_vi: unit.vi,
      name_en: unit.en,
      sort: at + 1,
      valid_from: from,
      valid_until: null,
      recorded_at: now,
    };
  });
  if (rows.length > 0) await trx.insertInto('unit').values(rows).execute();
  return ids;
}

async function insertPositions(
  trx: Trx,
  model: ModelOffice,
  unitIds: Map<string, string>,
  { agencyId, from, now }: Founded,
) {
  const ids = new Map<string, string>();
  const rows = model.positions.map((position, at) => {
    const id = newId();
    const unitId = unitIds.get(position.unit);
    if (!unitId) throw new Error(`organization.yaml: position ${position.key} names no known unit`);
    ids.set(position.key, id);
    return {
      id,
      agency_id: agencyId,
      unit_id: unitId,
      key: position.key,
      name_vi: position.vi,
      name_en: position.en,
      seats: position.seats,
      is_head: position.head ? 1 : 0,
      sort: at + 1,
      valid_from: from,
      valid_until: null,
      recorded_at: now,
    };
  });
  if (rows.length > 0) await trx.insertInto('position').values(rows).execute();
  return ids;
}

async function insertRoles(trx: Trx, model: ModelOffice, { agencyId, now }: Founded) {
  const rows = model.roles.map((role) => ({
    id: newId(),
    agency_id: agencyId,
    key: role.key,
    kind: role.kind,
    name_vi: role.vi,
    name_en: role.en,
    aliases: JSON.stringify(role.aliases),
    recorded_at: now,
  }));
  if (rows.length > 0) await trx.insertInto('role').values(rows).execute();
}

async function insertMappings(
  trx: Trx,
  model: ModelOffice,
  positionIds: Map<string, string>,
  { agencyId, from, now }: Founded,
) {
  const known = new Set(model.roles.map((role) => role.key));
  const rows = model.positions.flatMap((position) =>
    [...position.roles, ...model.everyPosition].map((written) => {
      const { role, field } = readRoleOfPosition(written);
      if (!known.has(role))
        throw new Error(`organization.yaml: position ${position.key} names no known role`);
      return {
        id: newId(),
        agency_id: agencyId,
        role_key: role,
        position_id: positionIds.get(position.key) ?? '',
        field,
        valid_from: from,
        valid_until: null,
        recorded_at: now,
      };
    }),
  );
  if (rows.length > 0) await trx.insertInto('role_mapping').values(rows).execute();
}

async function insertAuthorities(
  trx: Trx,
  model: ModelOffice,
  positionIds: Map<string, string>,
  { agencyId, from, now }: Founded,
) {
  const rows = model.authorities.flatMap(({ position, kinds }) => {
    const positionId = positionIds.get(position);
    if (!positionId) throw new Error(`organization.yaml: authority of ${position} names no known position`);
    return kinds.map((kind) => ({
      id: newId(),
      agency_id: agencyId,
      position_id: positionId,
      document_kind: kind,
      valid_from: from,
      valid_until: null,
      recorded_at: now,
    }));
  });
  if (rows.length > 0) await trx.insertInto('authority').values(rows).execute();
}

async function insertHolidays(trx: Trx, model: ModelOffice, { agencyId }: Founded) {
  const rows = model.holidays.map(({ day, kind, vi, en }) => ({
    id: newId(),
    agency_id: agencyId,
    day,
    kind,
    name_vi: vi,
    name_en: en,
  }));
  if (rows.length > 0) await trx.insertInto('holiday').values(rows).execute();
}

/**
 * Creates an agency under its province with the model's units, positions, roles, authorities and holidays, journalled.
 * Gives the id of the agency. The only command without an actor: nobody has an account before it.
 */
export async function foundAgency(trx: Trx, input: Founding, now: Instant): Promise<string> {
  const { model } = input;
  const agencyId = await recordAgency(trx, input, now);
  const actor = systemOf(agencyId);
  const object = { type: 'agency', id: agencyId };
  await record(trx, actor, { action: 'agency.founded', object, now, payload: { key: input.key } });
  const founded: Founded = { agencyId, from: model.validFrom, now };
  const unitIds = await insertUnits(trx, model, founded);
  const positionIds = await insertPositions(trx, model, unitIds, founded);
  await insertRoles(trx, model, founded);
  await insertMappings(trx, model, positionIds, founded);
  await insertAuthorities(trx, model, positionIds, founded);
  await record(trx, actor, {
    action: 'organization.imported',
    object,
    now,
    payload: { units: model.units.length, positions: model.positions.length, roles: model.roles.length },
  });
  if (model.holidays.length > 0) {
    await insertHolidays(trx, model, founded);
    await record(trx, actor, {
      action: 'holiday.recorded',
      object,
      now,
      payload: { days: model.holidays.length },
    });
  }
  return agencyId;
}
