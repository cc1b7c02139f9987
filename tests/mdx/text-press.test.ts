import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnvironmentNames } from '#app/mdx/locked-child.ts';
import { createTextPress, type TextPress } from '#app/mdx/text-press.ts';
import { birthRegistration, head, textWith } from './sample-text.ts';

const read = { file: 'qt.mdx', locale: 'vi' } as const;
const longRun = textWith('*a_ '.repeat(10_000));

/** Living processes whose command holds these words; the dead that nobody collected are not living. */
function processesWith(words: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const state = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.[0];
      return command.includes(words) && state !== 'Z' ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** Living processes of a process group. */
function livingInGroups(groups: ReadonlySet<number>): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [state, , group] = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
      return state !== 'Z' && groups.has(Number(group)) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

describe('the press', () => {
  let press: TextPress;
  beforeAll(async () => {
    press = createTextPress();
    await Promise.all([press.check(head, read), press.check(head, read)]);
  });
  afterAll(() => press.close());

  it('checks, previews and presses one text to the same rows and the same page', async () => {
    const checked = await press.check(birthRegistration, read);
    const previewed = await press.preview(birthRegistration, read);
    const pressed = await press.press(birthRegistration, read);
    expect(checked.compiled?.steps).toHaveLength(3);
    expect(previewed.compiled).toEqual(checked.compiled);
    expect(pressed.compiled).toEqual(checked.compiled);
    expect(pressed.html).toContain('<tr id="step-tiep-nhan">');
    expect(pressed.html).toBe(previewed.html);
  });

  it('answers a refused text with findings and nothing else', async () => {
    const answer = await press.press(textWith('{globalThis.planted=1}'), { ...read, locale: 'en' });
    expect(answer).toMatchObject({ compiled: null, html: null });
    expect(answer.findings).toMatchObject([{ rule: 'guard.expression', line: 5, column: 1 }]);
    expect(answer.findings[0]?.message).toContain('program expression');
  });

  it('refuses a text of 300 KiB without handing it on', async () => {
    const { findings } = await press.check('a'.repeat(300 * 1024), read);
    expect(findings).toMatchObject([{ rule: 'guard.size', line: 1, column: 1 }]);
  });

  it('stops a text that takes too long after two seconds, while others are answered', async () => {
    const started = performance.now();
    const slow = press.check(longRun, read);
    const quick = press.check(birthRegistration, read).then(() => performance.now() - started);
    expect(await quick).toBeLessThan(1_500);
    expect((await slow).findings).toMatchObject([{ rule: 'guard.too-slow', line: 1, column: 1 }]);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it('answers others also while every ready child is held by a text that takes too long', async () => {
    await Promise.all([press.check(head, read), press.check(head, read)]);
    const held = [press.check(longRun, read), press.check(longRun, read)];
    const quick = await press.check(birthRegistration, read);
    expect(quick.findings).toEqual([]);
    for (const { findings } of await Promise.all(held)) expect(findings[0]?.rule).toBe('guard.too-slow');
  });

  it('a text nested a hundred thousand deep is a finding', async () => {
    const { findings } = await press.check(textWith('>'.repeat(100_000)), read);
    expect(['guard.depth', 'guard.too-slow', 'guard.too-heavy']).toContain(findings[0]?.rule);
    expect((await press.check(head, read)).findings).toEqual([]);
  });
});

it('the child is told only the listed names of the environment', async () => {
  process.env.QMS_SECRET_OF_TEST = 'secret';
  process.env.TZ ??= 'Asia/Ho_Chi_Minh';
  const press = createTextPress({ childEntry: new URL('./environment-child.ts', import.meta.url) });
  const { html } = await press.preview(head, read);
  await press.close();
  delete process.env.QMS_SECRET_OF_TEST;
  const names = (html ?? '').split(' ');
  expect(names).toContain('TZ');
  expect(names.filter((name) => !childEnvironmentNames.some((allowed) => allowed === name))).toEqual([]);
});

it('after fifty stopped children none is left, nor anything they started', async () => {
  const childEntry = new URL('./stuck-child.ts', import.meta.url);
  const limits = { warm: 4, most: 4, guardMilliseconds: 50 };
  const press = createTextPress({ childEntry, limits });
  const groups = new Set<number>();
  const watch = setInterval(() => {
    // A child leads a group of its own.
    for (const pid of processesWith('stuck-child.ts')) groups.add(pid);
  }, 20);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press.check(head, read)));
  await press.close();
  clearInterval(watch);
  expect(answers.every(({ findings }) => findings[0]?.rule === 'guard.too-slow')).toBe(true);
  expect(groups.size).toBeGreaterThan(25);
  await expect.poll(() => livingInGroups(groups)).toEqual([]);
  expect(processesWith('stuck-child.ts')).toEqual([]);
}, 120_000);

it('a bundler stopped in the middle leaves no process behind', async () => {
  const press = createTextPress({ limits: { warm: 1, most: 1 } });
  await press.press(birthRegistration, read);
  const groups = new Set(processesWith('press-child.ts'));
  const bundlers = processesWith('esbuild').filter((pid) => livingInGroups(groups).includes(pid));
  expect(bundlers.length).toBeGreaterThan(0);
  await press.close();
  await expect.poll(() => processesWith('esbuild').filter((pid) => bundlers.includes(pid))).toEqual([]);
});

it('a child that cannot start is an error that says so, not an endless wait', async () => {
  const press = createTextPress({ childEntry: new URL('./no-such-child.ts', import.meta.url) });
  await expect(press.check(head, read)).rejects.toThrow(/did not start/);
  await press.close();
});
