import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import {
  type AskedTerms,
  type AskedWord,
  askedWords,
  type Excerpt,
  excerptOf,
  foldedTerms,
  marksIn,
  type Place,
  places,
  spelledTerms,
} from '../../search/words.ts';
import { entriesWith, mostEntries } from './index-entries.server.ts';
import { entriesBeneathTitles } from './split-words.server.ts';
import { type Hit, type Reader, visibleAmong } from './visible-entries.server.ts';

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
  /** in-force | not-yet-in-force | awaiting-acknowledgement | draft | in-review | approved; status of a legal basis. */
  state: string;
}

export const searchPageSize = 20;

/** How often more entries are asked for when those found may not be shown. */
const mostRounds = 4;

/**
 * Documents and legal bases that hold all the words in one place, or where none does, partly in their code or title and
 * the rest in one place, each once, at its best place: code, title, step, body; exact
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
  for await (const tier of tiersOf({ db, actor, on }, asked)) {
    for (const hit of tier.sort(byCode)) if (!found.has(hit.subject)) found.set(hit.subject, hit);
    if (found.size >= wanted) break;
  }
  if (found.size === 0) {
    const beneath = await visibleAmong(
      { db, actor, on },
      await entriesBeneathTitles({ db, actor, on }, asked),
    );
    for (const hit of beneath.sort(byCode)) if (!found.has(hit.subject)) found.set(hit.subject, hit);
  }
  const shown = [...found.values()].slice((page - 1) * limit, page * limit);
  return { results: await withWords(db, shown, asked), page, more: found.size >= wanted };
}

/** What is found, best first: place by place, and in each what is spelled as asked before what only folds alike. */
async function* tiersOf(reader: Reader, asked: AskedWord[]): AsyncGenerator<Hit[]> {
  const [spelled, folded] = [spelledTerms(asked), foldedTerms(asked)];
  const all = await entriesWith(reader, folded, { inAnyOrder: true });
  if (all.length < mostEntries) {
    if (all.length === 0) return;
    const exact = new Set(await entriesWith(reader, spelled, { inAnyOrder: true }));
    const hits = await visibleAmong(reader, all);
    for (const place of places) {
      const here = hits.filter((hit) => hit.place === place);
      yield here.filter((hit) => exact.has(hit.id));
      yield here.filter((hit) => !exact.has(hit.id));
    }
    return;
  }
  for (const place of places) {
    // What does not even fold alike is not spelled alike: an empty place is asked once, not twice.
    const some = await entriesWith(reader, folded, { place, inAnyOrder: true, limit: 1 });
    if (some.length === 0) continue;
    const exact = await visibleHits(reader, spelled, place, new Set());
    yield exact;
    yield await visibleHits(reader, folded, place, new Set(exact.map((hit) => hit.id)));
  }
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

async function visibleHits(
  reader: Reader,
  asked: AskedTerms,
  place: Place,
  known: ReadonlySet<number>,
): Promise<Hit[]> {
  const hits: Hit[] = [];
  let before: number | null = null;
  for (let round = 0; round < mostRounds && hits.length < mostEntries; round += 1) {
    const ids: number[] = await entriesWith(reader, asked, { place, before });
    hits.push(
      ...(await visibleAmong(
        reader,
        ids.filter((id) => !known.has(id)),
      )),
    );
    if (ids.length < mostEntries) break;
    before = ids.at(-1) ?? null;
  }
  return hits;
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
