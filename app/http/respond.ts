import type { ServerBuild } from '@remix-run/node';
import { translate } from '#app/i18n/translate.ts';
import { signInPath } from '#app/paths.ts';
import { isSignedIn } from '#app/permissions/actor.ts';
import { isForbidden, isNotFound, isRefused, isUnreadable, type RefusalDetails } from './errors.ts';
import { plainPage } from './plain-page.ts';
import type { RequestContext } from './request-context.ts';

/** What an error page knows: no text of a person, only our codes. */
export interface Refusal {
  kind: 'not-found' | 'forbidden' | 'refused' | 'too-large' | 'method' | 'unreadable';
  code: string;
  details: RefusalDetails;
}

const statuses = {
  'not-found': 404,
  forbidden: 403,
  refused: 409,
  'too-large': 413,
  method: 405,
  unreadable: 400,
} as const;

/** A page shows the refusal itself (`ErrorPage`); an address without a page answers with a plain one. */
function answer(refusal: Refusal, context: RequestContext, hasPage: boolean): Response {
  const status = statuses[refusal.kind];
  if (hasPage) return Response.json(refusal, { status });
  const { locale } = context;
  const title = translate(locale, `errors.${refusal.kind}.title`);
  const text = translate(locale, refusal.code, refusal.details);
  return new Response(plainPage(locale, title, text), {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

/** Turns a thrown error of the field into the answer that shows it; anything else stays a fault of the program. */
async function answerTo(
  error: unknown,
  request: Request,
  context: RequestContext,
  hasPage: boolean,
): Promise<unknown> {
  const plain = (kind: Exclude<Refusal['kind'], 'refused'>) => answer(saying(kind), context, hasPage);
  if (context.bodyWasCut()) return plain('too-large');
  if (isUnreadable(error)) return plain('unreadable');
  if (isNotFound(error)) return plain('not-found');
  if (isRefused(error))
    return answer({ kind: 'refused', code: error.code, details: error.details }, context, hasPage);
  if (!isForbidden(error)) return error;
  const actor = await context.actor();
  if (!isSignedIn(actor) && request.method === 'GET' && context.hasRoute(signInPath))
    return signInFirst(request);
  return plain('forbidden');
}

function saying(kind: Exclude<Refusal['kind'], 'refused'>): Refusal {
  return { kind, code: `errors.${kind}.text`, details: {} };
}

function signInFirst(request: Request): Response {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  const to = encodeURIComponent(`${path}${url.search}`);
  return new Response(null, { status: 302, headers: { Location: `${signInPath}?to=${to}` } });
}

type Handler = (args: { request: Request; context: RequestContext }) => unknown;

function answering(handler: Handler, hasPage: boolean): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw await answerTo(error, args.request, args.context, hasPage);
    }
  };
}

/** An address that is only read, or only written to, says so to whoever asks the other; `pages.ts` adds `Allow`. */
function notThisWay(hasPage: boolean): Handler {
  return ({ context }) => {
    throw answer(saying('method'), context, hasPage);
  };
}

/** The one place where errors become answers: every loader and action of the build is wrapped here. */
export function withAnswers(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    const hasPage = route.module.default !== undefined;
    // Our context is a RequestContext (`pages.ts`); Remix types it as its own open AppLoadContext.
    const wrap = <T>(handler: T) => answering(handler as unknown as Handler, hasPage) as unknown as T;
    const missing = notThisWay(hasPage) as unknown as typeof action & typeof loader;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        loader: loader ? wrap(loader) : hasPage ? undefined : missing,
        action: action ? wrap(action) : missing,
      },
    };
  }
  return { ...build, routes };
}
