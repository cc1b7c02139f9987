import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { readForEditing } from '../drafting/editing.server.ts';
import { surroundingsOf } from '../drafting/surroundings.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { viewOf } from './form-view.ts';
import { nameBook } from './name-book.server.ts';

/**
 * A draft as a form: what its text says, piece by piece, what is wrong with each, and everything to choose from.
 * `view` is null for a text that cannot be taken apart; the findings then say why.
 */
export async function readFormPage(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  now: Instant,
  locale: Locale,
) {
  authorize(actor, 'document.draft');
  const day = dayOf(now);
  const revision = await getRevision(room.db, actor, revisionId);
  const { roles: _roles, ...page } = await readForEditing(room, actor, revisionId, now, locale);
  const { outline } = await room.press.outline(revision.source, { file: revision.id, locale });
  const about = { documentId: revision.document_id, field: revision.field };
  const { previous } = await surroundingsOf(room.db, actor, about, day);
  return {
    ...page,
    view: outline ? viewOf(revision.source, outline) : null,
    /** Ids of the last released revision, which a new text keeps, replaces or retires. */
    previous: [...(previous?.steps ?? []), ...(previous?.sections ?? [])],
    book: await nameBook(room.db, actor, revision.field, day, locale),
  };
}
