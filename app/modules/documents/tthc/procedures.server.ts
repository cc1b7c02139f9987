import { NotFound } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { readAdministrativeProcedure } from './administrative-procedure.ts';
import { coverageOf, type NamingDocument } from './coverage.ts';
import { differencesOf } from './differences.ts';
import type { Line } from './line.ts';
import { fieldsOf } from './portal-record.ts';

export interface ProcedureFilter {
  words: string;
  field: string;
  level: string;
  line: string;
  /** with | without a document in force */
  documents: string;
  changed: boolean;
}

/** Documents in force with the codes that their front matter names. */
async function namingDocuments(db: Db, agencyId: string, day: Day): Promise<NamingDocument[]> {
  const rows = await db
    .selectFrom(inForceOn(db, agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['document.id', 'document.code', 'mention.key'])
    .distinct()
    .where('mention.kind', '=', 'tthc')
    .orderBy('document.code')
    .orderBy('mention.key')
    .execute();
  const documents = new Map<string, { id: string; code: string | null; tthc: string[] }>();
  for (const { id, code, key } of rows) {
    const document = documents.get(id) ?? { id, code, tthc: [] };
    document.tthc.push(key);
    documents.set(id, document);
  }
  return [...documents.values()];
}

/** The register of administrative procedures, by code, with what the list may be narrowed by. */
export async function listProcedures(db: Db, actor: Actor, filter: ProcedureFilter, day: Day) {
  authorize(actor, 'administrative-procedure.read');
  const all = await db
    .selectFrom('administrative_procedure as procedure')
    .select(['id', 'code', 'name', 'field', 'level', 'line', 'line_decided_by'])
    .select((eb) =>
      eb
        .selectFrom('administrative_procedure_change as change')
        .select((one) => one.fn.max('change.recorded_at').as('at'))
        .whereRef('change.procedure_id', '=', 'procedure.id')
        .as('changedAt'),
    )
    .where('procedure.agency_id', '=', actor.agencyId)
    .orderBy('code')
    .execute();
  const documents = await namingDocuments(db, actor.agencyId, day);
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const rows = all
    .map((row) => ({
      ...{ code: row.code, name: row.name, field: row.field, level: row.level, line: row.line },
      isDecided: row.line_decided_by !== null,
      changedAt: row.changedAt,
      documents: documents.filter((one) => one.tthc.includes(row.code)).map(({ id, code }) => ({ id, code })),
    }))
    .filter(
      (row) =>
        words.every((word) => fold(`${row.code} ${row.name}`).includes(word)) &&
        (filter.field === '' || row.field === filter.field) &&
        (filter.level === '' || row.level === filter.level) &&
        (filter.line === '' || row.line === filter.line) &&
        (filter.documents === '' || (filter.documents === 'with') === row.documents.length > 0) &&
        (!filter.changed || row.changedAt !== null),
    );
  const among = (key: 'field' | 'level') =>
    [...new Set(all.map((row) => row[key]))].sort((a, b) => a.localeCompare(b, 'vi'));
  return { rows, all: all.length, fields: among('field'), levels: among('level') };
}

async function getProcedureRow(db: Db, actor: Actor, code: string) {
  authorize(actor, 'administrative-procedure.read');
  const row = await db
    .selectFrom('administrative_procedure')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** One procedure as far as its record can be read; laws of the register are named by their key. */
export async function getProcedure(db: Db, actor: Actor, code: string, locale: Locale) {
  const row = await getProcedureRow(db, actor, code);
  const source: unknown = JSON.parse(row.source);
  const read = readAdministrativeProcedure(source, locale);
  if (!read) throw new NotFound();
  const known = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'number_sign'])
    .execute();
  const keys = new Map(known.map((basis) => [basis.number_sign, basis.key]));
  return {
    row: {
      ...{ id: row.id, code: row.code, line: row.line as Line, recordedAt: row.recorded_at }, // check constraint
      isDecided: row.line_decided_by !== null,
    },
    read,
    fields: fieldsOf(source),
    bases: read.legalBases.map((sign) => ({ sign, key: keys.get(sign) ?? null })),
  };
}

/** The page of one procedure: what it says, what changed and when, who decided whose it is, which texts name it. */
export async function readProcedure(db: Db, actor: Actor, code: string, day: Day, locale: Locale) {
  const procedure = await getProcedure(db, actor, code, locale);
  const changes = await db
    .selectFrom('administrative_procedure_change')
    .select(['id', 'source_before', 'source_after', 'recorded_at'])
    .where('procedure_id', '=', procedure.row.id)
    .orderBy('recorded_at', 'desc')
    .limit(50)
    .execute();
  const decisions = await db
    .selectFrom('administrative_procedure_line as decision')
    .leftJoin('officer', 'officer.id', 'decision.decided_by')
    .select(['decision.id', 'decision.line', 'decision.reason', 'decision.decided_at', 'officer.name'])
    .where('decision.procedure_id', '=', procedure.row.id)
    .orderBy('decision.decided_at', 'desc')
    .limit(50)
    .execute();
  const documents = await namingDocuments(db, actor.agencyId, day);
  return {
    ...procedure,
    changes: changes.map((one) => ({
      id: one.id,
      at: one.recorded_at,
      differences: differencesOf(JSON.parse(one.source_before), JSON.parse(one.source_after)),
    })),
    decisions: decisions.map((one) => ({
      ...{ id: one.id, line: one.line, reason: one.reason, at: one.decided_at, who: one.name ?? '' },
    })),
    documents: documents
      .filter((one) => one.tthc.includes(code))
      .map(({ id, code: of }) => ({ id, code: of })),
  };
}

/** How far the documents in force cover what the office itself has to do. */
export async function readCoverage(db: Db, actor: Actor, day: Day) {
  authorize(actor, 'administrative-procedure.read');
  const procedures = await db
    .selectFrom('administrative_procedure')
    .select(['code', 'name', 'line'])
    .where('agency_id', '=', actor.agencyId)
    .orderBy('code')
    .execute();
  return coverageOf(
    procedures.map((one) => ({ ...one, line: one.line as Line })), // check constraint
    await namingDocuments(db, actor.agencyId, day),
  );
}
