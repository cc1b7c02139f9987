import { dayOf } from '#app/http/clock.ts';
import {
  acknowledgeParts,
  shownHash,
} from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { questionsFor } from '#app/modules/documents/acknowledgement/questions.server.ts';
import { readRevisions } from '#app/modules/documents/acknowledgement/read-revisions.server.ts';
import { waitingOn } from '#app/modules/documents/acknowledgement/waiting.server.ts';
import { recordReview } from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import { fulfilWaitingReleases } from '#app/modules/documents/release/fulfilment.server.ts';
import type { Commands, Office } from './office.ts';

/** Officers read what they are asked to, and texts are looked at again. */
export function readingCommands(office: Office): Commands {
  return {
    acknowledge: {
      weight: 25,
      run: async () => {
        const { db, people, audit } = office.desk;
        const waiting = await waitingOn(db, office.documents.story.agencyId, dayOf(office.now));
        const unread = office.papers.filter((paper) =>
          waiting.some((one) => one.revision.revisionId === paper.revisionId),
        );
        const { revisionId } = unread.length > 0 ? office.lately(unread) : office.paper('released');
        const reading = (await readRevisions(db, [revisionId])).get(revisionId);
        if (!reading) throw new Error('no row');
        const waitsFor = ({ officerId }: { officerId: string }) =>
          waiting.find((one) => one.officerId === officerId && one.revision.revisionId === revisionId);
        const asked = [...Object.values(people), audit.phuc, audit.son].filter(waitsFor);
        const actor = asked.length > 0 ? office.random.pick(asked) : office.who('lan');
        // Now and then somebody sends what nobody asked for.
        const parts = waitsFor(actor)?.asked.parts ?? reading.parts.slice(0, 2).map((part) => part.key);
        const seenHash = shownHash(reading, parts);
        const questions = await questionsFor(db, actor, revisionId);
        const choice = 1 + office.random.below(2);
        const answers = questions.map((question) => ({ questionId: question.id, choice }));
        await office.in((trx) =>
          acknowledgeParts(trx, actor, { revisionId, parts, seenHash, answers }, office.now),
        );
      },
    },
    lookAgain: {
      weight: 4,
      run: async () => {
        const { documentId, revisionId } = office.paper('released');
        const outcome = office.random.pick(['unchanged', 'unchanged', 'revise', 'withdraw'] as const);
        const review = { documentId, revisionId, outcome, remark: 'Đã đối chiếu', checked: [] };
        const actor = office.who('hoa');
        await office.in((trx) => recordReview(trx, actor, review, office.now));
      },
    },
    dailyPass: {
      weight: 3,
      run: () => fulfilWaitingReleases(office.desk.db, office.now),
    },
  };
}
