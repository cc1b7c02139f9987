import { type AskedWord, foldedTerms } from '../../search/words.ts';
import { entriesWith } from './index-entries.server.ts';
import type { Reader } from './visible-entries.server.ts';

/** Entries looked at for the words that the titles leave open. */
const mostBeneath = 2_000;
/** Titles that hold the most of the words first; what holds fewer is hardly meant. */
const mostGroups = 6;

interface Group {
  missing: AskedWord[];
  revisions: Set<string>;
}

/**
 * Entries of documents that hold some of the words in their code or title and all the others in one step or section.
 * Asked only where no entry holds them all, so that a search that finds something costs nothing more.
 */
export async function entriesBeneathTitles(reader: Reader, asked: readonly AskedWord[]): Promise<number[]> {
  if (asked.length < 2 || !(await allKnown(reader, asked))) return [];
  const found: number[] = [];
  for (const { missing, revisions } of await groupsOf(reader, asked)) {
    const ids = await entriesWith(reader, foldedTerms(missing), { limit: mostBeneath, inAnyOrder: true });
    if (ids.length === 0) continue;
    const rows = await reader.db
      .selectFrom('search_entry')
      .select(['id', 'revision_id'])
      .where('id', 'in', ids)
      .execute();
    found.push(...rows.filter((row) => revisions.has(row.revision_id ?? '')).map((row) => row.id));
    if (found.length > 0) break;
  }
  return found;
}

/** A word that stands nowhere ends the search before it costs anything. */
async function allKnown(reader: Reader, asked: readonly AskedWord[]): Promise<boolean> {
  for (const word of asked) {
    const some = await entriesWith(reader, foldedTerms([word]), { limit: 1, inAnyOrder: true });
    if (some.length === 0) return false;
  }
  return true;
}

/** Revisions by the words that their code and title leave open; fewest open words first. */
async function groupsOf(reader: Reader, asked: readonly AskedWord[]): Promise<Group[]> {
  const held = new Map<string, Set<AskedWord>>();
  for (const word of asked) {
    for (const revision of await revisionsNamed(reader, word)) {
      held.set(revision, (held.get(revision) ?? new Set()).add(word));
    }
  }
  const groups = new Map<string, Group>();
  for (const [revision, words] of held) {
    const open = asked.filter((word) => !words.has(word));
    // All of them in code and title together: the last one leads to the entry.
    const missing = open.length > 0 ? open : asked.slice(-1);
    const name = missing.map((word) => asked.indexOf(word)).join(' ');
    const group = groups.get(name) ?? { missing, revisions: new Set() };
    group.revisions.add(revision);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => a.missing.length - b.missing.length).slice(0, mostGroups);
}

async function revisionsNamed(reader: Reader, word: AskedWord): Promise<string[]> {
  const ids: number[] = [];
  for (const place of ['code', 'title'] as const) {
    ids.push(...(await entriesWith(reader, foldedTerms([word]), { place, inAnyOrder: true })));
  }
  if (ids.length === 0) return [];
  const rows = await reader.db
    .selectFrom('search_entry')
    .select('revision_id')
    .where('id', 'in', ids)
    .execute();
  return rows.flatMap((row) => row.revision_id ?? []);
}
