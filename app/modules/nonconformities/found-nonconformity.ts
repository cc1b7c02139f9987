import type { Day } from '#app/http/clock.ts';
import type { SourceKind } from './source.ts';

/** What somebody found, as it is reported. */
export interface FoundNonconformity {
  source: { kind: SourceKind; id: string | null };
  statement: string;
  requirement: string;
  clause: string | null;
  edition: string | null;
  evidence: string;
  grade: 'minor' | 'major';
  unitId: string;
  documentId: string | null;
  stepKey: string | null;
  /** Left out: the head of the unit on that day. */
  personInChargeId: string | null;
  detectedOn: Day;
}
