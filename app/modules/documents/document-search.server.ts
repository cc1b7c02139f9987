import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { dialectOf } from '#db/dialects/dialect.ts';
import type { Day, Db } from '#db/schema.ts';
import {
  type AskedTerms,
  type AskedWord,
  agencyTerm,
  askedWords,
  type Excerpt,
  excerptOf,
  foldedTerms,
  marksIn,
  type Place,
  places,
  placeTerm,
  spelledTerms,
} from '../search/words.ts';
import { inForceOn } from './in-force-query.server.ts';

export interface SearchResult {
  kind: 'document' | 'legal-basis';
  /** Of a document; null for a legal basis. */
  documentId: string | null;
  revisionId: string | null;
  /** Key of a legal basis in the register. */
  legalBasisKey: string | null;
  code: string | null;
  title: string;
  titleEn: string | null;
  /** Where the words stand. */
  place: Place;
  /** Key of the step or section. */
  key: string | null;
  heading: string;
  headingMarks: [number, number][];
  excerpt: Excerpt;
  /** in-force | not-yet-in-force | draft | in-review | approved; status of a legal basis. */
  state: string;
}

interface Hit {
  id: number;
  subject: string;
  place: Place;
  code: string | null;
  title: string;
  titleEn: string | null;
  documentId: string | null;
  revisionId: string | null;
  legalBasisKey: string | null;
  state: string;
}

export const searchPageSize = 20;

/** Entries looked at for one place and spelling; words that find more are too common to tell anything apart. */
const mostEntries = 300;
const batch = 300;
const mostBatches = 4;

/**
 * Documents and legal bases that hold all the words, each once, at its best place: code, title, step, body; exact
 * spelling before folded; then by code. Staff find what is in force or to come and open drafts, never what was
 * superseded; a citizen only public documents in force. Never throws over what was typed.
 */
export async function searchDocuments(
  db: Db,
  actor: Actor,
  words: string,
  { on, limit = searchPageSize, page = 1 }: { on: Day; limit?: number; page?: number },
): Promise<{ results: SearchResult[]; page: number; more: boolean }> {
  authorize(actor, 'search.words');
  const asked = askedWords(words);
  if (asked.length === 0) return { results: [], page: 1, more: false };
  const wanted = page * limit + 1;
  const found = new Map<string, Hit>();
  for (const place of places) {
    for (const hit of await hitsAt(db, actor, place, asked, on)) {
      if (!found.has(hit.subject)) found.set(hit.subject, hit);
    }
    if (found.size >= wanted) break;
  }
  const shown = [...found.values()].slice((page - 1) * limit, page * limit);
  return { results: await withWords(db, shown, asked), page, more: found.size >= wanted };
}

async function hitsAt(db: Db, actor: Actor, place: Place, asked: AskedWord[], on: Day): Promise<Hit[]> {
  const spelled = (await visibleHits(db, actor, place, spelledTerms(asked), on)).sort(byCode);
  if (spelled.length >= mostEntries) return spelled;
  const known = new Set(spelled.map((hit) => hit.id));
  const folded = await visibleHits(db, actor, place, foldedTerms(asked), on);
  return [...spelled, ...folded.filter((hit) => !known.has(hit.id)).sort(byCode)];
}

