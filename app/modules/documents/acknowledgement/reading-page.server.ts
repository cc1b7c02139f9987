import { type Day, dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import type { NamesOfKeys } from '../comparison/change-sentence.ts';
import { roleNamesOf } from '../drafting/pressing.server.ts';
import { newestRevisionOf, revisionHead } from '../reading/revision-page.server.ts';
import { servedNames } from '../reading/served-page.server.ts';
import { type ShownText, shownText } from '../reading/shown-text.server.ts';
import { getRevision, type Revision } from '../revision-record.server.ts';
import { awaitingMyAcknowledgement, shownHash } from './acknowledgement.server.ts';
import { type OpenQuestion, questionsFor } from './questions.server.ts';
import { readRevisions } from './read-revisions.server.ts';
import { type ShownPart, shownParts } from './shown-parts.ts';
import { readSoFar } from './waiting.server.ts';

interface Room {
  db: Db;
  press: TextPress;
}

/** What is asked of the reader, as it will be signed. */
export interface ToRead {
  revisionId: string;
  whole: boolean;
  parts: string[];
  seenHash: string;
  due: Day;
  /** The whole text at a first reading. */
  text: ShownText | null;
  /** Otherwise the parts that are asked. */
  shown: ShownPart[];
  /** The revision that the reader knows. */
  against: { id: string; issue: number; amendment: number } | null;
  questions: OpenQuestion[];
}

/** What the actor is to read of a document now, and its head; null where nothing is asked. */
export async function readToAcknowledge(
  room: Room,
  actor: Actor,
  documentId: string,
  now: Instant,
  locale: Locale,
) {
  authorize(actor, 'revision.acknowledge');
  const day = dayOf(now);
  const [first] = await awaitingMyAcknowledgement(room.db, actor, day, documentId);
  const revisionId = first?.revision.revisionId ?? (await newestRevisionOf(room.db, actor, documentId));
  const head = await revisionHead(room.db, actor, revisionId, day);
  if (!first) return { head, toRead: null };
  const revision = await getRevision(room.db, actor, revisionId);
  const reading = (await readRevisions(room.db, [revisionId])).get(revisionId);
  const { whole, parts } = first.asked;
  const known = first.lastRevisionId ? await getRevision(room.db, actor, first.lastRevisionId) : null;
  const toRead: ToRead = {
    ...{ revisionId, whole, parts, due: first.due },
    seenHash: reading ? shownHash(reading, parts) : '',
    text: whole ? await shownText(room, actor, revision, day, locale) : null,
    shown: whole ? [] : await changedParts(room, actor, { revision, known, parts }, day, locale),
    against: known && { id: known.id, issue: known.issue, amendment: known.amendment },
    questions: await questionsFor(room.db, actor, revisionId),
  };
  return { head, toRead };
}

async function changedParts(
  room: Room,
  actor: Actor,
  asked: { revision: Revision; known: Revision | null; parts: readonly string[] },
  day: Day,
  locale: Locale,
): Promise<ShownPart[]> {
  const { revision, known, parts } = asked;
  const to = await compiledText(room.press, revision, locale);
  if (!to) return [];
  const from = known ? await compiledText(room.press, known, locale) : null;
  const documentIds = [revision.document_id];
  const officerId = actor.officerId ?? undefined;
  const read = await readSoFar(room.db, actor.agencyId, { officerId, documentIds });
  const before = read.get(`${actor.officerId} ${revision.document_id}`)?.known ?? new Map();
  const language = revision.language === 'en' ? 'en' : 'vi';
  const names = await namesOfKeys(room.db, actor.agencyId, language, day);
  return shownParts(parts, { from, to, read: new Set(before.keys()) }, locale, names);
}

async function compiledText(
  press: TextPress,
  { id, source }: Revision,
  locale: Locale,
): Promise<CompiledDocument | null> {
  return (await press.check(source, { file: id, locale })).compiled;
}

async function namesOfKeys(db: Db, agencyId: string, language: Locale, day: Day): Promise<NamesOfKeys> {
  const served = await servedNames(db, agencyId, language, day);
  const legalBases = Object.entries(served.legalBases).map(([key, basis]) => [key, basis.name]);
  return {
    roles: await roleNamesOf(db, agencyId, language),
    legalBases: Object.fromEntries(legalBases),
    fees: served.fees,
  };
}
