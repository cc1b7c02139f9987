import { z } from 'zod';
import { addDays, type Day, dayOf, type Instant } from '#app/http/clock.ts';
import { dayValue, inOrder, nameValue, noteValue, openDayValue, outOfOrder } from './form-values.ts';
import { overlaps, type Period } from './period.ts';
import { type Refusal, refusal } from './refusal.ts';

export const appointmentKinds = ['official', 'acting'] as const;

export const appointmentForm = z
  .object({
    positionId: z.string().min(1, { message: 'errors.field.required' }),
    kind: z.enum(appointmentKinds),
    validFrom: dayValue,
    validUntil: openDayValue,
    decision: noteValue,
  })
  .refine(inOrder, outOfOrder);
export type AppointmentForm = z.output<typeof appointmentForm>;

export const appointmentEndForm = z.object({ until: dayValue, reason: nameValue });
export type AppointmentEndForm = z.output<typeof appointmentEndForm>;

export interface Held {
  validFrom: Day;
  /** Effective last day; null = open. */
  validUntil: Day | null;
}

function periodOf({ validFrom, validUntil }: Held): Period {
  return { from: validFrom, until: validUntil };
}

/** The whole of `inner` lies in `outer`. */
function within(inner: Held, outer: Held): boolean {
  if (inner.validFrom < outer.validFrom) return false;
  return outer.validUntil === null || (inner.validUntil !== null && inner.validUntil <= outer.validUntil);
}

/**
 * More holders than seats is a finding, not a refusal: it happens at each handover. Held twice at once is one.
 * `others` are the officer's appointments to the same position with their effective days.
 */
export function refusalToAppoint(
  asked: Held,
  officer: Held,
  position: Held,
  others: readonly Held[],
): Refusal | null {
  if (asked.validFrom < officer.validFrom)
    return refusal('organization.refusal.officer-not-yet', { day: officer.validFrom });
  if (!within(asked, officer))
    return refusal('organization.refusal.officer-left', { day: officer.validUntil ?? '' });
  if (!within(asked, position)) return refusal('organization.refusal.position-not-then');
  if (others.some((other) => overlaps(periodOf(asked), periodOf(other))))
    return refusal('organization.refusal.held-already');
  return null;
}

/** An end on the day before the first means: the appointment never took effect. */
export function refusalToEnd(appointment: Held, until: Day): Refusal | null {
  if (until < addDays(appointment.validFrom, -1)) return refusal('organization.refusal.end-before-start');
  if (appointment.validUntil !== null && appointment.validUntil <= until)
    return refusal('organization.refusal.already-ended');
  return null;
}

/** Recorded after the first day it is valid: shown as recorded late. */
export function recordedLate(fact: { validFrom: Day; recordedAt: Instant }): boolean {
  return dayOf(fact.recordedAt) > fact.validFrom;
}
