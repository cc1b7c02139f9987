import { z } from 'zod';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db, Trx } from '#db/schema.ts';
import { foldCode, sameCode } from '../document-code.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { basisStatusOn } from '../legal/basis-status.ts';
import { citedName } from './served-page.ts';

const clauseDetails = z.object({ edition: z.string() });

export interface NamedForm {
  code: string;
  /** Null when no document of the office has this code, or the reader may not see it. */
  documentId: string | null;
  titleVi: string | null;
  titleEn: string | null;
  inForce: boolean;
}

/**
 * What a released revision names and what names it, on a day: clauses, forms, legal bases with their status, codes of
 * administrative procedures, and the documents in force that use this one.
 */
export async function placeInSystem(
  db: Db,
  actor: Actor,
  about: { revisionId: string; code: string | null; language: 'vi' | 'en' },
  day: Day,
) {
  authorize(actor, 'document.read-public');
  const mentions = await db
    .selectFrom('mention')
    .select(['kind', 'key', 'details'])
    .where('agency_id', '=', actor.agencyId)
    .where('revision_id', '=', about.revisionId)
    .orderBy('key')
    .execute();
  const keysOf = (kind: string) => [
    ...new Set(mentions.filter((one) => one.kind === kind).map((one) => one.key)),
  ];
  const clauses: Record<string, string[]> = {};
  for (const { kind, key, details } of mentions) {
    if (kind !== 'clause') continue;
    const { edition } = clauseDetails.parse(JSON.parse(details));
    const list = clauses[edition] ?? [];
    if (!list.includes(key)) list.push(key);
    clauses[edition] = list;
  }
  for (const list of Object.values(clauses)) list.sort(byNumber);
  return {
    clauses,
    tthc: keysOf('tthc'),
    forms: await formsNamed(db, actor, keysOf('form'), day),
    legalBases: await basesNamed(db, actor, keysOf('legal-basis'), about.language, day),
    usedBy: await usedBy(db, actor, about.code, day),
  };
}

export type PlaceInSystem = Awaited<ReturnType<typeof placeInSystem>>;

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

export async function formsNamed(db: Db, actor: Actor, codes: string[], day: Day): Promise<NamedForm[]> {
  if (codes.length === 0) return [];
  const staff = may(actor, 'document.read');
  const rows = await db
    .selectFrom('document')
    .leftJoin(inForceOn(db, actor.agencyId, day).as('current'), 'current.document_id', 'document.id')
    .leftJoin('revision', 'revision.id', 'current.revision_id')
    .select(['document.id', 'document.code_folded', 'current.revision_id'])
    .select(['revision.title_vi', 'revision.title_en', 'revision.is_public', 'revision.confidentiality'])
    .where('document.agency_id', '=', actor.agencyId)
    .where('document.code_folded', 'in', codes.map(foldCode))
    .execute();
  return codes.sort(byNumber).map((code) => {
    const row = rows.find((one) => one.code_folded === foldCode(code));
    const seen = row && (staff || (row.is_public === 1 && row.confidentiality === 'public'));
    return {
      code,
      documentId: seen ? row.id : null,
      titleVi: seen ? row.title_vi : null,
      titleEn: seen ? row.title_en : null,
      inForce: Boolean(row?.revision_id),
    };
  });
}

export async function basesNamed(
  db: Db | Trx,
  actor: Actor,
  keys: string[],
  language: 'vi' | 'en',
  day: Day,
) {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'kind', 'number_sign', 'title', 'status', 'replaced_by'])
    .select(['in_force_from', 'in_force_until'])
    .where('key', 'in', keys)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({
    ...row,
    status: basisStatusOn(row, day),
    name: citedName(row.kind, row.number_sign, language),
  }));
}

async function usedBy(db: Db, actor: Actor, code: string | null, day: Day) {
  if (code === null) return [];
  const staff = may(actor, 'document.read');
  const named = await db
    .selectFrom('mention')
    .select('key')
    .distinct()
    .where('agency_id', '=', actor.agencyId)
    .where('kind', '=', 'form')
    .execute();
  const keys = named.map((row) => row.key).filter((key) => sameCode(key, code));
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'revision.title_vi', 'revision.title_en'])
    .select(['revision.is_public', 'revision.confidentiality'])
    .where('mention.kind', '=', 'form')
    .where('mention.key', 'in', keys)
    .orderBy('document.code')
    .execute();
  const users = new Map<
    string,
    { id: string; code: string | null; titleVi: string; titleEn: string | null }
  >();
  for (const row of rows) {
    if (!staff && !(row.is_public === 1 && row.confidentiality === 'public')) continue;
    users.set(row.id, { id: row.id, code: row.code, titleVi: row.title_vi, titleEn: row.title_en });
  }
  return [...users.values()];
}
