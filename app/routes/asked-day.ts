import { type Day, dayOf, type Instant, isDay } from '#app/http/clock.ts';

/** The day a page is asked for in its address, else today. */
export function askedDay(request: Request, now: Instant): Day {
  const asked = new URL(request.url).searchParams.get('day') ?? '';
  return isDay(asked) ? asked : dayOf(now);
}
