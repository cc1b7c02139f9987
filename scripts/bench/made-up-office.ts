import { join } from 'node:path';
import type { Insertable } from 'kysely';
import { openDatabase } from '#db/connection.ts';
import { migrate } from '#db/migrator.ts';
import type { Database, Db, TableName } from '#db/schema.ts';
import { newFolder } from './started-program.ts';

/** An office of invented rows, written straight into the tables: no commands, no journal, all valid on `madeUpDay`. */
export interface MadeUpOffice {
  db: Db;
  file: string;
  agencyId: string;
  unitId: string;
}

export const madeUpDay = '2026-11-21';
const since = '2026-01-01';
const at = '2026-01-01T00:00:00.000Z';

export async function madeUpOffice(): Promise<MadeUpOffice> {
  const file = join(newFolder(), 'qms.sqlite');
  const db = await openDatabase(file);
  await migrate(db, at);
  const [agencyId, unitId] = ['agency', 'unit'];
  const named = { key: 'bench', name_vi: 'Bản đo', name_en: 'Bench' };
  const valid = { valid_from: since, valid_until: null, recorded_at: at };
  await insertAll(db, 'agency', [
    {
      ...named,
      ...valid,
      id: agencyId,
      kind: 'ward',
      parent_id: null,
      legal_ground: null,
      time_zone: 'Asia/Ho_Chi_Minh',
      number_sign: 'UBND',
      edition: '2015',
    },
  ]);
  await insertAll(db, 'unit', [
    { ...named, ...valid, id: unitId, agency_id: agencyId, kind: 'office', sort: 1 },
  ]);
  return { db, file, agencyId, unitId };
}

export async function insertAll<T extends TableName>(
  db: Db,
  table: T,
  rows: readonly Insertable<Database[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 200) {
    // Kysely's own type for a table known only by its type variable.
    await db
      .insertInto(table as TableName)
      .values(rows.slice(from, from + 200) as never)
      .execute();
  }
}

export interface MadeUpDocument {
  id: string;
  code: string;
  title: string;
  field: string | null;
}

/** Documents in force, each with one released revision `r-<id>`. */
export async function insertDocuments(
  office: MadeUpOffice,
  documents: readonly MadeUpDocument[],
): Promise<void> {
  const { db, agencyId, unitId } = office;
  const owner = { agency_id: agencyId };
  await insertAll(db, 'release', [
    {
      ...owner,
      id: 'release',
      kind: 'decided',
      decision_number: '1/QĐ-UBND',
      signed_on: since,
      signer: '–',
      file_id: null,
      released_at: at,
      released_by: 'bench',
    },
  ]);
  await insertAll(
    db,
    'document',
    documents.map(({ id, code }) => ({
      ...owner,
      id,
      kind: 'procedure',
      code,
      code_folded: code.toLowerCase(),
      claimed_code: code,
      unit_id: unitId,
      created_at: at,
      created_by: 'bench',
    })),
  );
  await insertAll(
    db,
    'revision',
    documents.map((document) => revisionOf(document, agencyId)),
  );
  await insertAll(
    db,
    'release_item',
    documents.map(({ id }) => ({
      ...owner,
      id: `i-${id}`,
      release_id: 'release',
      document_id: id,
      revision_id: `r-${id}`,
      in_force_from: since,
      in_force_until: null,
    })),
  );
}

function revisionOf(
  { id, title, field }: MadeUpDocument,
  agencyId: string,
): Insertable<Database['revision']> {
  return {
    id: `r-${id}`,
    agency_id: agencyId,
    document_id: id,
    number: 1,
    issue: 1,
    amendment: 0,
    language: 'vi',
    state: 'released',
    title_vi: title,
    title_en: null,
    kind: 'procedure',
    field,
    is_public: 1,
    confidentiality: 'public',
    review_interval: 'P12M',
    source: '',
    source_sha256: '',
    page_sha256: null,
    change_summary: '',
    legal_ground: '',
    base_revision_id: null,
    version: 1,
    origin: '{}',
    findings: '[]',
    created_at: at,
    created_by: 'bench',
    submitted_at: at,
    submitted_by: 'bench',
  };
}

/** What is valid since the first day, for rows of the organisation. */
export const sinceTheFirstDay = { valid_from: since, valid_until: null, recorded_at: at };
