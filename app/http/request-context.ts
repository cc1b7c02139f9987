import { chooseLocale, cookieValue, type Locale } from '#app/i18n/locale.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Instant } from './clock.ts';
import { newNonce } from './security.ts';
import type { AppServices } from './services.ts';

export type Theme = 'light' | 'dark' | 'system';

export const themeCookie = 'theme';

/** What loaders and actions get as `context`. (A type, not an interface: Remix's own has an index signature.) */
export type RequestContext = {
  services: AppServices;
  /** Asked of the database once per request, then remembered. */
  actor(): Promise<Actor>;
  client: { address: string; browser: string };
  locale: Locale;
  theme: Theme;
  /** One instant for the whole request. */
  now: Instant;
  nonce: string;
  /** True when the program has a page at this path: navigation offers nothing that does not exist. */
  hasRoute(path: string): boolean;
  /** True when the request's body was larger than allowed and reading it therefore failed. */
  bodyWasCut(): boolean;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}

export function chooseTheme(cookie: string | null | undefined): Theme {
  const theme = cookieValue(cookie, themeCookie);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function requestContext(
  services: AppServices,
  request: Request,
  known: Pick<RequestContext, 'hasRoute' | 'bodyWasCut'> & { address: string },
): RequestContext {
  const cookie = request.headers.get('cookie');
  let actor: Promise<Actor> | undefined;
  return {
    services,
    actor: () => {
      actor ??= services.findActor(cookie);
      return actor;
    },
    client: { address: known.address, browser: request.headers.get('user-agent') ?? '' },
    locale: chooseLocale(cookie, request.headers.get('accept-language')),
    theme: chooseTheme(cookie),
    now: services.clock.now(),
    nonce: newNonce(),
    hasRoute: known.hasRoute,
    bodyWasCut: known.bodyWasCut,
  };
}
