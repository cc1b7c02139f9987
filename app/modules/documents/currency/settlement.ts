import { firstRefusal, type Refusal, refusal } from '../../organization/refusal.ts';

/** "Không ảnh hưởng": the quality officer says so of any document, a head of those of the own unit. */
export function refusalToSettle(
  task: { heads: readonly { officerId: string }[] },
  by: { officerId: string | null; isQualityOfficer: boolean },
  reason: string,
): Refusal | null {
  return firstRefusal(
    () => (by.officerId === null ? refusal('currency.refusal.no-officer') : null),
    () =>
      by.isQualityOfficer || task.heads.some((head) => head.officerId === by.officerId)
        ? null
        : refusal('currency.refusal.not-yours'),
    () => (reason.trim() === '' ? refusal('currency.refusal.no-reason') : null),
  );
}
