import type { Day } from '#app/http/clock.ts';
import { pageAsked } from '#app/ui/pager.tsx';
import type { RegisterFilter } from './register.server.ts';

/** What an address of the register asks for. */
export function registerFilterOf(url: URL, today: Day): RegisterFilter {
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const state = asked('state');
  const year = Number(asked('year'));
  return {
    today,
    state: state === 'all' || state === 'not-ended' || state === 'overdue' ? undefined : state,
    open: state === undefined || state === 'not-ended',
    overdue: state === 'overdue',
    unitId: asked('unit'),
    source: asked('source'),
    grade: asked('grade'),
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    words: asked('q'),
    page: pageAsked(url),
  };
}
