import { record } from '#app/modules/journal/record.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import type { ModelOffice } from './model-office.server.ts';
import {
  type Founded,
  insertAuthorities,
  insertHolidays,
  insertMappings,
  insertPositions,
  insertRoles,
  insertUnits,
} from './model-rows.server.ts';

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