function byCode(a: Hit, b: Hit): number {
  return order(a.code ?? '\uffff', b.code ?? '\uffff') || rank(a) - rank(b) || b.id - a.id;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank({ state }: Hit): number {
  return state === 'in-force' ? 0 : 1;
}

async function visibleHits(db: Db, actor: Actor, place: Place, asked: AskedTerms, on: Day): Promise<Hit[]> {
  const terms = [agencyTerm(actor.agencyId), placeTerm(place), ...asked.terms];
  const hits: Hit[] = [];
  let before: number | null = null;
  for (let round = 0; round < mostBatches && hits.length < mostEntries; round += 1) {
    const ids: number[] = await dialectOf(db).findEntries(db, {
      terms,
      prefix: asked.prefix,
      before,
      limit: batch,
    });
    if (ids.length > 0) hits.push(...(await visibleAmong(db, actor, place, ids, on)));
    if (ids.length < batch) break;
    before = ids.at(-1) ?? null;
  }
  return hits;
}

/** Those of the entries that the actor may find on the day. What may not be found is left out by the queries. */
async function visibleAmong(
  db: Db,
  actor: Actor,
  place: Place,
  ids: readonly number[],
  on: Day,
): Promise<Hit[]> {
  const [ofDocuments, ofLegalBases] = [
    await revisionsAmong(db, actor, ids, on),
    place === 'code' || place === 'title' ? await legalBasesAmong(db, actor, ids) : [],
  ];
  return [
    ...ofDocuments.map((row) => ({
      id: row.id,
      subject: row.document_id,
      place,
      code: row.code ?? row.claimed_code,
      title: row.title_vi,
      titleEn: row.title_en,
      documentId: row.document_id,
      revisionId: row.revision_id,
      legalBasisKey: null,
      state: row.shown,
    })),
    ...ofLegalBases.map((row) => ({
      id: row.id,
      subject: row.basis,
      place,
      code: row.number_sign,
      title: row.title,
      titleEn: null,
      documentId: null,
      revisionId: null,
      legalBasisKey: row.key,
      state: row.status,
    })),
  ];
}

async function legalBasesAmong(db: Db, actor: Actor, ids: readonly number[]) {
  return db
    .selectFrom('search_entry as entry')
    .innerJoin('legal_basis', 'legal_basis.id', 'entry.legal_basis_id')
    .select(['entry.id', 'legal_basis.id as basis', 'legal_basis.key', 'number_sign', 'title', 'status'])
    .where('entry.id', 'in', ids)
    .where('legal_basis.agency_id', '=', actor.agencyId)
    .execute();
}

async function revisionsAmong(db: Db, actor: Actor, ids: readonly number[], on: Day) {
  const staff = may(actor, 'document.read-draft');
  let query = db
    .selectFrom('search_entry as entry')
    .innerJoin('revision', 'revision.id', 'entry.revision_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['entry.id', 'revision.id as revision_id', 'revision.document_id', 'revision.state'])
    .select(['revision.title_vi', 'revision.title_en', 'document.code', 'document.claimed_code'])
    .where('entry.id', 'in', ids)
    .where('revision.agency_id', '=', actor.agencyId);
  if (!staff) {
    query = query
      .where('revision.state', '=', 'released')
      .where('revision.is_public', '=', 1)
      .where('revision.confidentiality', '=', 'public');
  }
  const rows = await query.execute();
  const released = [...new Set(rows.filter((row) => row.state === 'released').map((row) => row.revision_id))];
  const inForce = await inForceAmong(db, actor, released, on);
  const toCome = staff ? await toComeAmong(db, released, on) : new Set<string>();
  return rows.flatMap((row) => {
    if (row.state !== 'released') return [{ ...row, shown: row.state }];
    if (inForce.has(row.revision_id)) return [{ ...row, shown: 'in-force' }];
    return toCome.has(row.revision_id) ? [{ ...row, shown: 'not-yet-in-force' }] : [];
  });
}

async function inForceAmong(db: Db, actor: Actor, revisionIds: readonly string[], on: Day) {
  if (revisionIds.length === 0) return new Set<string>();
  const rows = await inForceOn(db, actor.agencyId, on)
    .where('release_item.revision_id', 'in', revisionIds)
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}

/** Released for a day to come, and not withdrawn before it. */
async function toComeAmong(db: Db, revisionIds: readonly string[], on: Day): Promise<Set<string>> {
  if (revisionIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('release_item')
    .innerJoin('release', 'release.id', 'release_item.release_id')
    .select('release_item.revision_id')
    .where('release_item.revision_id', 'in', revisionIds)
    .where('release_item.in_force_from', '>', on)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('withdrawal')
            .select('withdrawal.id')
            .whereRef('withdrawal.document_id', '=', 'release_item.document_id')
            .whereRef('withdrawal.recorded_at', '>=', 'release.released_at'),
        ),
      ),
    )
    .execute();
  return new Set(rows.map((row) => row.revision_id));
}

/** The texts are read only for what is shown. */
async function withWords(db: Db, hits: readonly Hit[], asked: AskedWord[]): Promise<SearchResult[]> {
  if (hits.length === 0) return [];
  const rows = await db
    .selectFrom('search_entry')
    .select(['id', 'key', 'heading', 'text'])
    .where(
      'id',
      'in',
      hits.map((hit) => hit.id),
    )
    .execute();
  const entries = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap(({ id, subject, ...hit }) => {
    const entry = entries.get(id);
    if (!entry) return [];
    const { key, heading, text } = entry;
    return [
      {
        ...hit,
        kind: hit.documentId === null ? ('legal-basis' as const) : ('document' as const),
        key,
        heading,
        headingMarks: marksIn(heading, asked),
        excerpt: excerptOf(text, asked),
      },
    ];
  });
}
