import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { commentPaper } from '#app/modules/documents/comments/comment-paper.server.ts';
import { answerComment, writeComment } from '#app/modules/documents/comments/commenting.server.ts';
import { readComments } from '#app/modules/documents/comments/comments-page.server.ts';
import { pendingComments } from '#app/modules/documents/comments/pending.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { withdrawSubmission } from '#app/modules/documents/signing/submission.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { procedureText } from '../procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';
const text = procedureText({ form: '' });
const scope = { key: 'pham-vi', title: 'Phạm vi' };

const comment = (who: Actor, revisionId: string, words: string, section: typeof scope | null = scope) =>
  inTransaction(desk.db, (trx) => writeComment(trx, who, { revisionId, section, comment: words }, day1));
const answer = (who: Actor, revisionId: string, commentId: string, accepted: boolean, words: string) =>
  inTransaction(desk.db, (trx) =>
    answerComment(trx, who, { revisionId, commentId, accepted, answer: words }, day2),
  );
const page = (revisionId: string, who: Actor = desk.people.kien) =>
  readComments({ db: desk.db, press: desk.press }, who, revisionId, '2026-03-03', 'vi');

test('a text with an unanswered comment goes to review but is approved only when its drafter has answered', async () => {
  const { people } = desk;
  const { revisionId } = await desk.draft(text, day1);
  const commentId = await comment(people.ngoc, revisionId, 'Nêu rõ quầy nào');
  expect(await refusalOf(comment(people.tam, revisionId, 'Tự góp ý'))).toBe('comments.refusal.own-text');
  await desk.submit(revisionId, day1);
  await desk.review(revisionId, day2);
  expect(await refusalOf(desk.approve(revisionId, day2))).toBe('comments.refusal.unanswered');
  expect((await pendingComments(desk.db, people.tam, '2026-03-03')).map((one) => one.id)).toEqual([
    revisionId,
  ]);
  expect((await page(revisionId, people.tam)).mayAnswer).toBe(true);
  expect((await page(revisionId)).mayAnswer).toBe(false);
  expect(await refusalOf(answer(people.kien, revisionId, commentId, true, ''))).toBe(
    'comments.refusal.not-the-drafter',
  );
  expect(await refusalOf(answer(people.tam, revisionId, commentId, false, ''))).toBe(
    'comments.refusal.no-reason',
  );
  await answer(people.tam, revisionId, commentId, false, 'Quầy nào cũng nhận');
  expect(await refusalOf(answer(people.tam, revisionId, commentId, true, ''))).toBe(
    'comments.refusal.answered',
  );
  expect(await pendingComments(desk.db, people.tam, '2026-03-03')).toEqual([]);
  await desk.approve(revisionId, day2);
  expect(await refusalOf(comment(people.ngoc, revisionId, 'Muộn'))).toBe('comments.refusal.text-settled');
  expect(await desk.journalIsSound()).toBe(true);
});

test('comments stay with their revision through a return and a withdrawn submission, also of a section left out', async () => {
  const { people } = desk;
  const { revisionId } = await desk.draft(text, day1);
  await comment(people.ngoc, revisionId, 'Về phạm vi');
  await comment(people.binh, revisionId, 'Về toàn văn', null);
  await desk.submit(revisionId, day1);
  const back = { revisionId, comment: 'Xem góp ý' };
  await inTransaction(desk.db, (trx) => returnRevision(trx, people.kien, back, day2));
  const shorter = text.replace(/<Section id="pham-vi"[\s\S]*?<\/Section>\n/, '');
  await desk.save(revisionId, shorter, day2);
  const { places, total, unanswered } = await page(revisionId);
  expect([total, unanswered]).toEqual([2, 2]);
  expect(places.map((place) => [place.key, place.gone, place.title])).toEqual([
    [null, false, ''],
    ['pham-vi', true, 'Phạm vi'],
  ]);
  const { source_sha256 } = await desk.revision(revisionId);
  expect(places[1]?.comments[0]?.contentHash).not.toBe(source_sha256);
  await desk.save(revisionId, text, day2);
  await desk.submit(revisionId, day2);
  await inTransaction(desk.db, (trx) => withdrawSubmission(trx, people.tam, { revisionId }, day2));
  expect((await page(revisionId)).places.map((place) => place.gone)).toEqual([false, false]);
});

test('the form BM-01-08 says who commented on what and what became of it', async () => {
  const { people } = desk;
  const { revisionId } = await desk.draft(text, day1);
  const first = await comment(people.ngoc, revisionId, 'Nêu rõ quầy');
  await comment(people.binh, revisionId, 'Đồng ý', null);
  await answer(people.tam, revisionId, first, true, 'Đã nêu');
  const paper = await commentPaper(
    { db: desk.db, press: desk.press },
    people.kien,
    revisionId,
    '2026-03-03',
    {
      locale: 'vi',
      agency: 'UBND',
      issue: 1,
      statusUrl: null,
    },
  );
  expect(paper).toMatchObject({ code: 'BM-01-08', drafters: 'Lê Minh Tâm', stamp: day2 });
  expect(paper.rows).toEqual([
    { commenter: 'Hoàng Văn Bình', section: 'Toàn văn', comment: 'Đồng ý', answer: '', accepted: null },
    {
      commenter: 'Vũ Thị Ngọc',
      section: 'Phạm vi',
      comment: 'Nêu rõ quầy',
      answer: 'Đã nêu',
      accepted: true,
    },
  ]);
});

test('people of another agency find neither the comments nor the revision', async () => {
  const { revisionId } = await desk.draft(text, day1);
  const stranger = { ...desk.people.kien, agencyId: 'elsewhere' };
  await expect(page(revisionId, stranger)).rejects.toThrow('not-found');
  await expect(comment(stranger, revisionId, 'x')).rejects.toThrow('not-found');
});
