import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, expect, it } from 'vitest';
import { bundleDocument } from '#app/mdx/bundle.tsx';
import type { answerRequest } from '#app/mdx/child/answer.ts';
import { compileDocument } from '#app/mdx/compile.ts';
import { GuardedText, guard } from '#app/mdx/guard.ts';
import { renderDocument } from '#app/mdx/render.tsx';
import { birthRegistration, textWith } from './sample-text.ts';

const { guarded } = guard(birthRegistration, 'qt.mdx', 'vi');
if (!guarded) throw new Error('The sample must pass the guard.');
const compiled = compileDocument(guarded);

const unguarded: readonly [string, unknown][] = [
  ['a string', textWith('{1}')],
  ['an object that looks like a guarded text', { ...guarded }],
  [
    'an object with the methods of a guarded text',
    Object.assign(Object.create(GuardedText.prototype), guarded),
  ],
  ['nothing', null],
];

// The types refuse all of these at the desk; the casts stand for code that lost its types.
it.each(unguarded)('%s is neither compiled nor drawn nor bundled', async (_name, text) => {
  const asGuarded = text as GuardedText;
  expect(() => compileDocument(asGuarded)).toThrow('has not passed the guard');
  expect(() => renderDocument(asGuarded, compiled, {})).toThrow('has not passed the guard');
  await expect(bundleDocument(asGuarded, compiled, {})).rejects.toThrow('has not passed the guard');
});

it('nobody but the guard makes a guarded text', () => {
  expect(() => new GuardedText(Symbol('guarded'), guarded)).toThrow('Only the guard');
});

it('a tree changed after the guard is refused before the bundler makes anything of it', async () => {
  const passed = guard(textWith('a'), 'qt.mdx', 'vi').guarded;
  passed?.tree.children?.push({ type: 'mdxFlowExpression', value: 'globalThis.planted=1' });
  if (!passed) throw new Error('This text must pass the guard.');
  await expect(bundleDocument(passed, compiled, {})).rejects.toThrow('guard.expression');
  expect('planted' in globalThis).toBe(false);
});

const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.planted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the child's answer with one sentence of its source replaced. */
async function planted(name: string, replace: (source: string) => string): Promise<typeof answerRequest> {
  const plant: Plugin = {
    name: 'plant',
    setup(building) {
      building.onLoad({ filter: /child\/answer\.ts$/ }, async ({ path }) => {
        const { readFile } = await import('node:fs/promises');
        return { contents: replace(await readFile(path, 'utf8')), loader: 'ts' };
      });
    },
  };
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: ['app/mdx/child/answer.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    outfile,
    plugins: [plant],
    logLevel: 'silent',
  });
  const program: { answerRequest: typeof answerRequest } = await import(
    /* @vite-ignore */ pathToFileURL(outfile).href
  );
  return program.answerRequest;
}

const guardCall = 'guard(request.source, request.file, request.locale)';
const request = (source: string) =>
  ({ kind: 'press', source, file: 'qt.mdx', locale: 'vi', roleNames: {} }) as const;

it('the program built as it is presses an honest text', async () => {
  const answer = await planted('honest', (source) => {
    expect(source).toContain(guardCall);
    return source;
  });
  const { html } = await answer(request(birthRegistration), () => undefined);
  expect(html).toContain('<tr id="step-tiep-nhan">');
});

it('a program built without the call of the guard presses nothing at all', async () => {
  const answer = await planted('unguarded', (source) =>
    source.replace(guardCall, '{ guarded: request.source as never, findings: [] as [] }'),
  );
  await expect(answer(request(birthRegistration), () => undefined)).rejects.toThrow(
    'has not passed the guard',
  );
  await expect(answer(request(textWith('{globalThis.planted=1}')), () => undefined)).rejects.toThrow(
    'has not passed the guard',
  );
  expect('planted' in globalThis).toBe(false);
});
