import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { ReaderPages } from '#app/http/reader-pages.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { type Actor, citizenOf } from '#app/permissions/actor.ts';

const linh: Actor = {
  ...citizenOf('ward'),
  accountId: 'linh',
  officerId: 'linh',
  roles: ['officer'],
  positionIds: ['cv-tu-phap-ho-tich'],
  sessionHash: 's1',
};

function asking(url: string, method = 'GET'): IncomingMessage {
  // Only what the keep reads of a request.
  return { url, method, headers: {} } as unknown as IncomingMessage;
}

function seenBy(actor: Actor, locale: 'vi' | 'en' = 'vi'): RequestContext {
  // Only what the keep reads of a context.
  return { actor: async () => actor, locale, theme: 'system' } as unknown as RequestContext;
}

const page = (nonce: string) => ({
  headers: [['Content-Security-Policy', `script-src 'nonce-${nonce}'`]] as [string, string][],
  body: Buffer.from(
    `<p>Vũ Thùy Linh</p><script nonce="${nonce}">1</script><script nonce="${nonce}">2</script>`,
  ),
  nonce,
});

async function keyFor(pages: ReaderPages, actor: Actor, locale: 'vi' | 'en' = 'vi'): Promise<string> {
  const key = await pages.keyOf(asking('/documents/1'), seenBy(actor, locale));
  if (key === null) throw new Error('not kept');
  return key;
}

describe('the keep of pages of people who are signed in', () => {
  it('gives a page back to its reader, each time with a nonce of its own in the page and its policy', async () => {
    const pages = new ReaderPages(() => 'v1');
    const key = await keyFor(pages, linh);
    pages.keep(key, 'v1', page('aaaa'));
    for (const nonce of ['bbbb', 'cccc']) {
      const kept = pages.find(key, nonce);
      expect(kept?.body.toString('utf8')).toBe(page(nonce).body.toString('utf8'));
      expect(kept?.headers).toEqual(page(nonce).headers);
    }
  });

  it('gives it to nobody else: another person, session, role, position or language', async () => {
    const pages = new ReaderPages(() => 'v1');
    pages.keep(await keyFor(pages, linh), 'v1', page('aaaa'));
    const others: Actor[] = [
      { ...linh, accountId: 'dat' },
      { ...linh, sessionHash: 's2' },
      { ...linh, roles: ['officer', 'leader'] },
      { ...linh, positionIds: [] },
    ];
    for (const other of others) expect(pages.find(await keyFor(pages, other), 'bbbb')).toBeNull();
    expect(pages.find(await keyFor(pages, linh, 'en'), 'bbbb')).toBeNull();
    expect(pages.find(await keyFor(pages, linh), 'bbbb')).not.toBeNull();
  });

  it('forgets it when something was recorded or the day is another', async () => {
    let version = 'v1';
    const pages = new ReaderPages(() => version);
    const key = await keyFor(pages, linh);
    pages.keep(key, 'v1', page('aaaa'));
    version = 'v2';
    expect(pages.find(key, 'bbbb')).toBeNull();
    version = 'v1';
    expect(pages.find(key, 'bbbb')).toBeNull();
  });

  it('keeps nothing of citizens, forms, questions in the address and data requests', async () => {
    const pages = new ReaderPages(() => 'v1');
    expect(await pages.keyOf(asking('/documents/1'), seenBy(citizenOf('ward')))).toBeNull();
    expect(await pages.keyOf(asking('/documents/1', 'POST'), seenBy(linh))).toBeNull();
    expect(await pages.keyOf(asking('/documents/1?on=2026-03-03'), seenBy(linh))).toBeNull();
    expect(await pages.keyOf(asking('/documents/1.data'), seenBy(linh))).toBeNull();
  });

  it('lets the oldest pages go when there are too many', async () => {
    const pages = new ReaderPages(() => 'v1', page('aaaa').body.length + 10);
    pages.keep('first', 'v1', page('aaaa'));
    pages.keep('second', 'v1', page('aaaa'));
    expect(pages.find('first', 'bbbb')).toBeNull();
    expect(pages.find('second', 'bbbb')).not.toBeNull();
  });
});
