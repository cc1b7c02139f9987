import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { Forbidden, NotFound, Refused } from '#app/http/errors.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { withAnswers } from '#app/http/respond.ts';
import { citizenOf } from '#app/permissions/actor.ts';

const citizen = citizenOf('phuong');
const officer = { ...citizen, accountId: 'account-an', roles: ['officer'] as const };

interface Asked {
  error: unknown;
  method?: string;
  signedIn?: boolean;
  resource?: boolean;
  cut?: boolean;
}

/** What a loader's error becomes on its way out. */
async function answerTo({
  error,
  method = 'GET',
  signedIn = true,
  resource = false,
  cut = false,
}: Asked): Promise<unknown> {
  const loader = () => Promise.reject(error);
  const module = resource ? { loader } : { loader, default: () => null };
  // Only what `withAnswers` looks at.
  const build = { routes: { page: { id: 'page', module } } } as unknown as ServerBuild;
  const context = {
    actor: async () => (signedIn ? officer : citizen),
    hasRoute: (path: string) => path === '/sign-in',
    locale: 'vi',
    bodyWasCut: () => cut,
  } as unknown as RequestContext;
  const request = new Request('http://localhost:3000/documents/7?page=2', { method });
  const wrapped = withAnswers(build).routes.page?.module.loader as unknown as (
    args: object,
  ) => Promise<unknown>;
  return wrapped({ request, context }).then(
    () => 'nothing was refused',
    (answer: unknown) => answer,
  );
}

async function shown(asked: Asked) {
  const answer = await answerTo(asked);
  if (!(answer instanceof Response)) throw new Error('no answer');
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

describe('an error of the field', () => {
  it('becomes the status that says what it is', async () => {
    expect((await shown({ error: new NotFound() })).status).toBe(404);
    expect((await shown({ error: new Forbidden() })).status).toBe(403);
    expect((await shown({ error: new Refused('errors.field.day') })).status).toBe(409);
  });

  it('is known by its kind, also when another copy of the file made it', async () => {
    const foreign = Object.assign(new Error('x'), { kind: 'refused', code: 'errors.field.day', details: {} });
    expect((await shown({ error: foreign })).status).toBe(409);
  });

  it('sends who is not signed in to sign in first, and back', async () => {
    const answer = await shown({ error: new Forbidden(), signedIn: false });
    expect(answer).toMatchObject({ status: 302, location: '/sign-in?to=%2Fdocuments%2F7%3Fpage%3D2' });
    expect((await shown({ error: new Forbidden(), signedIn: false, method: 'POST' })).status).toBe(403);
  });

  it('is a sentence of its own where there is no page', async () => {
    const answer = await shown({ error: new Refused('errors.field.day'), resource: true });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Ngày không đúng.');
  });

  it('of a body that was cut says that it was too large', async () => {
    expect((await shown({ error: new TypeError('terminated'), cut: true })).status).toBe(413);
  });
});

it('a fault of the program is not made to look like a refusal', async () => {
  const fault = new Error('disk full');
  expect(await answerTo({ error: fault })).toBe(fault);
});
