import type { Day } from '#app/http/clock.ts';
import { firstRefusal, type Refusal, refusal } from '../organization/refusal.ts';
import type { Retention } from './retention.ts';

export interface EventFacts {
  retention: Retention;
  disposed: boolean;
  completedOn: Day;
}

/** The event a retention waits for is a person's statement with its day: never ahead of time, never before the record. */
export function refusalToRecordEvent(
  record: EventFacts,
  event: { on: Day; today: Day; description: string } | null,
): Refusal | null {
  return firstRefusal(
    () => (record.disposed ? refusal('records.refusal.disposed') : null),
    () => (record.retention.kind === 'until' ? null : refusal('records.refusal.no-event-awaited')),
    () => (event && event.on > event.today ? refusal('records.refusal.event-ahead') : null),
    () => (event && event.on < record.completedOn ? refusal('records.refusal.event-before-record') : null),
    () => (event && event.description === '' ? refusal('records.refusal.no-description') : null),
  );
}
