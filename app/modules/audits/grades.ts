import { type Refusal, refusal } from '../organization/refusal.ts';

/** ISO 9001 grades no findings; these four follow ISO 19011 practice. */
export const grades = ['conform', 'improvement', 'minor', 'major'] as const;
export type Grade = (typeof grades)[number];

/** Not grades: the row was left out, or does not concern this unit. */
export const ungraded = ['not-audited', 'not-applicable'] as const;
export type Ungraded = (typeof ungraded)[number];

export type Answer = Grade | Ungraded;
export const answers: readonly Answer[] = [...grades, ...ungraded];

export function isGrade(answer: Answer): answer is Grade {
  return answer !== 'not-audited' && answer !== 'not-applicable';
}

/** The row opens a nonconformity in the same transaction. */
export function opensNonconformity(answer: Answer): answer is 'minor' | 'major' {
  return answer === 'minor' || answer === 'major';
}

/** Every grade rests on evidence that was seen; a fault also says what is wrong; a row left out says why. */
export function refusalToAnswer(answer: Answer, evidence: string, note: string): Refusal | null {
  if (isGrade(answer) && evidence.trim() === '') return refusal('audits.refusal.no-evidence');
  if (opensNonconformity(answer) && note.trim() === '') return refusal('audits.refusal.no-statement');
  return !isGrade(answer) && note.trim() === '' ? refusal('audits.refusal.no-reason-left-out') : null;
}
