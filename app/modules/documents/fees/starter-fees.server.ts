import { z } from 'zod';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Instant, Trx } from '#db/schema.ts';
import { readYaml } from '../starter-file.server.ts';

const fee = z.object({
  item: z.string().min(1),
  vi: z.string().min(1),
  en: z.string().min(1),
  amount: z.number().int().nullable(),
  unit: z.string(),
  legalBasis: z.string().nullable(),
  note: z
    .string()
    .nullable()
    .transform((note) => note ?? ''),
});
export type Fee = z.infer<typeof fee>;

export function readFees(file: string): Fee[] {
  return readYaml(file, z.object({ fees: z.array(fee) })).fees;
}

/** Adds the fee items the office does not have yet; amounts that only the province fixes stay empty. */
export async function recordStarterFees(
  trx: Trx,
  actor: Actor,
  fees: Fee[],
  from: Day,
  now: Instant,
): Promise<number> {
  authorize(actor, 'legal-basis.maintain');
  const known = await trx.selectFrom('fee').select('item').where('agency_id', '=', actor.agencyId).execute();
  const items = new Set(known.map((row) => row.item));
  const fresh = fees.filter((one) => !items.has(one.item));
  for (const one of fresh) {
    await trx
      .insertInto('fee')
      .values({
        id: newId(),
        agency_id: actor.agencyId,
        item: one.item,
        name_vi: one.vi,
        name_en: one.en,
        amount: one.amount,
        unit: one.unit,
        legal_basis: one.legalBasis,
        note: one.note,
        valid_from: from,
        valid_until: null,
        recorded_at: now,
        recorded_by: recordedBy(actor),
      })
      .execute();
  }
  if (fresh.length > 0) {
    await record(trx, actor, {
      action: 'fee.recorded',
      object: { type: 'agency', id: actor.agencyId },
      now,
      payload: { items: fresh.map((one) => one.item) },
    });
  }
  return fresh.length;
}
