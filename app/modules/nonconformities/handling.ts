import { type Refusal, refusal } from '../organization/refusal.ts';

/** The person who acts, as far as handling a nonconformity needs to know. */
export interface Handler {
  officer: string | null;
  isQualityOfficer: boolean;
  /** Units that this person heads today. */
  headed: readonly string[];
}

export interface Handled {
  personInCharge: string;
  unit: string;
}

export function isHandler(handled: Handled, handler: Handler): boolean {
  return (
    handler.officer !== null &&
    (handler.officer === handled.personInCharge ||
      handler.isQualityOfficer ||
      handler.headed.includes(handled.unit))
  );
}

/** Correction, cause and plan: the person in charge, the head of the unit or the quality officer. */
export function refusalToHandle(handled: Handled, handler: Handler): Refusal | null {
  if (handler.officer === null) return refusal('nonconformities.refusal.no-officer');
  return isHandler(handled, handler) ? null : refusal('nonconformities.refusal.not-handler');
}

/** Evidence of an action: its owner too. */
export function refusalToProve(handled: Handled, owner: string, handler: Handler): Refusal | null {
  return handler.officer !== null && handler.officer === owner ? null : refusalToHandle(handled, handler);
}
