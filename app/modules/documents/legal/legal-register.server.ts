import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { fold } from '#app/modules/search/fold.ts';
import { indexLegalBasis } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { readYaml } from '../starter-file.server.ts';
import { legalBasesNow } from './bases-now.server.ts';
import { insertAmendment } from './basis-recording.server.ts';
import { basisStatusOn } from './basis-status.ts';

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
  /** Parts of it that change on a day, known when the register was written. */
  amendments: z
    .array(
      z.object({
        effectOn: z.string().refine(isDay, 'not a day'),
        by: z.string().nullable(),
        note: z.string().min(1),
      }),
    )
    .optional(),
});
export type LegalBasis = z.infer<typeof legalBasis>;

/** The starter register of legal bases: every file of `content/legal`. */
export function readLegalBases(folder: string): LegalBasis[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readYaml(join(folder, name), z.array(legalBasis)));
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
    for (const { effectOn, by, note } of entry.amendments ?? [])
      await insertAmendment(trx, actor, basis.id, { effectOn, amendedBy: by, note, retracts: null }, now);
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

export interface LegalBasisFilter {
  words?: string | undefined;
  status?: string | undefined;
}

/** The register of legal bases as it stands now, each with what it is on the day. */
export async function listLegalBases(db: Db, actor: Actor, filter: LegalBasisFilter, today: Day) {
  authorize(actor, 'legal-basis.read');
  const rows = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .selectAll()
    .orderBy('key')
    .limit(2000)
    .execute();
  const words = fold(filter.words ?? '').trim();
  return rows
    .map((row) => ({ ...row, status: basisStatusOn(row, today) }))
    .filter((row) => !filter.status || row.status === filter.status)
    .filter((row) => words === '' || fold(`${row.number_sign} ${row.title} ${row.issuer}`).includes(words));
}
