import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** fetch refuses to send some headers; a raw request does not. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; location: string | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the head of every answer', () => {
  it('carries a page policy without unsafe words, and the standing guards', async () => {
    const answer = await server.get('/', { 'Accept-Encoding': 'identity' });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('content-length')).not.toBeNull();
  });

  it('names the public page’s only script by its hash', async () => {
    const answer = await server.get('/');
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[\w+/=]+';/);
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('promises https for good only when people reach us by https', async () => {
    expect((await server.get('/')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a page of a person who is signed in', () => {
  const cookie = { Cookie: `session=${'a'.repeat(43)}` };
  let staff: TestServer;
  beforeAll(async () => {
    staff = await startTestServer({
      findActor: async () => ({
        ...citizenOf(await homeAgency(server.services.db)),
        accountId: 'account-an',
        name: 'Lê Thị An',
        roles: ['officer'],
      }),
    });
  });
  afterAll(() => staff.close());

  it('runs only scripts that carry the nonce of this very answer', async () => {
    const [one, other] = [await staff.get('/khong-co', cookie), await staff.get('/khong-co', cookie)];
    const nonces = [one, other].map((answer) => {
      const policy = answer.headers.get('content-security-policy') ?? '';
      return /script-src 'nonce-([\w+/=]{20,})' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
    });
    expect(nonces[0]).not.toBe('');
    expect(nonces[0]).not.toBe(nonces[1]);
    const page = await one.text();
    const scripts = page.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) expect(script).toContain(`nonce="${nonces[0]}"`);
    for (const preload of page.match(/<link rel="modulepreload"[^>]*>/g) ?? [])
      expect(preload).toContain('nonce=');
  });

  it('is kept by nobody', async () => {
    const answer = await staff.get('/khong-co', cookie);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('a page of the public', () => {
  it('is in the reader’s language', async () => {
    expect(await (await server.get('/')).text()).toContain('<html lang="vi"');
    const english = await server.get('/', { 'Accept-Language': 'en-GB,en' });
    expect(await english.text()).toContain('<html lang="en"');
    const chosen = await server.get('/', { 'Accept-Language': 'en', Cookie: 'lang=vi' });
    expect(await chosen.text()).toContain('<html lang="vi"');
  });

  it('loses no Vietnamese letter, wherever in the page it stands', async () => {
    for (let length = 0; length < 24; length += 1) {
      const page = await (await server.get(`/?${'a'.repeat(length)}`)).text();
      expect(page).not.toMatch(/[\0\ufffd]/);
    }
  });

  it('is not sent again to who has it', async () => {
    const first = await server.get('/');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await server.get('/', { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('is the same page from the keep as made anew', async () => {
    const [made, kept] = [await server.get('/?fresh'), await server.get('/')];
    expect(await kept.text()).toBe(
      (await made.text()).replace('value="/?fresh"', 'value="/"').replace('value="/?fresh"', 'value="/"'),
    );
    expect(kept.headers.get('content-security-policy')).toBe(made.headers.get('content-security-policy'));
  });

  it('comes compressed to who asks', async () => {
    const [brotli, plain] = [
      await server.get('/', { 'Accept-Encoding': 'br' }),
      await server.get('/', { 'Accept-Encoding': 'identity' }),
    ];
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await brotli.text()).toBe(await plain.text());
  });
});

describe('what is not there or not allowed', () => {
  it('is said on a page in the reader’s language, with its status', async () => {
    const answer = await server.get('/khong-co', { Cookie: 'lang=vi' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Không có trang này');
    const english = await server.get('/khong-co', { Cookie: 'lang=en' });
    expect(await english.text()).toContain('There is no such page');
  });

  it('says not found for an address that cannot be read', async () => {
    for (const path of ['/%', '/documents/%E0%A4%A', '/assets/..%2f..%2fweb.js', '/assets/x%'])
      expect((await raw('GET', path, {})).status, path).toBe(404);
  });

  it('repeats nothing of what was asked', async () => {
    const page = await (await server.get('/canary-7fa3?x=canary-91bc')).text();
    expect(page.replaceAll(/name="to" value="[^"]*"/g, '')).not.toContain('canary');
  });
});

describe('a form', () => {
  const fields = { lang: 'en', to: '/' };

  it.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }, 303],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'http://localhost:3000' }, 303],
    [{ Origin: 'null' }, 403],
    [{}, 403],
    [{ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' }, 403],
    [{ Origin: 'https://localhost:3000' }, 403],
  ])('sent with %j is answered %i', async (headers, status) => {
    const body = new URLSearchParams(fields).toString();
    const sent = { 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
    expect((await raw('POST', '/language', sent, body)).status).toBe(status);
  });

  it.each([
    ['text/plain', 415],
    ['application/json', 415],
    ['multipart/form-data', 415],
    ['application/x-www-form-urlencoded; charset=UTF-8', 303],
  ])('of the type %s is answered %i', async (type, status) => {
    const body = new URLSearchParams(fields).toString();
    const sent = { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' };
    expect((await raw('POST', '/language', sent, body)).status).toBe(status);
  });

  it('is no PUT, and no address holds a NUL', async () => {
    const sent = { 'Sec-Fetch-Site': 'same-origin' };
    expect((await raw('PUT', '/language', sent, '')).status).toBe(405);
    expect((await raw('GET', '/status/%00', {}, '')).status).toBe(404);
    expect((await raw('GET', '/public/documents?words=a%00', {}, '')).status).toBe(404);
  });

  it('sets the reader’s language and goes back to the page', async () => {
    const answer = await server.post('/language', { lang: 'en', to: '/handbook' });
    expect(answer.headers.get('location')).toBe('/handbook');
    expect(answer.headers.get('set-cookie')).toMatch(/^lang=en; Path=\/; .*HttpOnly/);
  });

  it('leads to no other site', async () => {
    const answer = await server.post('/theme', { theme: 'dark', to: '//evil.example/x' });
    expect(answer.headers.get('location')).toBe('/');
  });

  it('sets nothing that is not a choice', async () => {
    const answer = await server.post('/language', { lang: 'en; Domain=evil', to: '/' });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('links and addresses', () => {
  it('never come from the Host of a request', async () => {
    const answer = await raw('GET', '/khong-co', {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
    });
    expect(answer.text).not.toContain('evil.example');
  });
});

describe('a body that is too large', () => {
  it('is refused by what it says, before it is read', async () => {
    const answer = await raw('POST', '/language', {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(50 * 1024 * 1024),
    }).catch((error: Error) => ({ status: 0, text: error.message, location: undefined }));
    expect(answer.status).toBe(413);
  });

  it('is cut at the limit when it does not say', async () => {
    const answer = await raw(
      'POST',
      '/language',
      {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Transfer-Encoding': 'chunked',
      },
      `lang=en&to=${'a'.repeat(1_200_000)}`,
    );
    expect(answer.status).toBe(413);
  });
});

it('says that it is alive', async () => {
  const answer = await server.get('/healthz');
  expect(await answer.json()).toEqual({ ok: true });
});

it('writes no search words of a reader into the log', async () => {
  await server.get('/khong-co?q=canary-5512');
  expect(JSON.stringify(server.log)).not.toContain('canary-5512');
});
