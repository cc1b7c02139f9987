import { addDays, dayOf } from '#app/http/clock.ts';
import { opinionParts, requestKinds } from '#app/modules/documents/change-requests/change-request.ts';
import { decideRequest, giveOpinion } from '#app/modules/documents/change-requests/deciding.server.ts';
import { startRequestedDraft } from '#app/modules/documents/change-requests/drafting-for-request.server.ts';
import { cancelRequest, proposeChange } from '#app/modules/documents/change-requests/proposing.server.ts';
import { answerComment, writeComment } from '#app/modules/documents/comments/commenting.server.ts';
import type { Commands, Office } from './office.ts';

/** What people ask to be written, changed or withdrawn, from the request to its draft. */
export function requestCommands(office: Office): Commands {
  const { random } = office;
  return {
    propose: {
      weight: 8,
      run: async () => {
        const kind = random.pick(requestKinds);
        const input = {
          kind,
          documentId: kind === 'write' ? null : office.paper('released').documentId,
          title: kind === 'write' ? `Hướng dẫn ${office.count}` : '',
          documentKind: 'procedure',
          reason: 'Người dân phải chờ lâu',
          legalGround: random.chance(0.5) ? 'Nghị định 118/2025/NĐ-CP' : '',
          groundInForceFrom: random.chance(0.3) ? '2025-07-01' : null,
          contentBefore: '8 giờ',
          contentAfter: '4 giờ',
          ...{ impactForms: '', impactTraining: '', impactSoftware: '' },
        };
        const actor = office.who('ngoc');
        const id = await office.in((trx) => proposeChange(trx, actor, input, office.now));
        office.requests.push({ id, kind, state: 'asked', missing: ['unit-head', 'quality-officer'] });
      },
    },
    opine: {
      weight: 14,
      run: async () => {
        const request = office.one(office.requests, 'asked');
        const part = random.pick(random.chance(0.9) ? request.missing : opinionParts);
        const favours = random.chance(0.8);
        const opinion = random.chance(0.8) ? 'Nên làm trong năm' : '';
        const actor = office.who(part === 'unit-head' ? 'binh' : 'hoa');
        const input = { requestId: request.id, part, favours, opinion };
        await office.in((trx) => giveOpinion(trx, actor, input, office.now));
        request.missing = request.missing.filter((one) => one !== part);
        if (request.missing.length === 0) request.state = 'heard';
      },
    },
    decideRequest: {
      weight: 9,
      run: async () => {
        const request = office.one(office.requests, 'heard');
        const agreed = random.chance(0.8);
        const reason = agreed ? '' : 'Để năm sau';
        const dueOn = addDays(dayOf(office.now), random.below(40) - 2);
        const drafterId = office.desk.people.tam.officerId;
        const actor = office.who('mai');
        const input = { requestId: request.id, agreed, reason, dueOn, drafterId };
        await office.in((trx) => decideRequest(trx, actor, input, office.now));
        // A withdrawal that was agreed has nothing to be drafted.
        request.state = agreed && request.kind !== 'withdraw' ? 'agreed' : 'over';
      },
    },
    draftForRequest: {
      weight: 8,
      run: async () => {
        const request = office.one(office.requests, 'agreed');
        const actor = office.who('tam');
        const starter = { source: office.text(), frontMatter: null };
        const input = { requestId: request.id, newIssue: false, starter };
        const revisionId = await office.in((trx) => startRequestedDraft(trx, actor, input, office.now));
        const { document_id: documentId } = await office.documents.revision(revisionId);
        office.paperComes({ documentId, revisionId }, 'draft');
        request.state = 'over';
      },
    },
    cancelRequest: {
      weight: 2,
      run: async () => {
        const request = office.one(office.requests, 'asked');
        const input = { requestId: request.id, reason: 'Đã thống nhất miệng' };
        const actor = office.who('ngoc');
        await office.in((trx) => cancelRequest(trx, actor, input, office.now));
        request.state = 'over';
      },
    },
    comment: {
      weight: 5,
      run: async () => {
        const { revisionId } = office.paper(random.pick(['draft', 'in-review'] as const));
        const section = random.chance(0.5) ? { key: 'muc-dich', title: 'Mục đích' } : null;
        const actor = office.who('lan');
        const input = { revisionId, section, comment: `Xem lại câu thứ ${office.count}` };
        const commentId = await office.in((trx) => writeComment(trx, actor, input, office.now));
        office.comments.push({ revisionId, commentId });
      },
    },
    answerComment: {
      weight: 10,
      run: async () => {
        const accepted = random.chance(0.6);
        const input = {
          ...office.lately(office.comments),
          accepted,
          answer: accepted ? '' : 'Đã có ở bước 2',
        };
        const actor = office.who('tam');
        await office.in((trx) => answerComment(trx, actor, input, office.now));
      },
    },
  };
}
