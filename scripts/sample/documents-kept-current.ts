import { dayOf } from '#app/http/clock.ts';
import { startRevision } from '#app/modules/documents/drafting/draft.server.ts';
import { saveDraft } from '#app/modules/documents/drafting/draft-saving.server.ts';
import { readToReview, recordReview } from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import { listReviews } from '#app/modules/documents/periodic-review/review-list.server.ts';
import { officersAcknowledge } from './documents-live.ts';
import type { Telling } from './telling.ts';

/** Still to be reviewed today, one of them late. */
const unreviewed = new Set(['CSCL', 'QT-KT-02', 'QT-XH-01', 'HD-01']);

/** The quality officer went through what comes due this autumn; a few are left. */
export async function documentsAreReviewed(story: Telling): Promise<void> {
  const actor = await story.actor('thao');
  for (const row of await listReviews(story.db, actor, dayOf(story.now))) {
    if (row.code === null || unreviewed.has(row.code)) continue;
    const { head, legalBases } = await readToReview(story.db, actor, row.documentId, story.now);
    const review = {
      ...{ documentId: row.documentId, revisionId: head.revision.id, outcome: 'unchanged' as const },
      remark: 'Đã đối chiếu với cách làm thực tế và các kiến nghị trong năm; không phải sửa.',
      checked: legalBases.map((basis) => basis.key),
    };
    await story.by('thao', (trx, who, now) => recordReview(trx, who, review, now));
  }
}

const changed =
  'Bản sao nhiều trang được đối chiếu từng trang với bản chính; trang có sửa chữa thì ghi rõ trong lời chứng.';

/** A change of one step that takes effect only when its officers have read it; one of them has. */
export async function certificationWaitsForItsReaders(story: Telling): Promise<void> {
  const before = await story.newest('QT-TP-05');
  const reason = {
    changeSummary: 'Quy định rõ việc đối chiếu bản sao nhiều trang',
    legalGround: 'Kiến nghị sau đánh giá nội bộ',
  };
  const revisionId = await story.by('linh', (trx, actor, now) =>
    startRevision(trx, actor, { documentId: before.document_id, newIssue: false, ...reason }, now),
  );
  const source = before.source.replace(
    /(<Step id="doi-chieu"[\s\S]*?)(\n\s*<\/Step>)/,
    `$1\n\n    ${changed}$2`,
  );
  const { compiled } = await story.house.press.check(source, { file: 'QT-TP-05', locale: 'vi' });
  await story.by('linh', (trx, actor, now) =>
    saveDraft(
      trx,
      actor,
      { revisionId, version: 1, source, frontMatter: compiled?.frontMatter ?? null, compiled, ...reason },
      now,
    ),
  );
  await story.submit('QT-TP-05', 'linh');
  await story.review('QT-TP-05', 'khanh');
  await story.approve('QT-TP-05', 'quang');
  const question = {
    revisionId,
    words: 'Bản sao nhiều trang được đối chiếu thế nào?',
    choices: ['Chỉ trang đầu và trang cuối', 'Từng trang với bản chính', 'Không phải đối chiếu'],
    right: 2,
  };
  await story.release(['QT-TP-05'], 'thao', {
    kind: 'decided',
    decisionNumber: '133/QĐ-UBND',
    signedOn: dayOf(story.now),
    signer: 'Đỗ Minh Quang',
    inForceFrom: story.dayAgo(2),
    inForceUntil: null,
    fileId: null,
    whenAcknowledged: true,
    acknowledgeWithin: 3,
    questions: [question],
  });
  await officersAcknowledge(story, ['QT-TP-05'], 0.4);
}
