import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pressRevision } from '../drafting/pressing.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { type DecisionScan, recordScan } from './decision-scan.server.ts';
import type { ReadingTerms } from './reading-terms.server.ts';
import { type Release, releaseRevisions } from './release.server.ts';
import { chosenSignatory } from './signatory.server.ts';

interface Room {
  db: Db;
  press: TextPress;
}

type Decision = Pick<Release, 'decisionNumber' | 'signedOn' | 'signer' | 'inForceFrom' | 'inForceUntil'>;
/** `signatoryKey`: the signer as chosen on the page; their name is the signer's then. */
type ReadDecision = Decision & Partial<ReadingTerms> & { signatoryKey?: string };

/** Presses the texts first, outside the transaction, then releases them together by one decision. */
export async function releaseTogether(
  room: Room,
  actor: Actor,
  revisionIds: readonly string[],
  decision: ReadDecision,
  now: Instant,
  locale: Locale,
): Promise<string> {
  authorize(actor, 'revision.release');
  const { signatoryKey, ...rest } = decision;
  const chosen = signatoryKey
    ? await chosenSignatory(room.db, actor, signatoryKey, revisionIds, decision.signedOn)
    : null;
  const signer = chosen?.name ?? decision.signer;
  if (signer.trim() === '') throw new Refused('releases.refusal.no-signer');
  const items = await pressAll(room, actor, revisionIds, now, locale);
  const signed = { signer, signatory: chosen?.signatory ?? null };
  const release: Release = { ...rest, ...signed, kind: 'decided', fileId: null, items };
  return inTransaction(room.db, (trx) => releaseRevisions(trx, actor, release, now));
}

/** Puts a draft in force by a decision made before the system, whose scan was kept already. */
export async function adoptDraft(
  room: Room,
  actor: Actor,
  input: { revisionId: string; seenHash: string; decision: Decision; scan: DecisionScan },
  now: Instant,
  locale: Locale,
): Promise<string> {
  authorize(actor, 'revision.release');
  const items = await pressAll(room, actor, [input.revisionId], now, locale);
  if (items[0]?.pressed.sourceSha256 !== input.seenHash) throw new Refused('documents.refusal.text-changed');
  return inTransaction(room.db, async (trx) => {
    const fileId = await recordScan(trx, actor, input.scan, input.revisionId, now);
    return releaseRevisions(trx, actor, { ...input.decision, kind: 'adopted', fileId, items }, now);
  });
}

async function pressAll(
  { db, press }: Room,
  actor: Actor,
  revisionIds: readonly string[],
  now: Instant,
  locale: Locale,
): Promise<Release['items']> {
  const items: Release['items'] = [];
  for (const revisionId of new Set(revisionIds)) {
    const revision = await getRevision(db, actor, revisionId);
    const pressed = await pressRevision(press, db, actor, revision, dayOf(now), locale);
    items.push({ revisionId, pressed });
  }
  return items;
}

/** Approved revisions that wait for their decision, forms beside the procedures that name them. */
export async function approvedRevisions(db: Db, actor: Actor) {
  authorize(actor, 'revision.release');
  return db
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['revision.id', 'revision.kind', 'revision.issue', 'revision.amendment', 'document.code'])
    .select(['revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .where('revision.agency_id', '=', actor.agencyId)
    .where('revision.state', '=', 'approved')
    .orderBy('document.code')
    .limit(500)
    .execute();
}
