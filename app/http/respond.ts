import type { ServerBuild } from '@remix-run/node';
import { isSignedIn } from '#app/permissions/actor.ts';
import { isForbidden, isNotFound, isRefused, type RefusalDetails } from './errors.ts';
import type { RequestContext } from './request-context.ts';

/** What an error page knows: no text of a person, only our codes. */
export interface Refusal {
  kind: 'not-found' | 'forbidden' | 'refused';
  code: string;
  details: RefusalDetails;
}

function answer(refusal: Refusal, status: number): Response {
  return Response.json(refusal, { status, headers: { 'X-Remix-Response': 'yes' } });
}

/** Turns a thrown error of the field into the answer that shows it; anything else stays a fault of the program. */
export async function answerToError(
  error: unknown,
  request: Request,
  context: RequestContext,
): Promise<unknown> {
  if (isNotFound(error)) return answer({ kind: 'not-found', code: 'errors.not-found', details: {} }, 404);
  if (isRefused(error)) return answer({ kind: 'refused', code: error.code, details: error.details }, 409);
  if (isForbidden(error)) {
    const actor = await context.actor();
    if (!isSignedIn(actor) && request.method === 'GET' && context.hasRoute('/sign-in')) {
      return signInFirst(request);
    }
    return answer({ kind: 'forbidden', code: 'errors.forbidden', details: {} }, 403);
  }
  return error;
}

function signInFirst(request: Request): Response {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  const to = encodeURIComponent(`${path}${url.search}`);
  return new Response(null, { status: 302, headers: { Location: `/sign-in?to=${to}` } });
}

type Handler = (args: { request: Request; context: RequestContext }) => unknown;

function answering(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      throw await answerToError(error, args.request, args.context);
    }
  };
}

/** The one place where errors become answers: every loader and action of the build is wrapped here. */
export function withAnswers(build: ServerBuild): ServerBuild {
  const routes: ServerBuild['routes'] = {};
  for (const [id, route] of Object.entries(build.routes)) {
    if (!route) continue;
    const { loader, action } = route.module;
    // The context we pass in `pages.ts` is a RequestContext; Remix types it as its open AppLoadContext.
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader ? { loader: answering(loader as unknown as Handler) as unknown as typeof loader } : {}),
        ...(action ? { action: answering(action as unknown as Handler) as unknown as typeof action } : {}),
      },
    };
  }
  return { ...build, routes };
}
