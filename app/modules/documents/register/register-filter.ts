import { type Day, isDay } from '#app/http/clock.ts';
import { documentKinds } from '#app/mdx/compiled-document.ts';

const states = ['in-force', 'awaiting', 'not-yet', 'in-preparation', 'withdrawn', 'expired'] as const;
const sorts = ['code', 'title', 'in-force-from'] as const;

/** The filter an address asks for; what it says wrongly is left out, so that an old link still shows something. */
export function registerFilterOf(url: URL, today: Day) {
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const on = asked('on');
  const page = Number(asked('page') || '1');
  return {
    on: isDay(on) ? on : today,
    kind: documentKinds.find((kind) => kind === asked('kind')),
    unitId: asked('unit') || undefined,
    state: states.find((state) => state === asked('state')),
    words: asked('q').slice(0, 200) || undefined,
    sort: sorts.find((sort) => sort === asked('sort')) ?? ('code' as const),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}
