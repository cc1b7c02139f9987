import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readWordFile } from '#app/modules/documents/import/read-word-file.server.ts';
import { isRefusal, paragraphsOf } from '#app/modules/documents/import/word-document.ts';
import { createPdfPress } from '#app/pdf/renderer.ts';
import { drawWord } from '#app/pdf/word/draw-word.ts';
import { isoWord } from '#app/pdf/word/iso-word.ts';
import { procedureInForce } from '#tests/pdf/ward-papers.ts';
import { plainLayout, sampleFile, sampleText } from '../import/sample-procedure.ts';
import { imported } from '../import/sample-set.ts';
import { exported, substance } from './round-trip.ts';

const death = sampleText({
  file: 'khai-tu.docx',
  code: 'QT 02/CX-HCTP',
  title: 'Thủ tục đăng ký khai tử',
  subject: 'khai tử',
  result: 'Trích lục khai tử',
});

const press = createPdfPress();
afterAll(() => press.close());

async function partsOf(document = procedureInForce()): Promise<Record<string, string>> {
  const parts = unzipSync(await drawWord(isoWord(document)));
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  );
}

describe('Word export of an imported file', () => {
  test('keeps its step and record tables', async () => {
    const procedure = await imported(sampleFile(death), death.file);
    const again = await exported(procedure);
    expect(substance(again)).toEqual(substance(procedure));
    expect(again.steps).toHaveLength(5);
    expect(again.unread).toEqual([]);
  });

  test('keeps a cell of time that several steps share', async () => {
    const text = { ...death, timeHeads: ['Không xác minh: 03 ngày làm việc'] };
    for (const step of text.steps) step.times = ['03 ngày làm việc'];
    const procedure = await imported(sampleFile(text, { ...plainLayout, lump: true }), death.file);
    expect(procedure.steps.filter((step) => step.times[0]?.shared)).toHaveLength(4);
    expect(substance(await exported(procedure))).toEqual(substance(procedure));
  });
});

describe('the Word file of a revision', () => {
  test('has the head with page fields on every page, real headings, a contents field and tables', async () => {
    const parts = await partsOf();
    const head = Object.entries(parts).find(([name]) => /word\/header\d*\.xml/.test(name))?.[1] ?? '';
    for (const words of [
      'Mã hiệu: QT-TP-01',
      'Lần ban hành: 02',
      'Lần sửa đổi: 01',
      'Ngày hiệu lực: 01/02/2026',
    ])
      expect(head).toContain(words);
    expect(head).toMatch(/instrText[^>]*>PAGE</);
    expect(head).toMatch(/instrText[^>]*>NUMPAGES</);
    const body = parts['word/document.xml'] ?? '';
    expect(body).toMatch(/instrText[^>]*>TOC /);
    expect(body.match(/w:pStyle w:val="Heading1"/g)?.length).toBeGreaterThan(3);
    expect(body).toContain('w:w="11906"');
    expect(body).toMatch(/w:pgMar[^>]*w:left="1701"/);
    expect(parts['word/styles.xml']).toContain('Times New Roman');
  });

  test('is the same file to the byte whenever it is made, in this process and in the locked one', async () => {
    const sheet = isoWord(procedureInForce());
    const first = Buffer.from(await drawWord(sheet));
    const later = Buffer.from(await drawWord(sheet));
    expect(later.equals(first)).toBe(true);
    expect((await press.word(sheet)).equals(first)).toBe(true);
  });

  test('refers to nothing outside itself, whatever its words say', async () => {
    const hostile =
      '{ INCLUDETEXT "http://evil.example" } =cmd|calc </w:t><w:instrText>DDE</w:instrText> \u0001\uFFFE';
    const parts = await partsOf({
      ...procedureInForce(),
      title: hostile,
      agency: hostile,
      code: hostile,
      revisions: [{ issue: 1, amendment: 0, summary: hostile, legalGround: hostile, inForceFrom: null }],
      body: [
        { kind: 'heading', level: 1, number: '1.', runs: [{ text: hostile }] },
        { kind: 'paragraph', runs: [{ text: 'Cổng', link: 'https://evil.example/' }, { text: hostile }] },
        { kind: 'records', records: [{ name: hostile, keeper: hostile, retention: hostile }] },
      ],
    });
    for (const [name, text] of Object.entries(parts)) {
      expect(text, name).not.toContain('TargetMode');
      expect(text, name).not.toContain('w:hyperlink');
      for (const [field] of text.matchAll(/<w:instrText[^>]*>([^<]*)</g))
        expect(field, name).not.toContain('DDE');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not stand in XML
      expect(text, name).not.toMatch(/[\u0001\uFFFE]/);
    }
    expect(parts['word/document.xml']).toContain('Cổng (https://evil.example/)');
    const read = await readWordFile(Buffer.from(await drawWord(isoWord(procedureInForce()))), 'a.docx');
    expect(isRefusal(read) ? [] : paragraphsOf(read.blocks)).not.toEqual([]);
  });
});

const folder = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'procedures-docx') : '';

describe.skipIf(folder === '' || !existsSync(folder))('36 real procedures (needs QMS_REAL_DATA)', () => {
  test('come back from Word with the same code, title, sections, steps, times and records', async () => {
    const changed: string[] = [];
    for (const file of readdirSync(folder)) {
      const procedure = await imported(readFileSync(join(folder, file)), file);
      const before = substance(procedure);
      const after = substance(await exported(procedure));
      for (const [name, value] of Object.entries(before))
        if (!isDeepStrictEqual(value, after[name as keyof typeof after])) changed.push(`${file}: ${name}`); // own keys
    }
    expect(changed).toEqual([]);
  }, 120_000);
});
