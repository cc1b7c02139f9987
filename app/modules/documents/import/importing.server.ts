import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { checkSet } from './check-set.ts';
import { type ImportOutcome, importProcedures, readImports } from './import-command.server.ts';
import { readProcedures, type WordFile } from './read-procedures.server.ts';
import { isRefusal } from './word-document.ts';

export type FileOutcome = ImportOutcome | { kind: 'refused'; file: string; message: string };

/** Reads and records Word files one after another, each in a transaction of its own: all of a file or none of it. */
export async function importFiles(
  room: { db: Db; press: TextPress },
  actor: Actor,
  files: readonly WordFile[],
  now: Instant,
  locale: Locale,
): Promise<FileOutcome[]> {
  const about = { locale, day: dayOf(now) };
  const outcomes: FileOutcome[] = [];
  const given = files.map((file) => () => file);
  for await (const read of readProcedures(room.db, room.press, actor, given, about)) {
    if (isRefusal(read)) outcomes.push({ kind: 'refused', file: read.file, message: read.refused.message });
    else outcomes.push(...(await inTransaction(room.db, (trx) => importProcedures(trx, actor, [read], now))));
  }
  return outcomes;
}

/** Drafts of one import with their findings, and what only shows between them. */
export async function importResult(db: Db, actor: Actor, revisionIds: readonly string[], locale: Locale) {
  const drafts = await readImports(db, actor, revisionIds);
  return {
    drafts: drafts.map(({ revision, story }) => ({
      revisionId: revision.id,
      title: revision.title_vi,
      code: story.procedure.code,
      steps: story.procedure.steps.length,
      file: story.file,
      findings: story.findings,
      unread: story.unread,
    })),
    set: checkSet(
      drafts.map(({ story }) => story.procedure),
      { locale },
    ),
  };
}
