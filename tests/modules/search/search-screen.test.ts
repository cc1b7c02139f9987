import { afterAll, beforeAll, expect, test } from 'vitest';
import { citizenOf } from '#app/permissions/actor.ts';
import { startTestServer, type TestServer } from '../../http/test-server.ts';

let server: TestServer;
let signedIn = false;
beforeAll(async () => {
  server = await startTestServer({
    findActor: async () => {
      const agency = await server.services.db
        .selectFrom('agency')
        .select('id')
        .where('kind', '=', 'ward')
        .executeTakeFirstOrThrow();
      const citizen = citizenOf(agency.id);
      return signedIn ? { ...citizen, accountId: 'x', roles: ['officer'] } : citizen;
    },
  });
}, 300_000);
afterAll(() => server.close());

async function screen(query: string): Promise<string> {
  const answer = await server.get(`/search?${query}`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return text.slice(text.indexOf('<main'), text.indexOf('</main')).replaceAll('<!-- -->', '');
}

test('a citizen finds none of the drafts of a new office and is told what to try', async () => {
  signedIn = false;
  const shown = await screen('q=khai+sinh');
  expect(shown).toContain('Không có tài liệu nào chứa đủ các từ “khai sinh”.');
  expect(shown).not.toContain('QT-TP-01');
});

test('an officer sees where the words stand, marked, with links to the step and the section', async () => {
  signedIn = true;
  const shown = await screen('q=dang+ky+khai+sinh');
  expect(shown).toMatch(/<a [^>]*href="\/revisions\/[0-9a-z]+"><span class="found-code">QT-TP-01<\/span>/);
  expect(shown).toContain('<mark>Đăng</mark>');
  expect(shown).toMatch(/href="\/revisions\/[0-9a-z]+#[a-z-]+"/);
  expect(await screen('q=tra+c%E1%BB%A9u+d%E1%BB%AF+li%E1%BB%87u')).toContain('#step-');
});

test('markup that is typed is shown as typed, and past the last page one is back at the first', async () => {
  const shown = await screen(`q=${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(shown).toContain('&lt;script&gt;');
  expect(shown).not.toContain('<script>alert');
  const past = await server.get('/search?q=khai&page=25');
  expect([past.status, past.headers.get('location')]).toEqual([302, '/search?q=khai']);
  expect(await screen('')).not.toContain('found');
});
