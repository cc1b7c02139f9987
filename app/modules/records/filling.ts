import type { FieldErrors } from '#app/http/forms.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';

export interface FillingFacts {
  officer: string;
  /** Completed or given up. */
  ended: boolean;
  version: number;
  /** The revision that is filled in, and the one in force today; null when the form is no longer in force. */
  revision: string;
  inForce: string | null;
  /** The newer revision beside which its owner chose to keep the older one. */
  keptBeside: string | null;
  corrects: boolean;
}

/** A newer revision is in force and the owner has not said which one the record is to be made on. */
export function asksRevision(filling: FillingFacts): boolean {
  return filling.inForce !== null && filling.inForce !== filling.revision && !isSettled(filling);
}

function isSettled({ corrects, keptBeside, inForce }: FillingFacts): boolean {
  // A correction is made on the revision the record was made on.
  return corrects || keptBeside === inForce;
}

export function refusalToSave(filling: FillingFacts, officer: string | null, seen: number): Refusal | null {
  return firstRefusal(
    () => (filling.officer === officer ? null : refusal('records.refusal.not-the-owner')),
    () => (filling.ended ? refusal('records.refusal.ended') : null),
    () => (seen === filling.version ? null : refusal('records.refusal.changed-meanwhile')),
  );
}

export function refusalToChooseRevision(filling: FillingFacts, officer: string | null): Refusal | null {
  return firstRefusal(
    () => refusalToSave(filling, officer, filling.version),
    () => (asksRevision(filling) ? null : refusal('records.refusal.no-newer-form')),
  );
}

export function refusalToComplete(
  filling: FillingFacts,
  officer: string | null,
  completion: { seen: number; mistakes: FieldErrors; reason: string },
): Refusal | null {
  return firstRefusal(
    () => refusalToSave(filling, officer, completion.seen),
    () => (asksRevision(filling) ? refusal('records.refusal.newer-form') : null),
    () =>
      filling.inForce === null && !filling.corrects ? refusal('records.refusal.form-not-in-force') : null,
    () => {
      const count = Object.keys(completion.mistakes).length;
      return count > 0 ? refusal('records.refusal.not-whole', { count }) : null;
    },
    () => (filling.corrects && completion.reason === '' ? refusal('records.refusal.no-reason') : null),
  );
}

/** Who may write a new version of a completed record, and when. */
export function refusalToCorrect(
  record: { maker: string; disposed: boolean; inOpenDisposal: boolean },
  corrector: { officer: string | null; isQualityOfficer: boolean },
): Refusal | null {
  return firstRefusal(
    () => (corrector.officer === null ? refusal('records.refusal.no-officer') : null),
    () =>
      record.maker === corrector.officer || corrector.isQualityOfficer
        ? null
        : refusal('records.refusal.not-its-maker'),
    () => (record.disposed ? refusal('records.refusal.disposed') : null),
    () => (record.inOpenDisposal ? refusal('records.refusal.in-disposal') : null),
  );
}

/** `BM-05-01/2026/003` */
export function recordNumber(code: string, year: number, sequence: number): string {
  return `${code}/${year}/${String(sequence).padStart(3, '0')}`;
}
