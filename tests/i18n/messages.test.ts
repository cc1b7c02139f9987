import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = 'content/messages';
const modules = readdirSync(folder)
  .filter((name) => name.endsWith('.vi.json'))
  .map((name) => name.slice(0, -'.vi.json'.length));

function read(module: string, locale: 'vi' | 'en'): Record<string, string> {
  // The shape is what this test is about.
  return JSON.parse(readFileSync(join(folder, `${module}.${locale}.json`), 'utf8')) as Record<string, string>;
}

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

/** Names that stay as they are in English. */
const properNames = ['Rõ Việc', 'Tiếng Việt', 'An Bình Đông', 'Nam Giang', 'Tết'];
const vietnameseLetters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

describe.each(modules)('the messages of %s', (module) => {
  const vi = read(module, 'vi');
  const en = read(module, 'en');

  it('say the same things in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('are under the name of their file, flat, and never empty', () => {
    for (const [key, message] of [...Object.entries(vi), ...Object.entries(en)]) {
      // A module may have several files: `organization`, `organization-refusals`.
      expect(module === key.split('.')[0] || module.startsWith(`${key.split('.')[0]}-`), key).toBe(true);
      expect(typeof message, key).toBe('string');
      expect(message.trim(), key).not.toBe('');
    }
  });

  it('leave the same blanks to fill', () => {
    for (const [key, message] of Object.entries(vi)) {
      expect([key, ...placeholders(en[key] ?? '')]).toEqual([key, ...placeholders(message)]);
    }
  });

  it('are written in composed Unicode and hold no Vietnamese in English', () => {
    for (const message of Object.values(vi)) expect(message).toBe(message.normalize('NFC'));
    for (const [key, message] of Object.entries(en)) {
      // What stands between quotation marks is an example in its own language; number-signs of decisions keep theirs.
      const rest = properNames.reduce(
        (text, name) => text.replaceAll(name, ''),
        message.replace(/"[^"]*"|“[^”]*”|(?<!\p{L})(QĐ|NĐ|HĐND)(?!\p{L})/gu, ''),
      );
      expect(vietnameseLetters.test(rest), `${key}: ${message}`).toBe(false);
    }
  });
});

it('every message a screen asks for by name exists', () => {
  const known = new Set(modules.flatMap((module) => Object.keys(read(module, 'vi'))));
  const missing: string[] = [];
  for (const file of sourceFiles('app')) {
    const text = readFileSync(file, 'utf8');
    for (const match of text.matchAll(/\bt\(\s*'([^']+)'/g))
      if (!known.has(match[1] ?? '')) missing.push(`${file}: ${match[1]}`);
    for (const match of text.matchAll(/\btranslate\(\s*[\w.]+,\s*'([^']+)'/g))
      if (!known.has(match[1] ?? '')) missing.push(`${file}: ${match[1]}`);
    for (const match of text.matchAll(/new Refused\(\s*'([^']+)'/g))
      if (!known.has(match[1] ?? '')) missing.push(`${file}: ${match[1]}`);
  }
  expect(missing).toEqual([]);
});

function sourceFiles(folderPath: string): string[] {
  return readdirSync(folderPath, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folderPath, name));
}
