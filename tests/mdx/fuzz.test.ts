import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileDocument } from '#app/mdx/compile.ts';
import { guard } from '#app/mdx/guard.ts';
import { renderDocument } from '#app/mdx/render.tsx';
import { attacks } from './attack-texts.ts';
import { honestTexts, textWith } from './sample-text.ts';

const runs = process.env.QMS_LONG === '1' ? 50_000 : 400;
const seeds = [...Object.values(honestTexts), ...attacks.map(({ text }) => text)].filter(
  (text) => text.length < 6_000,
);

/** Pieces that mean something to some reader of the text. */
const pieces = [
  '{',
  '}',
  '<',
  '>',
  '</',
  '/>',
  '"',
  '=',
  '`',
  '```',
  '*',
  '_',
  '[',
  '](',
  ')',
  '!',
  '\\',
  '&#',
  '&colon;',
  ';',
  '|',
  '\n',
  '\n\n',
  '- ',
  '> ',
  '---\n',
  '---js\n',
  'import a from "b"',
  'export const a = 1',
  '{a}',
  '{...a}',
  'javascript:',
  'data:text/html,',
  '//',
  '<script>',
  '<Note>',
  '</Note>',
  '<Note kind="',
  '<Section id="a" title="b">',
  '</Section>',
  '<Step ',
  '<FormRef code="',
  'onClick=',
  'style=',
  '__proto__',
  'constructor',
  '\u202e',
  '\0',
  '\u2028',
  '[^1]',
  '[^1]: ',
  '![a](b)',
  'https://a.vn',
  '<https://a.vn>',
  'www.a.vn',
  '&lt;script&gt;',
  '<!--',
  '-->',
  '$',
  '~~',
  ' ',
  '\t',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 6 })),
});

const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 5 }))
  .map(([seed, edits]) =>
    edits.reduce((text, { at, cut, put }) => {
      const index = Math.floor(at * text.length);
      return text.slice(0, index) + put + text.slice(index + cut);
    }, seed),
  );

const composed = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 25 })
  .map((parts) => textWith(parts.join('')));

const tags = new Set(
  'section h2 h3 h4 h5 h6 p ul ol li table caption thead tbody tr th td div span a aside blockquote pre code em strong del hr br sup dl dt dd'.split(
    ' ',
  ),
);
const attributes = new Set(
  'id class href rel scope colSpan rowspan role tabindex start title aria-label aria-describedby data-role data-letter data-fee data-legal data-footnotes data-footnote-ref data-footnote-backref'.split(
    ' ',
  ),
);

function faultsOfHtml(html: string): string[] {
  const faults: string[] = [];
  const outsideTags = html.replace(
    /<\/?([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"]*")*)\s*\/?>/g,
    (_tag, name: string, rest: string) => {
      if (!tags.has(name)) faults.push(`tag ${name}`);
      for (const [, attribute = '', value = ''] of rest.matchAll(/\s+([\w:-]+)="([^"]*)"/g)) {
        if (!attributes.has(attribute)) faults.push(`attribute ${attribute}`);
        if (
          attribute === 'href' &&
          !/^(?:https?:\/\/[^/@]|mailto:|tel:|#|\/(?!\/)|(?!\/)[^:/?#\\]*(?:[/?#]|$))/i.test(value)
        ) {
          faults.push(`address ${value}`);
        }
      }
      return '';
    },
  );
  if (/[<>]/.test(outsideTags)) faults.push('a sign of markup outside a tag');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  return faults;
}

it('the judge of the page knows a planted fault', () => {
  expect(faultsOfHtml('<p onclick="x">a</p>')).toEqual(['attribute onclick']);
  expect(faultsOfHtml('<script>a</script>')).toContain('tag script');
  expect(faultsOfHtml('<a href="javascript:x">a</a>')).toEqual(['address javascript:x']);
  expect(faultsOfHtml('<a href="//x">a</a>')).toEqual(['address //x']);
});

it.each([
  ['a mutated text', mutated],
  ['a text put together at random', composed],
])(
  '%s is refused with a place, or drawn with listed tags, attributes and addresses only',
  (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { guarded, findings } = guard(text, 'qt.mdx', 'vi');
        if (!guarded) {
          const lines = text.split(/\r\n|[\n\r\u2028]/).length;
          expect(findings.length).toBeGreaterThan(0);
          for (const finding of findings) {
            expect(finding.line).toBeGreaterThanOrEqual(1);
            expect(finding.line).toBeLessThanOrEqual(lines);
            expect(finding.column).toBeGreaterThanOrEqual(1);
          }
          return;
        }
        expect(faultsOfHtml(renderDocument(guarded, compileDocument(guarded), {}))).toEqual([]);
      }),
      { numRuns: runs },
    );
  },
  3_600_000,
);
