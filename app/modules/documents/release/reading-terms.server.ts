import type { Day } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { newId } from '#db/new-id.ts';
import type { Trx } from '#db/schema.ts';
import { usualDays } from '../acknowledgement/asked-revisions.server.ts';
import { attachQuestions } from '../acknowledgement/questions.server.ts';
import type { Question } from '../acknowledgement/questions.ts';
import { waitingOn } from '../acknowledgement/waiting.server.ts';

/** What a release sets for those who read it. */
export interface ReadingTerms {
  /** In force when all have acknowledged, not before its day. */
  whenAcknowledged: boolean;
  /** Working days after the first day in force; the usual ones when not given. */
  acknowledgeWithin: number;
  /** At most two a revision. */
  questions: readonly (Question & { revisionId: string })[];
}

/** Terms and questions of a release, before its revisions. */
export async function writeTerms(
  trx: Trx,
  actor: Actor,
  releaseId: string,
  decision: Partial<ReadingTerms> & { inForceFrom: Day; items: readonly { revisionId: string }[] },
): Promise<void> {
  const within = decision.acknowledgeWithin ?? usualDays;
  if (!Number.isInteger(within) || within < 0 || within > 60)
    throw new Refused('acknowledgement.refusal.days-to-read');
  await trx
    .insertInto('release_terms')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      release_id: releaseId,
      acknowledge_within: within,
      not_before: decision.whenAcknowledged ? decision.inForceFrom : null,
    })
    .execute();
  const questions = decision.questions ?? [];
  const released = new Set(decision.items.map((item) => item.revisionId));
  if (questions.some((question) => !released.has(question.revisionId)))
    throw new Refused('acknowledgement.refusal.question-of-other');
  for (const revisionId of released) {
    const about = { agencyId: actor.agencyId, releaseId, revisionId };
    await attachQuestions(
      trx,
      about,
      questions.filter((question) => question.revisionId === revisionId),
    );
  }
}

/** A release that waits for its readers has some. */
export async function assertSomebodyAsked(
  trx: Trx,
  actor: Actor,
  releaseId: string,
  day: Day,
): Promise<void> {
  const waiting = await waitingOn(trx, actor.agencyId, day);
  if (!waiting.some((one) => one.revision.releaseId === releaseId))
    throw new Refused('acknowledgement.refusal.nobody-asked');
}
