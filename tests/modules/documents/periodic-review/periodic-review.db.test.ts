import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { pendingDocuments } from '#app/modules/documents/pending.server.ts';
import {
  readToReview,
  recordReview,
  reviewFacts,
} from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import type { ReviewOutcome } from '#app/modules/documents/periodic-review/periodic-review.ts';
import { listReviews } from '#app/modules/documents/periodic-review/review-list.server.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { procedureText } from '../procedure-text.ts';

const day1 = '2026-03-02T02:00:00.000Z';
const nextYear = '2027-03-04';

let desk: Desk;
let documentId: string;
let revisionId: string;
beforeEach(async () => {
  desk = await Desk.open();
  ({ documentId, revisionId } = await desk.approved(procedureText({ form: '' }), day1));
  await desk.release([revisionId], {}, day1);
});
afterEach(async () => {
  expect(await desk.journalIsSound()).toBe(true);
  await desk.close();
});
afterAll(closePress);

const review = (actor: Actor, outcome: ReviewOutcome = 'unchanged', now = `${nextYear}T02:00:00.000Z`) =>
  inTransaction(desk.db, (trx) =>
    recordReview(
      trx,
      actor,
      { documentId, revisionId, outcome, remark: 'Đã đối chiếu hồ sơ quý I', checked: [] },
      now,
    ),
  );

test('a document is overdue a year after it took force, for its unit’s head and the quality officer', async () => {
  const { db, people } = desk;
  expect((await reviewFacts(db, people.hoa, documentId, '2026-03-10'))?.next).toBe('2027-03-02');
  expect((await wholeRegister(db, people.hoa, { on: '2026-03-10' }))[0]?.nextReview).toBe('2027-03-02');
  for (const actor of [people.hoa, people.kien, people.mai])
    expect(await listReviews(db, actor, nextYear)).toMatchObject([{ code: 'QT-TP-09', time: 'overdue' }]);
  expect(await listReviews(db, people.binh, nextYear)).toEqual([]);
  await expect(listReviews(db, people.ngoc, nextYear)).rejects.toThrow('forbidden');
  const waiting = async (actor: Actor, day = nextYear) =>
    (await pendingDocuments(db, actor, day)).filter((one) => one.kind === 'periodic-review');
  expect(await waiting(people.kien)).toMatchObject([{ code: 'QT-TP-09', due: '2027-03-02' }]);
  expect(await waiting(people.kien, '2027-01-15')).toEqual([]);
  expect(await waiting(people.hoa)).toEqual([]);
});

test('a review without change keeps every acknowledgement and sets the next day', async () => {
  const { db, people } = desk;
  await desk.acknowledge(revisionId, people.tam, day1);
  expect(await refusalOf(review(people.binh))).toBe('periodic-review.refusal.not-yours');
  await review(people.kien);
  expect(await desk.askedOf(revisionId, people.tam, `${nextYear}T03:00:00.000Z`)).toEqual([]);
  expect(await reviewFacts(db, people.hoa, documentId, nextYear)).toEqual({
    last: nextYear,
    next: '2028-03-04',
  });
  const page = await readToReview(db, people.mai, documentId, `${nextYear}T03:00:00.000Z`);
  expect([page.mine, page.reviews[0]?.outcome, page.reviews[0]?.reviewer_name]).toEqual([
    false,
    'unchanged',
    'Phạm Văn Kiên',
  ]);
  await review(people.hoa, 'revise', '2027-06-01T02:00:00.000Z');
  expect((await readToReview(db, people.hoa, documentId, '2027-06-02T03:00:00.000Z')).reviews).toHaveLength(
    2,
  );
});
