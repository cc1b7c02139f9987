import { describe, expect, it } from 'vitest';
import {
  authoritiesHeld,
  authorityToApprove,
  refusalToApprove,
  refusalToReview,
} from '#app/modules/documents/signing/signing.ts';
import { delegated, reviewed, submitted, wardRecords } from '../revision-desk.ts';

const day = '2026-10-01';
const as = (officer: string | null, seenHash = 'h1') => ({ officer, seenHash });

describe('reviewing', () => {
  it('is done by someone who did not draft', () => {
    expect(refusalToReview(submitted(), as('minh'))).toBeNull();
    for (const drafter of ['hoa', 'binh']) {
      expect(refusalToReview(submitted(), as(drafter))?.code).toBe('documents.refusal.same-person');
    }
  });

  it('is done once by the same person, of the text seen', () => {
    expect(refusalToReview(reviewed(), as('minh'))?.code).toBe('documents.refusal.already-reviewed');
    expect(refusalToReview(reviewed(), as('thu'))).toBeNull();
    expect(refusalToReview(submitted(), as('minh', 'h0'))?.code).toBe('documents.refusal.text-changed');
    expect(refusalToReview(submitted(), as(null))?.code).toBe('documents.refusal.no-officer');
    expect(refusalToReview(submitted({ state: 'draft' }), as('minh'))?.code).toBe(
      'documents.refusal.not-in-review',
    );
  });
});

describe('approving', () => {
  const approve = (officer: string | null, facts = reviewed(), on = day, seenHash = 'h1') =>
    refusalToApprove(facts, as(officer, seenHash), wardRecords(), on)?.code ?? null;

  it('the chair approves a reviewed procedure', () => {
    expect(approve('lan')).toBeNull();
    expect(authorityToApprove(reviewed(), 'lan', wardRecords(), day)).toEqual({
      position: 'chu-tich',
      delegation: null,
      delegator: null,
    });
  });

  it('an author may not approve their own revision', () => {
    expect(approve('lan', reviewed({ authors: ['hoa', 'lan'] }))).toBe('documents.refusal.same-person');
    expect(approve('lan', reviewed({ submittedBy: 'lan' }))).toBe('documents.refusal.same-person');
  });

  it('a reviewer may not approve what they reviewed', () => {
    const facts = submitted({ signatures: [{ step: 'reviewed', officer: 'lan', contentHash: 'h1' }] });
    expect(approve('lan', facts)).toBe('documents.refusal.reviewer-approves');
  });

  it('a review of another text does not count', () => {
    const facts = submitted({ signatures: [{ step: 'reviewed', officer: 'minh', contentHash: 'h0' }] });
    expect(approve('lan', facts)).toBe('documents.refusal.not-reviewed');
    expect(approve('lan', submitted())).toBe('documents.refusal.not-reviewed');
  });

  it('what was approved is what was seen', () => {
    expect(approve('lan', reviewed(), day, 'h0')).toBe('documents.refusal.text-changed');
  });

  it('the deputy approves instructions by position and procedures only by delegation in its days', () => {
    expect(approve('son', reviewed({ kind: 'work-instruction' }))).toBeNull();
    expect(approve('son')).toBe('documents.refusal.no-authority');
    for (const on of [delegated.from, delegated.until]) expect(approve('son', reviewed(), on)).toBeNull();
    for (const on of ['2026-10-09', '2026-10-24'])
      expect(approve('son', reviewed(), on)).toBe('documents.refusal.no-authority');
    expect(authorityToApprove(reviewed(), 'son', wardRecords(), delegated.from)).toEqual({
      position: 'chu-tich',
      delegation: 'uq-01',
      delegator: 'lan',
    });
  });

  it('a delegation for one kind gives no other kind', () => {
    const records = {
      ...wardRecords(),
      authorities: wardRecords().authorities.filter((one) => one.position === 'chu-tich'),
    };
    expect(
      refusalToApprove(reviewed({ kind: 'work-instruction' }), as('son'), records, delegated.from)?.code,
    ).toBe('documents.refusal.no-authority');
  });

  it('a delegate of the drafter or reviewer does not close the loop', () => {
    const drafted = reviewed({ authors: ['hoa', 'lan'] });
    expect(approve('son', drafted, delegated.from)).toBe('documents.refusal.delegator-took-part');
    const byLan = submitted({ signatures: [{ step: 'reviewed', officer: 'lan', contentHash: 'h1' }] });
    expect(approve('son', byLan, delegated.from)).toBe('documents.refusal.delegator-took-part');
  });

  it('what was delegated is not delegated on', () => {
    const records = wardRecords();
    const chain = {
      id: 'uq-02',
      from: 'son',
      to: 'thu',
      kinds: ['procedure'] as const,
      validFrom: delegated.from,
      until: delegated.until,
    };
    const chained = { ...records, delegations: [...records.delegations, chain] };
    expect(authoritiesHeld(chained, 'thu', 'procedure', delegated.from)).toEqual([]);
  });

  it('authority ends with the position and with the authority itself', () => {
    const records = wardRecords();
    const left = { ...records, holdings: records.holdings.map((one) => ({ ...one, until: '2026-09-30' })) };
    expect(refusalToApprove(reviewed(), as('lan'), left, day)?.code).toBe('documents.refusal.no-authority');
    expect(refusalToApprove(reviewed(), as('lan'), left, '2026-09-30')).toBeNull();
    const ended = {
      ...records,
      authorities: records.authorities.map((one) => ({ ...one, until: '2026-09-30' })),
    };
    expect(refusalToApprove(reviewed(), as('lan'), ended, day)?.code).toBe('documents.refusal.no-authority');
  });

  it('needs an officer and a text under review', () => {
    expect(approve(null)).toBe('documents.refusal.no-officer');
    expect(approve('lan', reviewed({ state: 'approved' }))).toBe('documents.refusal.not-in-review');
    expect(authorityToApprove(reviewed(), 'minh', wardRecords(), day)).toBeNull();
  });
});
