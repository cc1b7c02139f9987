import type { DocumentKind } from '#app/mdx/compiled-document.ts';

export type RoleKind = 'own' | 'other-agency' | 'applicant' | 'body';

/** A role as the office fills it on the day of the check, for the field of the document. */
export interface RoleInOffice {
  kind: RoleKind;
  /** At least one position of the office is mapped to the role. */
  mapped: boolean;
  /** At least one of those positions has a holder. */
  filled: boolean;
}

export interface LegalBasisStatus {
  numberSign: string;
  status: 'in-force' | 'not-yet' | 'partly' | 'expired' | 'unknown';
  replacedBy: string | null;
}

/** What stands around the text being checked: the office, the other documents, the law, the last released revision. */
export interface Surroundings {
  roles: ReadonlyMap<string, RoleInOffice>;
  units: ReadonlySet<string>;
  /** Codes, folded by `foldCode`, of forms that have a current revision (or are checked together with this text). */
  formsInForce: ReadonlySet<string>;
  legalBases: ReadonlyMap<string, LegalBasisStatus>;
  /** Codes, folded by `foldCode`, taken by other documents of the agency, withdrawn ones included. */
  codesInUse: ReadonlySet<string>;
  /** In-system addresses that exist, without `#…`: paths of the product or folded document codes. */
  linkTargets: ReadonlySet<string>;
  /** Ids in the last released revision of this document; null for a new document. */
  previous: { steps: readonly string[]; sections: readonly string[] } | null;
}

/** Kinds whose steps are duties of the office to the full: time, result and deciding role are required. */
export function demandsSixClears(kind: DocumentKind): boolean {
  return kind === 'procedure';
}
