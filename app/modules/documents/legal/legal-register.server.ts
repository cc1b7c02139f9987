import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { recordedBy } from '#app/modules/organization/recorded-by.ts';
import { fold } from '#app/modules/search/fold.ts';
import { indexLegalBasis } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';

const day = z.string().refine(isDay, 'not a day').nullable();

const legalBasis = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  numberSign: z.string().min(1),
  kind: z.string().min(1),
  issuer: z.string().min(1),
  title: z.string().min(1),
  signedOn: day,
  inForceFrom: day,
  inForceUntil: day,
  status: z.enum(['in-force', 'expired', 'not-yet', 'partly', 'unknown']),
  replacedBy: z.string().nullable(),
  note: z
    .string()
    .nullable()
    .transform((note) => note ?? ''),
  checkedOn: day,
});
export type LegalBasis = z.infer<typeof legalBasis>;

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

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return read.data;
  throw new Error(`${file}: ${z.prettifyError(read.error)}`);
}

/** The starter register of legal bases: every file of `content/legal`. */
export function readLegalBases(folder: string): LegalBasis[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readYaml(join(folder, name), z.array(legalBasis)));
}

export function readFees(file: string): Fee[] {
  return readYaml(file, z.object({ fees: z.array(fee) })).fees;
}

/** Adds the entries the register does not know yet; what the office recorded itself stays. */
export async function recordLegalBases(
  trx: Trx,
  actor: Actor,
  entries: LegalBasis[],
  now: Instant,
): Promise<number> {
  authorize(actor, 'legal-basis.maintain');
  const known = await trx
    .selectFrom('legal_basis')
    .select('key')
    .where('agency_id', '=', actor.agencyId)
    .execute();
  const keys = new Set(known.map((row) => row.key));
  const fresh = entries.filter((entry) => !keys.has(entry.key));
  for (const entry of fresh) {
    keys.add(entry.key);
    const basis = {
      id: newId(),
      agency_id: actor.agencyId,
      number_sign: entry.numberSign,
      title: entry.title,
    };
    await trx
      .insertInto('legal_basis')
      .values({
        ...basis,
        key: entry.key,
        kind: entry.kind,
        issuer: entry.issuer,
        signed_on: entry.signedOn,
        in_force_from: entry.inForceFrom,
        in_force_until: entry.inForceUntil,
        status: entry.status,
        replaced_by: entry.replacedBy,
        note: entry.note,
        checked_on: entry.checkedOn,
        recorded_at: now,
      })
      .execute();
    await indexLegalBasis(trx, basis);
  }
  if (fresh.length > 0) {
    await record(trx, actor, {
      action: 'legal-basis.recorded',
      object: { type: 'agency', id: actor.agencyId },
      now,
      payload: { keys: fresh.map((entry) => entry.key) },
    });
  }
  return fresh.length;
}

/** Adds the fee items the office does not have yet; amounts that only the province fixes stay empty. */
export async function recordFees(
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

export interface LegalBasisFilter {
  words?: string | undefined;
  status?: string | undefined;
}

/** The register of legal bases with the number of documents in preparation or released that name each. */
export async function listLegalBases(db: Db, actor: Actor, filter: LegalBasisFilter = {}) {
  authorize(actor, 'legal-basis.read');
  let query = db
    .selectFrom('legal_basis')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('mention')
        .innerJoin('revision', 'revision.id', 'mention.revision_id')
        .select((one) => one.fn.count<number>('revision.document_id').distinct().as('documents'))
        .whereRef('mention.key', '=', 'legal_basis.key')
        .whereRef('mention.agency_id', '=', 'legal_basis.agency_id')
        .where('mention.kind', '=', 'legal-basis')
        .as('documents'),
    )
    .where('agency_id', '=', actor.agencyId);
  if (filter.status) query = query.where('status', '=', filter.status);
  const rows = await query.orderBy('key').limit(2000).execute();
  const words = fold(filter.words ?? '').trim();
  return words === ''
    ? rows
    : rows.filter((row) => fold(`${row.number_sign} ${row.title} ${row.issuer}`).includes(words));
}
