import type { Day } from '#app/http/clock.ts';
import type { RevisionFacts } from '#app/modules/documents/revision.ts';
import type { SigningRecords } from '#app/modules/documents/signing/signing.ts';

/**
 * The ward of the tests: Hoa and Bình write, Minh heads the office and reviews, Lan is chair and approves procedures,
 * Sơn is her deputy and approves instructions; Lan has delegated procedures to Sơn for a fortnight.
 */
export const people = ['hoa', 'binh', 'minh', 'lan', 'son', 'thu'] as const;
export type Person = (typeof people)[number];

export const delegated: { from: Day; until: Day } = { from: '2026-10-10', until: '2026-10-23' };

export function wardRecords(): SigningRecords {
  const open = { from: '2025-07-01', until: null };
  return {
    authorities: [
      { position: 'chu-tich', kind: 'procedure', ...open },
      { position: 'chu-tich', kind: 'work-instruction', ...open },
      { position: 'pho-chu-tich', kind: 'work-instruction', ...open },
    ],
    holdings: [
      { officer: 'lan', position: 'chu-tich', ...open },
      { officer: 'son', position: 'pho-chu-tich', ...open },
      { officer: 'minh', position: 'chanh-van-phong', ...open },
    ],
    delegations: [
      {
        id: 'uq-01',
        from: 'lan',
        to: 'son',
        kinds: ['procedure'],
        validFrom: delegated.from,
        until: delegated.until,
      },
    ],
  };
}

/** Hoa and Bình wrote it, Hoa submitted it; nobody has reviewed it yet. */
export function submitted(changes: Partial<RevisionFacts> = {}): RevisionFacts {
  return {
    state: 'in-review',
    kind: 'procedure',
    contentHash: 'h1',
    authors: ['hoa', 'binh'],
    submittedBy: 'hoa',
    signatures: [{ step: 'drafted', officer: 'hoa', contentHash: 'h1' }],
    unanswered: 0,
    ...changes,
  };
}

/** As submitted, and reviewed by Minh. */
export function reviewed(changes: Partial<RevisionFacts> = {}): RevisionFacts {
  const facts = submitted(changes);
  const review = { step: 'reviewed', officer: 'minh', contentHash: facts.contentHash } as const;
  return { ...facts, signatures: [...facts.signatures, review] };
}
