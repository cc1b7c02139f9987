import { dayOf } from '#app/http/clock.ts';
import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { basisStatusOn } from '../legal/basis-status.ts';
import type { FeeFacts } from './fee-form.ts';
import { feeOnDay } from './fee-on-day.ts';

async function rowsByItem(db: Db, agencyId: string) {
  const rows = await db
    .selectFrom('fee')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('item')
    .orderBy('valid_from')
    .execute();
  const items = new Map<string, typeof rows>();
  for (const row of rows) items.set(row.item, [...(items.get(row.item) ?? []), row]);
  return items;
}

/** What each item costs on a day. */
export async function feesOn(db: Db, agencyId: string, day: Day) {
  const items = await rowsByItem(db, agencyId);
  return [...items.values()].flatMap((rows) => feeOnDay(rows, day) ?? []);
}

/** The fees of the office: what holds on the day, what is decided for later, what was, and which texts name each. */
export async function listFees(db: Db, actor: Actor, day: Day) {
  authorize(actor, 'fee.read');
  const items = await rowsByItem(db, actor.agencyId);
  const bases = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'number_sign', 'status', 'in_force_from', 'in_force_until'])
    .execute();
  const users = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'mention.key'])
    .distinct()
    .where('mention.kind', '=', 'fee')
    .orderBy('document.code')
    .execute();
  return [...items].map(([item, rows]) => {
    const now = feeOnDay(rows, day);
    const shown = now ?? rows.at(-1);
    const basis = bases.find((one) => one.key === shown?.legal_basis);
    return {
      item,
      nameVi: shown?.name_vi ?? item,
      nameEn: shown?.name_en ?? item,
      now: now && factsOf(now),
      later: rows.filter((row) => row.valid_from > day).map(factsOf),
      rows: rows.length,
      basis: basis
        ? { key: basis.key, numberSign: basis.number_sign, isOver: basisStatusOn(basis, day) === 'expired' }
        : null,
      usedBy: users.filter((user) => user.key === item).map(({ id, code }) => ({ id, code })),
    };
  });
}

function factsOf(row: {
  amount: number | null;
  unit: string;
  note: string;
  valid_from: Day;
  valid_until: Day | null;
}) {
  const { amount, unit, note, valid_from: validFrom, valid_until: validUntil } = row;
  return { amount, unit, note, validFrom, validUntil };
}

/** One item with every row it ever had, newest first. */
export async function readFee(db: Db, actor: Actor, item: string, day: Day) {
  authorize(actor, 'fee.read');
  const rows = (await rowsByItem(db, actor.agencyId)).get(item);
  if (!rows) throw new NotFound();
  const newest = [...rows].sort(
    (a, b) =>
      b.valid_from.localeCompare(a.valid_from) || (b.recorded_at ?? '').localeCompare(a.recorded_at ?? ''),
  );
  const shown = feeOnDay(rows, day) ?? newest[0];
  if (!shown) throw new NotFound();
  return {
    item,
    nameVi: shown.name_vi,
    nameEn: shown.name_en,
    legalBasis: shown.legal_basis,
    ...factsOf(shown),
    rows: newest.map((row) => ({ id: row.id, ...factsOf(row), recordedAt: row.recorded_at })),
  };
}

/** What an item costs from a day on, as a new row: an amount of the past stays the amount of the past. */
export async function recordFee(
  trx: Trx,
  actor: Actor,
  input: FeeFacts & { item: string; isNew: boolean },
  now: Instant,
): Promise<void> {
  authorize(actor, 'legal-basis.maintain');
  const rows = (await rowsByItem(trx, actor.agencyId)).get(input.item);
  if (!rows && !input.isNew) throw new NotFound();
  if (rows && input.isNew) throw new Refused('fees.refusal.known');
  const known = await trx
    .selectFrom('legal_basis')
    .select('key')
    .where('agency_id', '=', actor.agencyId)
    .where('key', '=', input.legalBasis ?? '')
    .executeTakeFirst();
  if (input.legalBasis !== null && !known) throw new Refused('legal.refusal.unknown-basis');
  const id = newId();
  await trx
    .insertInto('fee')
    .values({
      ...{ id, agency_id: actor.agencyId, item: input.item },
      ...{ name_vi: input.nameVi, name_en: input.nameEn, amount: input.amount, unit: input.unit },
      ...{ legal_basis: input.legalBasis, note: input.note },
      ...{ valid_from: input.validFrom, valid_until: input.validUntil },
      ...{ recorded_at: now, recorded_by: recordedBy(actor) },
    })
    .execute();
  await record(trx, actor, {
    action: 'fee.recorded',
    object: { type: 'fee', id },
    now,
    payload: { items: [input.item], from: input.validFrom, known: dayOf(now) },
  });
}
