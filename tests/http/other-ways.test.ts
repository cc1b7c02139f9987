import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { accountRoles, citizenOf } from '#app/permissions/actor.ts';
import { routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { testBuild } from './test-build.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const routes = (await routesOnPaper())
  .filter((route) => route.path !== '/*')
  .map(({ id, path }) => ({ id, path: path.replace(/:\w+|\*/g, 'khong-co') }));

let build: ServerBuild;
let server: TestServer;
beforeAll(async () => {
  ({ build } = await testBuild());
  server = await startTestServer({
    findActor: async () => ({
      ...citizenOf(await homeAgency(server.services.db)),
      accountId: 'account-moi-vai',
      officerId: 'officer-moi-vai',
      name: 'Lê Thị An',
      roles: accountRoles,
    }),
  });
});
afterAll(() => server.close());

function faults(): string[] {
  return server.log.filter((line) => line.msg === 'request failed').map((line) => JSON.stringify(line));
}

async function send(path: string, type: string, body: string): Promise<Response> {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, Cookie: 'lang=vi' };
  return fetch(`${server.url}${path}`, { method: 'POST', redirect: 'manual', headers, body });
}

describe('an address asked the other way', () => {
  it('that takes forms only says so to who opens it', async () => {
    const only = routes.filter(({ id }) => !build.routes[id]?.module.loader);
    expect(only.length).toBeGreaterThan(1);
    for (const { path } of only) {
      const answer = await server.get(path, { Cookie: 'lang=vi' });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'POST']);
      expect(await answer.text(), path).toContain('Trang này không nhận yêu cầu đó');
      expect((await server.get(path, { Cookie: 'lang=en' })).status).toBe(405);
      expect((await fetch(`${server.url}${path}`, { method: 'HEAD' })).status, path).toBe(405);
    }
    expect(faults()).toEqual([]);
  });

  it('that is only read says so to who sends it a form', async () => {
    const only = routes.filter(({ id }) => !build.routes[id]?.module.action);
    expect(only.length).toBeGreaterThan(30);
    for (const { path } of only) {
      const answer = await send(path, 'application/x-www-form-urlencoded', 'a=1');
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
      expect(await answer.text(), path).toContain('Trang này không nhận yêu cầu đó');
    }
    expect(faults()).toEqual([]);
  }, 60_000);
});

/** What somebody in between, or a program that is no browser, makes of a form. */
const broken: [string, string, string][] = [
  [
    'multipart/form-data; boundary=rv',
    '--rv\r\nContent-Disposition: form-data; name="title"\r\n\r\nĐăng',
    'cut off',
  ],
  ['multipart/form-data; boundary=rv', 'title=1', 'no part in it'],
  ['multipart/form-data; boundary=rv', '--khac\r\n\r\n--khac--\r\n', 'another boundary'],
  ['multipart/form-data; boundary=rv', '', 'empty'],
  ['multipart/form-data; boundary=rv', '--rv\r\n\r\nkhông tên\r\n--rv--\r\n', 'a part without a name'],
];

describe('a form that arrives broken', () => {
  it.each(broken)('(%s, %j: %s) is answered with a sentence', async (type, body) => {
    const answer = await send('/language', type, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Biểu mẫu gửi lên không trọn vẹn');
  });

  it('is a fault of the program at no address', async () => {
    const taking = routes.filter(({ id }) => build.routes[id]?.module.action);
    expect(taking.length).toBeGreaterThan(40);
    for (const { path } of taking) {
      for (const [type, body, what] of broken) {
        const { status } = await send(path, type, body);
        expect(status, `${path}: ${what}`).toBeLessThan(500);
      }
    }
    expect(faults()).toEqual([]);
  }, 120_000);
});

describe('a form that no page of ours wrote', () => {
  const form = 'application/x-www-form-urlencoded';

  it('with a kind of document that does not exist makes no document', async () => {
    const answer = await send('/documents/new', form, 'title=Th%E1%BB%AD&kind=khong-co&from=');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Giá trị này không dùng được.');
  });

  it('for a draft is asked after its right first, and its missing parts are told in words', async () => {
    expect((await send('/revisions/khong-co/edit', form, 'source=x')).status).toBe(404);
    const { id } = await server.services.db
      .selectFrom('revision')
      .select('id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow();
    const answer = await send(`/revisions/${id}/edit`, form, 'source=x');
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('Trang này mở đã lâu hoặc thiếu dữ liệu của hệ thống.');
    expect(page).not.toContain('>version<');
  });
});
