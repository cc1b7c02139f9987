import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';

export async function getAgency(db: Db | Trx, actor: Actor) {
  authorize(actor, 'system.read');
  const agency = await db
    .selectFrom('agency')
    .selectAll()
    .where('id', '=', actor.agencyId)
    .executeTakeFirst();
  if (!agency) throw new NotFound();
  return agency;
}

export interface AgencyNames {
  nameVi: string;
  nameEn: string;
  numberSign: string;
  legalGround: string;
  edition: string;
}

/** Names and settings of the office; the model ward becomes the real one. */
export async function changeAgency(trx: Trx, actor: Actor, input: AgencyNames, now: Instant): Promise<void> {
  authorize(actor, 'system.read');
  const before = await getAgency(trx, actor);
  await trx
    .updateTable('agency')
    .set({
      name_vi: input.nameVi,
      name_en: input.nameEn,
      number_sign: input.numberSign,
      legal_ground: input.legalGround || null,
      edition: input.edition,
    })
    .where('id', '=', before.id)
    .execute();
  await record(trx, actor, {
    action: 'agency.changed',
    object: { type: 'agency', id: before.id },
    now,
    payload: { before: { nameVi: before.name_vi, edition: before.edition } },
  });
}
