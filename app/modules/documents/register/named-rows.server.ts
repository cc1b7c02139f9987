import { z } from 'zod';
import type { Locale } from '#app/i18n/locale.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';

export interface RegisterRoom {
  db: Db;
  actor: Actor;
  locale: Locale;
  day: Day;
}

/** The most rows a register brings to paper; an office of a ward has some hundreds. */
export const mostRows = 5000;

const recordDetails = z.object({
  name: z.string(),
  from: z.string(),
  keeper: z.string(),
  retention: z.string(),
});

/** What the revisions in force on a day name, of one kind, with the document that names it. */
export async function namedInForce(
  db: Db,
  agencyId: string,
  kind: 'form' | 'legal-basis' | 'record',
  day: Day,
) {
  return db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['mention.key', 'mention.place', 'mention.details', 'current.revision_id'])
    .select(['document.code', 'document.unit_id', 'revision.title_vi', 'revision.title_en'])
    .where('mention.kind', '=', kind)
    .orderBy('document.code')
    .orderBy('mention.id')
    .limit(mostRows)
    .execute();
}

export type NamedRow = Awaited<ReturnType<typeof namedInForce>>[number];

export function recordOf(row: NamedRow): z.infer<typeof recordDetails> {
  return recordDetails.parse(JSON.parse(row.details));
}

/** The documents that name each key, by code, each once. */
export function namersByKey(rows: readonly NamedRow[], fold: (key: string) => string): Map<string, string[]> {
  const namers = new Map<string, string[]>();
  for (const { key, code } of rows) {
    if (code === null) continue;
    const list = namers.get(fold(key)) ?? [];
    if (!list.includes(code)) list.push(code);
    namers.set(fold(key), list);
  }
  return namers;
}

/** Roles responsible for the steps of the revisions in force, by `revision step`. */
export async function responsibleInForce(db: Db, agencyId: string, day: Day): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('step', 'step.revision_id', 'current.revision_id')
    .innerJoin('duty', 'duty.step_id', 'step.id')
    .select(['current.revision_id', 'step.key', 'duty.role_key'])
    .where('duty.letter', '=', 'R')
    .execute();
  return new Map(rows.map((row) => [`${row.revision_id} ${row.key}`, row.role_key]));
}
