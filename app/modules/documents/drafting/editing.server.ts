import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { importOfRevision, revisionHead } from '../reading/revision-page.server.ts';
import { drawnText } from '../reading/shown-text.server.ts';
import { refusalOfWriter } from '../revision.ts';
import { writerOf } from '../revision-facts.server.ts';
import { authorsOf, getRevision } from '../revision-record.server.ts';
import { createDocument } from './draft.server.ts';
import { saveDraft } from './draft-saving.server.ts';

interface Room {
  db: Db;
  press: TextPress;
}

/**
 * The draft in the editor (or, submitted meanwhile, the frozen text): its source, what is wrong with it, how it reads,
 * and the keys a writer may need.
 */
export async function readForEditing(
  room: Room,
  actor: Actor,
  revisionId: string,
  now: Instant,
  locale: Locale,
) {
  authorize(actor, 'document.draft');
  const day = dayOf(now);
  const revision = await getRevision(room.db, actor, revisionId);
  const roles = await listRoles(room.db, actor);
  const writer = await writerOf(room.db, actor, revision.document_id);
  return {
    refusal: refusalOfWriter({ authors: await authorsOf(room.db, revisionId) }, writer),
    head: await revisionHead(room.db, actor, revisionId, day),
    source: revision.source,
    text: await drawnText(room, actor, revision, day, locale),
    imported: await importOfRevision(room.db, actor, revisionId),
    roles: roles.map(({ key, nameVi, nameEn }) => ({ key, name: locale === 'en' ? nameEn : nameVi })),
  };
}

export interface EditedDraft {
  revisionId: string;
  version: number;
  source: string;
  changeSummary: string;
  legalGround: string;
}

/** May this person send a form about this draft at all? Asked before the form is read. */
export async function mayWrite(db: Db, actor: Actor, revisionId: string): Promise<void> {
  authorize(actor, 'document.draft');
  await getRevision(db, actor, revisionId);
}

/** Reads the text in the locked child first, then saves it in one transaction. Gives the new version. */
export async function saveEditedDraft(
  room: Room,
  actor: Actor,
  input: EditedDraft,
  now: Instant,
): Promise<number> {
  authorize(actor, 'document.draft');
  const { compiled } = await room.press.check(input.source, { file: input.revisionId, locale: 'vi' });
  const frontMatter = compiled?.frontMatter ?? null;
  return inTransaction(room.db, (trx) => saveDraft(trx, actor, { ...input, frontMatter, compiled }, now));
}

/** Begins a document with a text that was written elsewhere: a starter, or the text of another document. */
export async function beginDocument(
  room: Room,
  actor: Actor,
  input: { source: string; kind: string; title: string },
  now: Instant,
): Promise<{ documentId: string; revisionId: string }> {
  authorize(actor, 'document.draft');
  const { source, kind, title } = input;
  const { compiled } = await room.press.check(source, { file: 'new.mdx', locale: 'vi' });
  const frontMatter = compiled?.frontMatter ?? null;
  return inTransaction(room.db, (trx) =>
    createDocument(trx, actor, { source, frontMatter, compiled, fallback: { kind, title } }, now),
  );
}
