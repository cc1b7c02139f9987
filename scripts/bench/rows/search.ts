import SqliteDatabase from 'better-sqlite3';
import { searchDocuments } from '#app/modules/documents/reading/document-search.server.ts';
import {
  type AskedTerms,
  agencyTerm,
  askedWords,
  foldedTerms,
  places,
  placeTerm,
  spelledTerms,
} from '#app/modules/search/words.ts';
import { type Actor, citizenOf } from '#app/permissions/actor.ts';
import { officeWithLibrary, planted } from '../made-up-library.ts';
import { type MadeUpOffice, madeUpDay } from '../made-up-office.ts';
import { inRounds, inTime, timed } from '../rounds.ts';
import type { Measured, Row } from '../row.ts';

const documents = 10_000;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** What people type: codes, words of many and of few documents, with and without marks, half typed, and not there. */
const questions = [
  'QT-00042',
  '1.000777',
  planted.inAll,
  planted.inTenth,
  fold(planted.inTenth),
  planted.inHundredth,
  fold(planted.inHundredth),
  'thừa kế quyền sử dụ',
  planted.inThousandth,
  fold(planted.inThousandth),
  'con nuôi nước ngoài',
  'không có ở đâu zzz',
];

/** As far as the product looks among the newest entries with words that stand everywhere; both sides must agree. */
const mostLookedAt = 200;

/** Common words: one place and one spelling, its newest entries only. */
const newestFound = `
  select id, 0 as place, 0 as folded from (select rowid as id from search_index where search_index match :match
    order by rowid desc limit ${mostLookedAt})`;

/** Rarer words: one question for all that folds alike, one for what is spelled so. */
const allFound = `
  select e.id, case e.place ${places.map((place, at) => `when '${place}' then ${at}`).join(' ')} end as place,
    e.id not in (select rowid from search_index where search_index match :spelled) as folded
  from search_index cross join search_entry e on e.id = search_index.rowid where search_index match :folded`;

/** First documents of what was found, written by hand for SQLite's FTS5. */
const bareStatement = (found: string) => `
with found as (${found}),
visible as (
  select found.id, found.place, found.folded, r.document_id, r.title_vi, d.code
  from found cross join search_entry e on e.id = found.id cross join revision r on r.id = e.revision_id
  cross join document d on d.id = r.document_id
  where r.agency_id = :agency and exists (
    select 1 from release_item i join release on release.id = i.release_id
    where i.revision_id = r.id and i.in_force_from <= :day and (i.in_force_until is null or i.in_force_until >= :day)
      and not exists (select 1 from withdrawal w where w.document_id = i.document_id and w.effective_from <= :day
        and w.recorded_at >= release.released_at)
      and not exists (select 1 from release_item later where later.document_id = i.document_id and later.id <> i.id
        and later.in_force_from <= :day and later.in_force_from >= i.in_force_from))
), best as (
  select *, row_number() over (partition by document_id order by place, folded, id desc) as nth from visible
), first as (
  select * from best where nth = 1 order by place, folded, code, id desc limit 40
)
select first.document_id as documentId, first.code, first.title_vi as title, first.place, e.key, e.heading, e.text
from first cross join search_entry e on e.id = first.id order by first.place, first.folded, first.code, first.id desc`;

interface BareRow {
  documentId: string;
  place: number;
  key: string | null;
}

function matchOf({ terms, prefix }: AskedTerms): string {
  const quoted = terms.map((term) => `"${term}"`);
  return [...quoted, ...(prefix === null ? [] : [`"${prefix}"*`])].join(' AND ');
}

type Question = { folded: string; spelled: string; tiers: { place: number; match: string }[] };

