import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Instant } from '#db/schema.ts';
import { changesOfRevision, revisionHead } from './revision-page.server.ts';
import { getRevision } from './revision-record.server.ts';
import { shownText } from './shown-text.server.ts';

/** What stands before the eyes of someone about to sign: the text as it will be bound, its findings, what changed. */
export async function readToSign(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  now: Instant,
  locale: Locale,
) {
  const day = dayOf(now);
  const head = await revisionHead(room.db, actor, revisionId, day);
  const revision = await getRevision(room.db, actor, revisionId);
  return {
    head,
    signer: actor.name,
    text: await shownText(room, actor, revision, day, locale),
    changed: await changesOfRevision(room.db, actor, revisionId),
  };
}
