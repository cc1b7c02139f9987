import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePeople } from '#db/sample/people.ts';
import { bodyOf, type FilledForm, filledForms } from '#tests/harness/filled-form.ts';
import { askers } from '#tests/harness/people-of-each-role.ts';
import { type PaperRoute, routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { testBuild } from '#tests/http/test-build.ts';
import { meaningOf, openWardAtTheDoor, type WardAtTheDoor } from './ward-at-the-door.ts';
import { whoMay } from './who-may.ts';

const routes = await routesOnPaper();

const nothing: FilledForm = { action: null, fields: [], files: [] };

describe('the table of who may', () => {
  test('names every route and nothing that does not exist', () => {
    expect(Object.keys(whoMay).sort()).toEqual(routes.map((route) => route.id).sort());
  });

  test('names every loader and action', async () => {
    const { build } = await testBuild();
    const wrong = routes.flatMap(({ id }) => {
      const [row, module] = [whoMay[id], build.routes[id]?.module];
      const faults = [];
      if ((row?.get !== null) !== (module?.loader !== undefined)) faults.push(`${id} loader`);
      if ((row?.post !== null) !== (module?.action !== undefined)) faults.push(`${id} action`);
      return faults;
    });
    expect(wrong).toEqual([]);
    const known = new Set(['root', ...routes.map((route) => route.id)]);
    expect(Object.keys(build.routes).filter((id) => !known.has(id))).toEqual([]);
  }, 120_000);
});

describe('at the door', () => {
  let door: WardAtTheDoor;
  beforeAll(async () => {
    door = await openWardAtTheDoor();
  });
  afterAll(() => door?.close());

  const ours = samplePeople.map((person) => person.name);

  /** Three ways to a loader: the page, its data, and its data alone by its id. */
  async function gets(route: PaperRoute): Promise<string[]> {
    const expected = whoMay[route.id]?.get;
    if (!expected) return [];
    const path = door.pathOf(route);
    const data = path === '/' ? '/_root.data' : `${path}.data`;
    const faults: string[] = [];
    for (const asker of askers) {
      const cookie = await door.cookieOf(asker);
      for (const way of [path, data, `${data}?_routes=${encodeURIComponent(route.id)}`]) {
        const { answer, text } = await meaningOf(await door.server.get(way, cookie));
        const line = `GET ${way} as ${asker}`;
        if (answer !== expected[asker]) faults.push(`${line}: ${answer}, not ${expected[asker]}`);
        const leak = asker === 'elsewhere' && !isPublic(route) && ours.find((name) => text.includes(name));
        if (leak) faults.push(`${line}: shows ${leak}`);
      }
    }
    return faults;
  }

  /** Pages of the ward that everyone may read name its people by right. */
  function isPublic(route: PaperRoute): boolean {
    return whoMay[route.id]?.get?.citizen === 'let in';
  }

  /** The form as the page shows it to the first who may send it, filled in. */
  async function formOf(route: PaperRoute, path: string): Promise<FilledForm> {
    const holder = whoMay[route.id]?.form ?? route.id;
    const shown = routes.find((one) => one.id === holder) ?? route;
    for (const asker of askers) {
      if (asker === 'citizen' || asker === 'elsewhere' || whoMay[holder]?.get?.[asker] !== 'let in') continue;
      const page = await door.server.get(door.pathOf(shown), await door.cookieOf(asker));
      const form = filledForms(await page.text())
        .filter(({ action }) => action === null || action.startsWith(path))
        .at(-1);
      if (form) return form;
    }
    return { ...nothing, fields: Object.entries(whoMay[route.id]?.sends ?? {}) };
  }

  /** Who may not, sends the very form that would do it; who may, sends an empty one, which changes nothing. */
  async function posts(route: PaperRoute): Promise<string[]> {
    const expected = whoMay[route.id]?.post;
    if (!expected) return [];
    const path = door.pathOf(route);
    const data = path === '/' ? '/_root.data' : `${path}.data`;
    const filled = await formOf(route, path);
    const faults: string[] = [];
    for (const asker of askers) {
      for (const way of [path, data]) {
        const headers = { 'Sec-Fetch-Site': 'same-origin', ...(await door.cookieOf(asker)) };
        const form = expected[asker] === 'let in' ? nothing : filled;
        const { answer } = await meaningOf(
          await fetch(`${door.server.url}${way}`, {
            method: 'POST',
            redirect: 'manual',
            headers,
            body: bodyOf(form),
          }),
        );
        if (route.id === 'routes/accounts/sign-out') door.forgetCookie(asker);
        if (answer !== expected[asker])
          faults.push(
            `POST ${way} as ${asker}: ${answer}, not ${expected[asker]}; sent ${JSON.stringify(form)}`,
          );
      }
    }
    return faults;
  }

  test.each(routes.map((route) => [route.id, route] as const))(
    '%s lets in who may and nobody else',
    async (_id, route) => {
      expect([...(await gets(route)), ...(await posts(route))].join('\n')).toBe('');
    },
    60_000,
  );
});
