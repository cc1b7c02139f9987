import { dayOf } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Db, Instant } from '#db/schema.ts';
import type { Refusal } from '../../organization/refusal.ts';
import { draftContextOf } from '../reading/draft-context.server.ts';
import { changesOfRevision, revisionHead } from '../reading/revision-page.server.ts';
import { shownText } from '../reading/shown-text.server.ts';
import { refusalByState, refusalOfWriter } from '../revision.ts';
import { factsOf, signingRecords, writerOf } from '../revision-facts.server.ts';
import { getRevision, type Revision } from '../revision-record.server.ts';
import { refusalToApprove, refusalToReview } from './signing.ts';

type SigningAct = 'submission' | 'review' | 'approval';

/** What stands before the eyes of someone about to sign: the text as it will be bound, its findings, what changed. */
export async function readToSign(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revisionId: string,
  now: Instant,
  locale: Locale,
  act?: SigningAct,
) {
  const day = dayOf(now);
  const head = await revisionHead(room.db, actor, revisionId, day);
  const revision = await getRevision(room.db, actor, revisionId);
  return {
    head,
    signer: actor.name,
    refusal: act ? await refusalToSign(room.db, actor, revision, act, now) : null,
    text: await shownText(room, actor, revision, day, locale),
    changed: await changesOfRevision(room.db, actor, revisionId),
    context: await draftContextOf(room, actor, revisionId, day, locale),
  };
}

/** Why this person may not sign this text now; said on the page instead of a button that would fail. */
async function refusalToSign(
  db: Db,
  actor: Actor,
  revision: Revision,
  act: SigningAct,
  now: Instant,
): Promise<Refusal | null> {
  const facts = await factsOf(db, revision);
  if (act === 'submission') {
    return (
      refusalByState(facts, 'submit') ??
      refusalOfWriter(facts, await writerOf(db, actor, revision.document_id))
    );
  }
  const signer = { officer: actor.officerId, seenHash: revision.source_sha256 };
  if (act === 'review') return refusalToReview(facts, signer);
  const day = dayOf(now);
  return refusalToApprove(facts, signer, await signingRecords(db, actor.agencyId, day), day);
}
