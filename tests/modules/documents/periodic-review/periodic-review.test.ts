import { describe, expect, it } from 'vitest';
import {
  addMonths,
  monthsOf,
  nextReview,
  type Review,
  type ReviewSituation,
  refusalToReviewPeriodically,
  reviewTime,
} from '#app/modules/documents/periodic-review/periodic-review.ts';

describe('the next periodic review', () => {
  it.each([
    ['P12M', 12],
    ['P6M', 6],
    ['P2Y', 24],
    ['', 12],
    ['P0M', 12],
    ['bất kỳ', 12],
  ])('%s is %i months', (interval, months) => {
    expect(monthsOf(interval)).toBe(months);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-15', 12, '2027-11-15'],
    ['2026-12-01', 3, '2027-03-01'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it('counts from the first day in force or the last review, whichever is later', () => {
    const of = (lastReviewed: string | null) =>
      nextReview({ inForceFrom: '2026-03-10', lastReviewed, interval: 'P12M' });
    expect(of(null)).toBe('2027-03-10');
    expect(of('2026-09-01')).toBe('2027-09-01');
    expect(of('2025-09-01')).toBe('2027-03-10');
  });

  it('is due thirty days ahead and overdue the day after', () => {
    expect(reviewTime('2027-03-10', '2027-03-11')).toBe('overdue');
    expect(reviewTime('2027-03-10', '2027-03-10')).toBe('due');
    expect(reviewTime('2027-03-10', '2027-02-08')).toBe('due');
    expect(reviewTime('2027-03-10', '2027-02-07')).toBe('later');
  });
});

describe('recording a review', () => {
  const review: Review = { outcome: 'unchanged', remark: 'Vẫn đúng cách làm', checked: ['nd-123-2015'] };
  const situation: ReviewSituation = {
    officer: 'kien',
    isTheirs: true,
    inForce: true,
    sameRevision: true,
    legalBases: ['nd-123-2015'],
  };
  const codeOf = (change: Partial<Review> = {}, about: Partial<ReviewSituation> = {}) =>
    refusalToReviewPeriodically({ ...review, ...change }, { ...situation, ...about })?.code ?? null;

  it('says no change only after every legal basis was looked at', () => {
    expect(codeOf()).toBeNull();
    expect(codeOf({ checked: [] })).toBe('periodic-review.refusal.bases-unchecked');
    expect(codeOf({ checked: [], outcome: 'revise' })).toBeNull();
    expect(codeOf({ checked: [], outcome: 'withdraw' })).toBeNull();
    expect(codeOf({ checked: [] }, { legalBases: [] })).toBeNull();
  });

  it.each<[string, Partial<Review>, Partial<ReviewSituation>, string]>([
    ['by nobody', {}, { officer: null }, 'documents.refusal.no-officer'],
    ['of another unit', {}, { isTheirs: false }, 'periodic-review.refusal.not-yours'],
    ['of nothing in force', {}, { inForce: false }, 'periodic-review.refusal.not-in-force'],
    ['of an older revision', {}, { sameRevision: false }, 'documents.refusal.changed-meanwhile'],
    ['without a word', { remark: ' ' }, {}, 'periodic-review.refusal.no-remark'],
  ])('is refused %s', (_name, change, about, code) => {
    expect(codeOf(change, about)).toBe(code);
  });
});
