import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GuardedText, guard } from '#app/mdx/guard.ts';
import { profile } from '#app/mdx/profile.ts';
import en from '#content/messages/mdx.en.json';
import vi from '#content/messages/mdx.vi.json';
import { attacks } from './attack-texts.ts';
import { honestTexts, textWith } from './sample-text.ts';

describe('the guard refuses, with the place and a sentence in both languages', () => {
  it.each(attacks)('$name', ({ text, rule, line, column }) => {
    const inVietnamese = guard(text, 'qt.mdx', 'vi');
    const inEnglish = guard(text, 'qt.mdx', 'en');
    expect(inVietnamese.guarded).toBeNull();
    const [first] = inVietnamese.findings;
    expect(first).toMatchObject({ rule, line, column, severity: 'error' });
    expect(first?.message).toMatch(/^.{20,}[.]$|[.)]$/s);
    expect(first?.message).not.toMatch(/\{\w+\}/);
    expect(inEnglish.findings[0]?.message).not.toBe(first?.message);
    expect(inEnglish.findings.map((finding) => finding.rule)).toEqual(
      inVietnamese.findings.map(({ rule: one }) => one),
    );
  });

  it('knows more than a hundred attacks', () => {
    expect(attacks.length).toBeGreaterThan(100);
  });
});

describe('the guard accepts', () => {
  it.each(Object.entries(honestTexts))('%s', (_name, text) => {
    const { guarded, findings } = guard(text, 'qt.mdx', 'vi');
    expect(findings).toEqual([]);
    expect(GuardedText.isOne(guarded)).toBe(true);
  });
});

describe('every text the product ships passes the guard', () => {
  const folder = new URL('../../content', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.mdx'),
  );
  it.each(files.sort())('%s', (name) => {
    expect(guard(readFileSync(join(folder, name), 'utf8'), name, 'vi').findings).toEqual([]);
  });
});

it('the handbook shows every component of the profile', () => {
  const handbook = readFileSync(new URL('../../content/handbook/text-profile.mdx', import.meta.url), 'utf8');
  for (const [name, { attributes }] of Object.entries(profile)) {
    expect(handbook).toContain(`<${name}`);
    for (const attribute of Object.keys(attributes)) expect(handbook).toContain(attribute);
  }
});

describe('findings help the author', () => {
  it('all stray signs of a text are shown at once, and how to write them', () => {
    const { findings } = guard(textWith('số <= 5\n\nmã {a b\n\ntuổi <60\n\n<Evil />'), 'qt.mdx', 'vi');
    expect(findings.map(({ rule, line }) => [rule, line])).toEqual([
      ['guard.syntax.angle', 5],
      ['guard.syntax.brace', 7],
      ['guard.syntax.angle', 9],
      ['guard.component', 11],
    ]);
    expect(findings[0]?.message).toContain('\\<');
    expect(findings[1]?.message).toContain('\\{');
  });

  it('a wrong head and a wrong body are shown together', () => {
    const text = '---\nkind: x\nreview: 12\ntitle: { vi: "A" }\n---\n\n<Note kind="x" />\n';
    expect(guard(text, 'qt.mdx', 'en').findings.map(({ rule }) => rule)).toEqual([
      'guard.front-matter.kind',
      'guard.front-matter.review',
      'guard.attribute.enum',
    ]);
  });

  it('every sentence has the same blanks in both languages', () => {
    const blanks = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, sentence] of Object.entries(vi)) {
      expect([key, [...new Set(blanks(sentence))]]).toEqual([
        key,
        [...new Set(blanks(en[key as keyof typeof en]))],
      ]);
    }
  });
});