/** What is put to the index, made beforehand: folding what was typed is no work of the database. */
function questionOf(agencyId: string, typed: string): Question {
  const words = askedWords(typed);
  const match = ({ terms, prefix }: AskedTerms, ...place: string[]) =>
    matchOf({ terms: [agencyTerm(agencyId), ...place, ...terms], prefix });
  const [spelled, folded] = [spelledTerms(words), foldedTerms(words)];
  const tiers = places.flatMap((place, at) =>
    [spelled, folded].map((terms) => ({ place: at, match: match(terms, placeTerm(place)) })),
  );
  return { folded: match(folded), spelled: match(spelled), tiers };
}

/**
 * Prepared statements and nothing else: one for rarer words; for common ones one a place and spelling, best first, until
 * a page is full.
 */
function bareSearch(bare: SqliteDatabase.Database, agency: string): (typed: string) => BareRow[] {
  const all = bare.prepare<Record<string, string>, BareRow>(bareStatement(allFound));
  const newest = bare.prepare<Record<string, string>, BareRow>(bareStatement(newestFound));
  const count = bare.prepare<Record<string, string>, { many: number }>(
    'select count(*) as many from search_index where search_index match :folded',
  );
  const owner = { agency, day: madeUpDay };
  const tierByTier = ({ tiers }: Question): BareRow[] => {
    const found = new Map<string, BareRow>();
    for (const { place, match } of tiers) {
      for (const row of newest.all({ ...owner, match }))
        if (!found.has(row.documentId)) found.set(row.documentId, { ...row, place });
      if (found.size > 20) break;
    }
    return [...found.values()];
  };
  const prepared = new Map(
    questions.map((typed) => {
      const question = questionOf(agency, typed);
      const { folded, spelled } = question;
      const isCommon = (count.get({ folded })?.many ?? 0) >= mostLookedAt;
      return [
        typed,
        () => (isCommon ? tierByTier(question) : all.all({ ...owner, folded, spelled })).slice(0, 20),
      ];
    }),
  );
  return (typed) => prepared.get(typed)?.() ?? [];
}

async function compare(office: MadeUpOffice, count: number, rounds: number): Promise<Measured> {
  const bare = new SqliteDatabase(office.file, { readonly: true });
  try {
    const actor: Actor = { ...citizenOf(office.agencyId), roles: ['officer'] };
    const ours = (question: string) => searchDocuments(office.db, actor, question, { on: madeUpDay });
    const theirs = bareSearch(bare, office.agencyId);
    const each: string[] = [];
    for (const question of questions) {
      const [one, other] = [(await ours(question)).results, theirs(question)];
      const told = one
        .map(({ documentId, place, key }) => `${documentId} ${places.indexOf(place)} ${key}`)
        .join();
      if (told !== other.map(({ documentId, place, key }) => `${documentId} ${place} ${key}`).join()) {
        throw new Error(`"${question}" finds ${one.length} and ${other.length} documents that differ.`);
      }
      const compared = await inRounds(
        5,
        () => timed(() => ours(question)),
        () => timed(() => theirs(question)),
      );
      each.push(`${question} ${one.length} found ${inTime(compared.ours)} : ${inTime(compared.peer)}`);
    }
    const compared = await inRounds(
      rounds * 3,
      () =>
        timed(async () => {
          for (const question of questions) await ours(question);
        }),
      () => timed(() => questions.map(theirs)),
    );
    return {
      label: `${count} documents`,
      ours: `${inTime(compared.ours / questions.length)} a question`,
      against: `raw FTS5 ${inTime(compared.peer / questions.length)}`,
      ratio: compared.ratio,
      goal: { atMost: 1.5 },
      note: `${questions.length} questions, the same documents and places in the same order from both, ours with excerpts; ${each.join('; ')}`,
    };
  } finally {
    bare.close();
  }
}

/** What people type into the search, against hand-written statements on the same index that find the same. */
export const search: Row = {
  name: 'search',
  async measure({ rounds, share }) {
    const count = documents * share;
    const office = await officeWithLibrary(count);
    try {
      return [await compare(office, count, rounds)];
    } finally {
      await office.db.destroy();
    }
  },
};
