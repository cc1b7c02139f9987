import { decideRequest, giveOpinion } from '#app/modules/documents/change-requests/deciding.server.ts';
import { proposeChange } from '#app/modules/documents/change-requests/proposing.server.ts';
import { answerComment, writeComment } from '#app/modules/documents/comments/commenting.server.ts';
import type { Telling } from './telling.ts';

const nothingElse = {
  legalGround: '',
  groundInForceFrom: null,
  contentBefore: '',
  impactForms: '',
  impactTraining: '',
  impactSoftware: '',
};

/** A specialist asks for an amendment; both opinions are in favour, the chair agrees and names the drafter. */
export async function amendmentIsAgreed(story: Telling): Promise<void> {
  story.goTo(13);
  const documentId = await story.documentId('QT-KT-02');
  const requestId = await story.by('diep', (trx, actor, now) =>
    proposeChange(
      trx,
      actor,
      {
        ...nothingElse,
        kind: 'amend',
        documentId,
        title: '',
        documentKind: 'procedure',
        reason: 'Hồ sơ nộp trực tuyến đang phải in ra để ký, mất thêm nửa ngày ở mỗi hồ sơ.',
        legalGround: 'Nghị định 118/2025/NĐ-CP',
        groundInForceFrom: '2025-07-01',
        contentBefore: 'Bước thẩm định ký trên bản giấy.',
        contentAfter: 'Bước thẩm định ký số trên phần mềm; rút ngắn thời hạn của bước.',
        impactTraining: 'Tập huấn ký số cho công chức của phòng.',
        impactSoftware: 'Cấu hình lại luồng ký trên phần mềm một cửa.',
      },
      now,
    ),
  );
  story.goTo(12);
  await story.by('vinh', (trx, actor, now) =>
    giveOpinion(
      trx,
      actor,
      { requestId, part: 'unit-head', favours: true, opinion: 'Cần làm sớm, phòng đã có đủ chữ ký số.' },
      now,
    ),
  );
  await story.by('thao', (trx, actor, now) =>
    giveOpinion(trx, actor, { requestId, part: 'quality-officer', favours: true, opinion: '' }, now),
  );
  story.goTo(11);
  const drafterId = await story.officerId('diep');
  await story.by('quang', (trx, actor, now) =>
    decideRequest(
      trx,
      actor,
      { requestId, agreed: true, reason: '', dueOn: story.dayAgo(-20), drafterId },
      now,
    ),
  );
}

/** The counter asks for a new instruction, and two people comment on a draft that was returned. */
export async function instructionIsAsked(story: Telling): Promise<void> {
  story.goTo(4);
  const requestId = await story.by('mai', (trx, actor, now) =>
    proposeChange(
      trx,
      actor,
      {
        ...nothingElse,
        kind: 'write',
        documentId: null,
        title: 'Hướng dẫn tiếp người cao tuổi, người khuyết tật tại quầy',
        documentKind: 'work-instruction',
        reason: 'Mỗi quầy đang làm một cách; đã có phản ánh của người dân.',
        contentAfter: 'Ưu tiên thứ tự, hỗ trợ điền tờ khai, hẹn trả kết quả tại nhà khi cần.',
        impactTraining: 'Phổ biến trong họp giao ban của Trung tâm.',
      },
      now,
    ),
  );
  await story.by('ha', (trx, actor, now) =>
    giveOpinion(
      trx,
      actor,
      { requestId, part: 'unit-head', favours: true, opinion: 'Thống nhất để các quầy làm như nhau.' },
      now,
    ),
  );
  await draftIsCommented(story);
}

async function draftIsCommented(story: Telling): Promise<void> {
  const { id: revisionId } = await story.newest('QT-KT-03');
  const section = (key: string, title: string) => ({ key, title });
  const answered = await story.by('my', (trx, actor, now) =>
    writeComment(
      trx,
      actor,
      {
        revisionId,
        section: section('noi-dung', 'Nội dung quy trình'),
        comment: 'Bước thẩm tra nên ghi rõ việc đối chiếu bản đồ địa chính.',
      },
      now,
    ),
  );
  await story.by('trang', (trx, actor, now) =>
    writeComment(
      trx,
      actor,
      {
        revisionId,
        section: section('ho-so', 'Hồ sơ lưu trữ'),
        comment: 'Đề nghị ghi nơi lưu của bản trích lục.',
      },
      now,
    ),
  );
  await story.by('kien', (trx, actor, now) =>
    answerComment(
      trx,
      actor,
      { revisionId, commentId: answered, accepted: true, answer: 'Đưa vào mô tả của bước.' },
      now,
    ),
  );
}
