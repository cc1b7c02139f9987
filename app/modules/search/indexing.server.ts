import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import { dialectOf } from '#db/dialects/dialect.ts';
import type { Trx } from '#db/schema.ts';
import { type Entry, entryOf, placesOf } from './entries.ts';
import { namesOf } from './named.server.ts';
import { indexTerms, type Place } from './words.ts';

interface Owner {
  agency_id: string;
  document_id: string | null;
  revision_id: string | null;
  legal_basis_id: string | null;
}

/**
 * Words of a revision by place, in place of those it had: its code, titles and TTHC codes, each step, form, record, legal basis and
 * section. A text that cannot be compiled yet is found by what it holds as a whole.
 */
export async function indexRevision(
  trx: Trx,
  revisionId: string,
  compiled: CompiledDocument | null,
): Promise<void> {
  const revision = await trx
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['revision.agency_id', 'revision.document_id', 'revision.title_vi', 'revision.title_en'])
    .select(['revision.source', 'document.code', 'document.claimed_code'])
    .where('revision.id', '=', revisionId)
    .executeTakeFirstOrThrow();
  await forget(trx, revisionId);
  const { agency_id, document_id } = revision;
  const code = revision.code ?? revision.claimed_code;
  const entries: Entry[] = [
    ...[code, ...(compiled?.frontMatter.tthc ?? [])].flatMap((text) => entryOf('code', null, '', text)),
    ...[revision.title_vi, revision.title_en].flatMap((text) => entryOf('title', null, '', text)),
    ...(compiled
      ? placesOf(compiled, await namesOf(trx, agency_id, compiled))
      : entryOf('body', null, '', withoutMarkup(revision.source))),
  ];
  await insert(trx, { agency_id, document_id, revision_id: revisionId, legal_basis_id: null }, entries);
}

/** A revision begun as a copy of another is found by the same words, until its text is saved. */
export async function indexCopy(trx: Trx, revisionId: string, copiedId: string): Promise<void> {
  const copied = await trx
    .selectFrom('search_entry')
    .select(['place', 'key', 'heading', 'text', 'agency_id', 'document_id'])
    .where('revision_id', '=', copiedId)
    .orderBy('id')
    .execute();
  const [first] = copied;
  if (!first) return indexRevision(trx, revisionId, null);
  const owner = { agency_id: first.agency_id, document_id: first.document_id };
  const entries = copied.map(({ place, key, heading, text }) => ({
    place: place as Place, // written by the index only
    key,
    heading,
    text,
  }));
  await insert(trx, { ...owner, revision_id: revisionId, legal_basis_id: null }, entries);
}

export async function indexLegalBasis(
  trx: Trx,
  basis: { id: string; agency_id: string; number_sign: string; title: string },
): Promise<void> {
  const entries = [
    ...entryOf('code', null, '', basis.number_sign),
    ...entryOf('title', null, '', basis.title),
  ];
  const { agency_id, id } = basis;
  await insert(trx, { agency_id, document_id: null, revision_id: null, legal_basis_id: id }, entries);
}

/** Front matter and tags off: what is left of a text that the guard refused. */
function withoutMarkup(source: string): string {
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[\s#*|_`\\]+/g, ' ');
}

async function forget(trx: Trx, revisionId: string): Promise<void> {
  const old = await trx
    .selectFrom('search_entry')
    .select('id')
    .where('revision_id', '=', revisionId)
    .execute();
  if (old.length === 0) return;
  await dialectOf(trx).takeFromIndex(
    trx,
    old.map((row) => row.id),
  );
  await trx.deleteFrom('search_entry').where('revision_id', '=', revisionId).execute();
}

async function insert(trx: Trx, owner: Owner, entries: readonly Entry[]): Promise<void> {
  const last = await trx
    .selectFrom('search_entry')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst();
  const rows = entries.map((entry, at) => ({
    ...owner,
    ...entry,
    id: Number(last?.id ?? 0) + at + 1,
    folded: indexTerms(owner.agency_id, entry.place, `${entry.heading} ${entry.text}`),
  }));
  for (let at = 0; at < rows.length; at += 50) {
    const part = rows.slice(at, at + 50);
    await trx.insertInto('search_entry').values(part).execute();
    await dialectOf(trx).addToIndex(trx, part);
  }
}
