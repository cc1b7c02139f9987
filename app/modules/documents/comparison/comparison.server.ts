import { NotFound } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { roleNamesOf } from '../drafting/pressing.server.ts';
import { revisionInForce } from '../in-force.ts';
import { servedNames } from '../reading/served-page.server.ts';
import { forceRecordOf } from '../revision-facts.server.ts';
import { getDocument, getRevision, type Revision } from '../revision-record.server.ts';
import { changeSentence, type NamesOfKeys } from './change-sentence.ts';
import { type Comparison, compareDocuments } from './section-changes.ts';
import { wordExcerpt } from './word-excerpt.ts';

interface Room {
  db: Db;
  press: TextPress;
}

/** Two revisions of a document, by what the address asks; without it the newest against the one before or in force. */
export async function readComparison(
  room: Room,
  actor: Actor,
  asked: { documentId: string; from: string | null; to: string | null },
  day: Day,
  locale: Locale,
) {
  authorize(actor, 'document.read-draft');
  const document = await getDocument(room.db, actor, asked.documentId);
  const revisions = await room.db
    .selectFrom('revision')
    .select(['id', 'number', 'issue', 'amendment', 'state', 'title_vi', 'title_en'])
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .limit(500)
    .execute();
  const current = revisionInForce(await forceRecordOf(room.db, document.id), day);
  const own = (id: string | null) => revisions.find((one) => one.id === id);
  if ((asked.from && !own(asked.from)) || (asked.to && !own(asked.to))) throw new NotFound();
  const to = own(asked.to) ?? revisions[0];
  const before = revisions.find((one) => one.number < (to?.number ?? 0));
  const from = own(asked.from) ?? (current !== to?.id ? own(current) : undefined) ?? before;
  const [newest] = revisions;
  return {
    documentId: document.id,
    code: document.code ?? document.claimed_code,
    title: { vi: newest?.title_vi ?? '', en: newest?.title_en ?? null },
    revisions: revisions.map(({ id, number, issue, amendment, state }) => ({
      ...{ id, number, issue, amendment, state },
      inForce: id === current,
    })),
    from: from?.id ?? null,
    to: to?.id ?? null,
    compared:
      from && to && from.id !== to.id ? await compare(room, actor, from.id, to.id, day, locale) : null,
  };
}

/** The fields and wordings in which two revisions differ, told in the reader's language. Null where one cannot be read. */
async function compare(room: Room, actor: Actor, fromId: string, toId: string, day: Day, locale: Locale) {
  const found = await compareRevisions(room, actor, fromId, toId, locale);
  if (!found) return null;
  const names = await namesOfKeys(room.db, actor, day, locale);
  return told(found, locale, names);
}

/** Pure comparison of two revisions of the actor's agency; null where the guard refuses one of the texts. */
async function compareRevisions(
  room: Room,
  actor: Actor,
  fromId: string,
  toId: string,
  locale: Locale,
): Promise<Comparison | null> {
  authorize(actor, 'document.read-draft');
  const from = await compiledOf(room, await getRevision(room.db, actor, fromId), locale);
  const to = await compiledOf(room, await getRevision(room.db, actor, toId), locale);
  return from && to ? compareDocuments(from, to) : null;
}

async function compiledOf(
  { press }: Room,
  revision: Revision,
  locale: Locale,
): Promise<CompiledDocument | null> {
  return (await press.check(revision.source, { file: revision.id, locale })).compiled;
}

async function namesOfKeys(db: Db, actor: Actor, day: Day, locale: Locale): Promise<NamesOfKeys> {
  const served = await servedNames(db, actor.agencyId, locale, day);
  return {
    roles: await roleNamesOf(db, actor.agencyId, locale),
    legalBases: Object.fromEntries(
      Object.entries(served.legalBases).map(([key, basis]) => [key, basis.name]),
    ),
    fees: served.fees,
  };
}

function told({ head, sections }: Comparison, locale: Locale, names: NamesOfKeys) {
  const say = (change: Comparison['head'][number]) => changeSentence(change, locale, names);
  return {
    head: head.map(say),
    sections: sections
      .filter((section) => section.change !== 'unchanged' || section.fields.length > 0)
      .map(({ id, title, change, before, after, fields }) => ({
        ...{ id, title, change },
        sentences: fields.map(say),
        words: wordExcerpt(before, after),
      })),
    same: sections.filter((section) => section.change === 'unchanged').length,
  };
}
export type ToldComparison = NonNullable<Awaited<ReturnType<typeof compare>>>;

/** What a revision changes in the terms of the field, against another; for the pages on which it is signed. */
export async function fieldChangesOf(
  room: Room,
  actor: Actor,
  pair: { from: string; to: string },
  day: Day,
  locale: Locale,
): Promise<string[]> {
  const compared = await compare(room, actor, pair.from, pair.to, day, locale);
  return compared ? [...compared.head, ...compared.sections.flatMap((section) => section.sentences)] : [];
}
