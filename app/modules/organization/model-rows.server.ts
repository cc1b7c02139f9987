import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import type { ModelOffice } from './model-office.server.ts';

/** The agency whose rows are written, and from when they are valid. */
export interface Founded {
  agencyId: string;
  from: Day;
  now: Instant;
}

/** A role as a position of the model writes it: `role` or `role@field`. */
function readRoleOfPosition(written: string): { role: string; field: string | null } {
  const [role = '', field] = written.split('@');
  return { role, field: field ?? null };
}

export async function insertUnits(trx: Trx, model: ModelOffice, { agencyId, from, now }: Founded) {
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

export async function insertPositions(
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

export async function insertRoles(trx: Trx, model: ModelOffice, { agencyId, now }: Founded) {
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

export async function insertMappings(
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

export async function insertAuthorities(
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

export async function insertHolidays(trx: Trx, model: ModelOffice, { agencyId }: Founded) {
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
