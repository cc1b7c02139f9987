import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { fulfilReleases } from '../release/fulfilment.server.ts';
import { getRevision, type Revision } from '../revision-record.server.ts';
import { knowing, partsAsked } from './asking.ts';
import { type Answer, answerQuestions } from './questions.server.ts';
import type { ReadingOf } from './read-revisions.server.ts';
import { staffingOn } from './staffing.server.ts';
import { officersFilling } from './staffing.ts';
import { goneHash } from './text-parts.ts';
import { readSoFar, type Waiting, waitingOn, withBases } from './waiting.server.ts';

export interface Acknowledgement {
  revisionId: string;
  /** Part keys as shown. */
  parts: readonly string[];
  /** `shownHash` of what was shown. */
  seenHash: string;
  answers: readonly Answer[];
}

/** SHA-256 of what a reader was shown: which parts, and their very words. */
export function shownHash(reading: ReadingOf, parts: readonly string[]): string {
  const hashes = new Map(reading.parts.map((part) => [part.key, part.hash]));
  const shown = parts.map((key) => ({ key, hash: hashes.get(key) ?? goneHash }));
  return sha256(canonical(shown));
}

/**
 * The officer has read and understood what was shown: one row, never changed, under the hash of what was shown — also
 * when another revision took its place while they read. Wrong answers are kept and sign nothing.
 * @returns ids of questions answered wrongly; none = signed.
 */
export async function acknowledgeParts(
  trx: Trx,
  actor: Actor,
  input: Acknowledgement,
  now: Instant,
): Promise<string[]> {
  authorize(actor, 'revision.acknowledge');
  const { officerId } = actor;
  if (!officerId) throw new Refused('documents.refusal.no-officer');
  const revision = await getRevision(trx, actor, input.revisionId);
  if (revision.state !== 'released') throw new Refused('documents.refusal.not-released');
  const readings = await withBases(trx, [revision.id]);
  const reading = readings.get(revision.id);
  const base = reading?.baseId ? (readings.get(reading.baseId) ?? null) : null;
  if (!reading || !isShown(reading, base, input)) throw new Refused('documents.refusal.text-changed');
  const { known, asked } = await askedNow(trx, revision, officerId, reading, base, dayOf(now));
  const fresh = knowing(known, reading, input.parts);
  const more = input.parts.some((key) => fresh.get(key)?.size !== known.get(key)?.size);
  if (!more) return [];
  if (!input.parts.some((key) => asked.includes(key))) throw new Refused('documents.refusal.not-asked');
  const wrong = await answerQuestions(trx, actor, officerId, revision.id, input.answers, now);
  if (wrong.length > 0) return wrong;
  await trx
    .insertInto('acknowledgement')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      revision_id: revision.id,
      officer_id: officerId,
      sections: canonical(input.parts),
      content_sha256: input.seenHash,
      acknowledged_at: now,
    })
    .execute();
  await record(trx, actor, {
    action: 'revision.acknowledged',
    object: { type: 'revision', id: revision.id },
    now,
    payload: { parts: input.parts },
  });
  await fulfilReleases(trx, actor, 'acknowledged', now, revision.id);
  return [];
}

function isShown(reading: ReadingOf, base: ReadingOf | null, { parts, seenHash }: Acknowledgement): boolean {
  const there = new Set([...reading.parts, ...(base?.parts ?? [])].map((part) => part.key));
  return parts.length > 0 && parts.every((key) => there.has(key)) && shownHash(reading, parts) === seenHash;
}

async function askedNow(
  trx: Trx,
  revision: Revision,
  officerId: string,
  reading: ReadingOf,
  base: ReadingOf | null,
  day: Day,
) {
  const documentIds = [revision.document_id];
  const read = await readSoFar(trx, revision.agency_id, { officerId, documentIds });
  const known = read.get(`${officerId} ${revision.document_id}`)?.known ?? new Map();
  const staffing = await staffingOn(trx, revision.agency_id, day);
  const named = [reading, base].flatMap((one) =>
    [...(one?.duties.values() ?? [])].flatMap((set) => [...set]),
  );
  const roles = officersFilling(named, revision.field, staffing).get(officerId) ?? new Map();
  return { known, asked: partsAsked(reading, base, new Set(roles.keys()), known).parts };
}

/** What the actor is asked to read on a day: of each document what comes first. */
export async function awaitingMyAcknowledgement(
  db: Db,
  actor: Actor,
  day: Day,
  documentId?: string,
): Promise<Waiting[]> {
  authorize(actor, 'revision.acknowledge');
  if (!actor.officerId) return [];
  const documentIds = documentId === undefined ? undefined : [documentId];
  const waiting = await waitingOn(db, actor.agencyId, day, { officerId: actor.officerId, documentIds });
  const seen = new Set<string>();
  return waiting.filter(({ revision }) => !seen.has(revision.documentId) && seen.add(revision.documentId));
}
