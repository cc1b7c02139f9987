import { addDays, dayOf } from '#app/http/clock.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { withdrawSubmission } from '#app/modules/documents/signing/submission.server.ts';
import type { Commands, Office } from './office.ts';

/** From a draft to a text in force, and out of force again. */
export function draftingCommands(office: Office): Commands {
  return {
    draft: {
      weight: 12,
      run: async () => {
        const made = await office.documents.draft(office.text(), office.now, office.who('tam'));
        office.paperComes(made, 'draft');
      },
    },
    save: {
      weight: 10,
      run: async () => {
        const paper = office.paper('draft');
        await office.documents.save(paper.revisionId, office.text(), office.now, office.who('tam'));
      },
    },
    submit: {
      weight: 14,
      run: async () => {
        const paper = office.paper('draft');
        await office.documents.submit(paper.revisionId, office.now, office.who('tam'));
        paper.state = 'in-review';
      },
    },
    takeBack: {
      weight: 3,
      run: async () => {
        const paper = office.paper('in-review');
        const actor = office.who('tam');
        await office.in((trx) =>
          withdrawSubmission(trx, actor, { revisionId: paper.revisionId }, office.now),
        );
        paper.state = 'draft';
      },
    },
    sendBack: {
      weight: 3,
      run: async () => {
        const paper = office.paper('in-review');
        const actor = office.who('kien');
        const input = { revisionId: paper.revisionId, comment: 'Ghi rõ thời hạn từng bước' };
        await office.in((trx) => returnRevision(trx, actor, input, office.now));
        paper.state = 'draft';
      },
    },
    review: {
      weight: 12,
      run: async () => {
        const paper = office.paper('in-review');
        await office.documents.review(paper.revisionId, office.now, office.who('kien'));
        paper.state = 'reviewed';
      },
    },
    approve: {
      weight: 12,
      run: async () => {
        const paper = office.paper('reviewed');
        // Her deputy when she has delegated it, and now and then when she has not.
        const approver = office.random.chance(0.4) ? 'vinh' : 'mai';
        await office.documents.approve(paper.revisionId, office.now, office.who(approver));
        paper.state = 'approved';
      },
    },
    release: {
      weight: 10,
      run: async () => {
        const paper = office.paper('approved');
        const whenAcknowledged = office.random.chance(0.35);
        const question = {
          words: 'Mấy giờ?',
          choices: ['2 giờ', '4 giờ'],
          right: 1 + office.random.below(2),
        };
        const questions = office.random.chance(0.4) ? [{ ...question, revisionId: paper.revisionId }] : [];
        const { officerId: officer, positionIds } = office.desk.people.mai;
        const own = { officer, position: positionIds[0] ?? '', delegation: null, delegator: null };
        const signatory = office.random.chance(0.5) ? own : null;
        const terms = { whenAcknowledged, questions, signatory };
        await office.documents.release([paper.revisionId], terms, office.now);
        paper.state = 'released';
      },
    },
    revise: {
      weight: 6,
      run: async () => {
        const paper = office.paper('released');
        const revisionId = await office.documents.next(
          paper.documentId,
          office.now,
          office.random.chance(0.3),
        );
        office.paperComes({ documentId: paper.documentId, revisionId }, 'draft');
      },
    },
    withdraw: {
      weight: 2,
      run: async () => {
        const { documentId } = office.paper('released');
        const from = addDays(dayOf(office.now), office.random.below(3));
        const input = { documentId, decisionNumber: '90/QĐ-UBND', reason: 'Không còn áp dụng', from };
        const actor = office.who('hoa');
        await office.in((trx) => withdrawDocument(trx, actor, input, office.now));
      },
    },
  };
}
