import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clockAt } from '#app/http/clock.ts';
import { ContentVersion } from '#app/http/content-version.ts';
import { PageCache } from '#app/http/page-cache.ts';

function asked(url: string, headers: Record<string, string> = {}, method = 'GET'): IncomingMessage {
  // Only what the keep reads of a request.
  return { url, method, headers } as unknown as IncomingMessage;
}

function answered(cache: PageCache, request: IncomingMessage): string | null {
  let sent: string | null = null;
  const response = {
    writeHead: () => response,
    end: (body?: Buffer) => {
      sent = body?.toString('utf8') ?? '';
    },
  } as unknown as ServerResponse;
  const key = cache.keyOf(request);
  return key !== null && cache.answer(request, response, key) ? sent : null;
}

async function keep(
  cache: PageCache,
  request: IncomingMessage,
  version: string,
  text: string,
): Promise<void> {
  const key = cache.keyOf(request);
  if (key === null) throw new Error('not kept');
  await cache.store(key, version, { status: 200, headers: [], body: Buffer.from(text), etag: '"e"' });
}

describe('the keep of public pages', () => {
  it('answers with the page of the reader’s language and theme only', async () => {
    const cache = new PageCache(() => 'v1');
    await keep(cache, asked('/', { cookie: 'lang=en' }), 'v1', 'English');
    expect(answered(cache, asked('/', { cookie: 'lang=en' }))).toBe('English');
    expect(answered(cache, asked('/', { 'accept-language': 'en' }))).toBe('English');
    expect(answered(cache, asked('/', { cookie: 'lang=vi' }))).toBeNull();
    expect(answered(cache, asked('/', { cookie: 'lang=en; theme=dark' }))).toBeNull();
  });

  it('is not asked for people with a session, for searches or for forms', () => {
    const cache = new PageCache(() => 'v1');
    expect(cache.keyOf(asked('/', { cookie: `session=${'a'.repeat(43)}` }))).toBeNull();
    expect(cache.keyOf(asked('/', { cookie: 'lang=vi; __Host-session=x' }))).toBeNull();
    expect(cache.keyOf(asked('/search?q=a'))).toBeNull();
    expect(cache.keyOf(asked('/', {}, 'POST'))).toBeNull();
  });

  it('forgets a page when what the public sees has changed', async () => {
    let version = 'v1';
    const cache = new PageCache(() => version);
    await keep(cache, asked('/'), 'v1', 'in force');
    version = 'v2';
    expect(answered(cache, asked('/'))).toBeNull();
    expect(cache.size).toBe(0);
  });

  it('never serves a page that was being made while something changed', async () => {
    const cache = new PageCache(() => 'v2');
    await keep(cache, asked('/'), 'v1', 'old');
    expect(answered(cache, asked('/'))).toBeNull();
  });

  it('keeps no more than it has room for, the oldest leave first', async () => {
    const cache = new PageCache(() => 'v1', 30_000);
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      await keep(cache, asked(`/${name}`), 'v1', name.repeat(6_000));
    expect(answered(cache, asked('/a'))).toBeNull();
    expect(answered(cache, asked('/e'))).toBe('e'.repeat(6_000));
  });
});

describe('the version of what the public sees', () => {
  it('changes with the journal of any process, with the day, and when told', async () => {
    const clock = clockAt('2026-11-21T16:59:00.000Z');
    let head = '7';
    const version = new ContentVersion(clock, async () => head, 0);
    const seen = new Set<string>();
    const look = async () => {
      await version.refresh();
      seen.add(version.current());
    };
    await look();
    await look();
    expect(seen.size).toBe(1);
    head = '8';
    await look();
    clock.set('2026-11-21T17:00:00.000Z');
    await look();
    version.changed();
    await look();
    expect(seen.size).toBe(4);
  });

  it('is asked of the database only once in a while', async () => {
    let questions = 0;
    const version = new ContentVersion(
      clockAt('2026-11-21T02:00:00.000Z'),
      async () => String(++questions),
      60_000,
    );
    await version.refresh();
    await version.refresh();
    expect(questions).toBe(1);
    version.changed();
    await version.refresh();
    expect(questions).toBe(2);
  });
});
