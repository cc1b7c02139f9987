import { translate } from '#app/i18n/translate.ts';
import type { Db } from '#db/schema.ts';
import { plainName, TakenNames } from './archive.ts';
import type { ReleasedFacts } from './document-metadata.ts';

/** Where the text of each revision stands, in the order in which they are written. */
export type SourcePlaces = ReadonlyMap<string, string>;

export interface PrintedCopy {
  path: string;
  bytes: Uint8Array;
}

const two = (number: number) => String(number).padStart(2, '0');

/** A folder for each document by its code, a file for each revision by its issue, amendment and running number. */
export async function revisionSources(copy: Db): Promise<SourcePlaces> {
  const rows = await copy
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['revision.id', 'revision.number', 'revision.issue', 'revision.amendment', 'revision.language'])
    .select(['document.id as documentId', 'document.code', 'document.claimed_code'])
    .orderBy('document.id')
    .orderBy('revision.number')
    .orderBy('revision.id')
    .execute();
  const taken = new TakenNames();
  const folders = new Map<string, string>();
  const files = new TakenNames();
  const places = new Map<string, string>();
  for (const row of rows) {
    let folder = folders.get(row.documentId);
    if (!folder) {
      const name = plainName(row.code ?? row.claimed_code ?? '', 'chua-co-ma');
      folder = taken.take(name, `${name}-${row.documentId}`);
      folders.set(row.documentId, folder);
    }
    const name = `documents/${folder}/lan-${two(row.issue)}-${two(row.amendment)}.r${row.number}.${plainName(row.language, 'vi')}`;
    places.set(row.id, `${files.take(name, `${name}.${row.id}`)}.mdx`);
  }
  return places;
}

/** Every released revision with its decision and signer, in the order of the decisions. */
export async function releasedFacts(copy: Db, places: SourcePlaces): Promise<ReleasedFacts[]> {
  const rows = await copy
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .innerJoin('revision', 'revision.id', 'release_item.revision_id')
    .innerJoin('document', 'document.id', 'release_item.document_id')
    .innerJoin('agency', 'agency.id', 'release_item.agency_id')
    .select(['release_item.revision_id', 'release_item.in_force_from', 'release_item.in_force_until'])
    .select(['release.decision_number', 'release.signed_on', 'release.signer'])
    .select(['revision.title_vi', 'revision.title_en', 'revision.language', 'revision.change_summary'])
    .select(['revision.kind', 'revision.source_sha256', 'document.code'])
    .select(['agency.key as agencyKey', 'agency.name_vi as agencyName'])
    .orderBy('release.signed_on')
    .orderBy('release.released_at')
    .orderBy('release_item.id')
    .execute();
  const positions = await signerPositions(copy);
  return rows.map((row, at) => ({
    path: places.get(row.revision_id) ?? '',
    sha256: row.source_sha256,
    agencyKey: row.agencyKey,
    agencyName: row.agencyName,
    code: row.code,
    kindName: translate('vi', `documents.kind.${row.kind}`),
    decisionNumber: row.decision_number,
    signedOn: row.signed_on,
    signer: row.signer,
    signerPosition: positions.get(row.revision_id) ?? '',
    title: row.language === 'en' && row.title_en ? row.title_en : row.title_vi,
    language: row.language,
    summary: row.change_summary,
    ordinal: at + 1,
    inForceFrom: row.in_force_from,
    inForceUntil: row.in_force_until,
  }));
}

/** In which position each revision was approved, the last approval counting. */
async function signerPositions(copy: Db): Promise<Map<string, string>> {
  const rows = await copy
    .selectFrom('signature')
    .select(['revision_id', 'prefix', 'position_name'])
    .where('step', '=', 'approved')
    .orderBy('signed_at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.map((row) => [row.revision_id, [row.prefix, row.position_name].filter(Boolean).join(' ')]),
  );
}
