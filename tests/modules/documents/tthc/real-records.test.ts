import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAdministrativeProcedure } from '#app/modules/documents/tthc/administrative-procedure.ts';
import { fieldsOf } from '#app/modules/documents/tthc/portal-record.ts';
import {
  leftOf,
  takeApartPapers,
  takeApartResults,
  takeApartWays,
} from '#app/modules/documents/tthc/run-together.ts';

const folder = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'tthc') : null;

/** Only where the real records are: they are public papers, but not ours to keep. */
describe.skipIf(folder === null)('records of the national portal', () => {
  const sources: Record<string, string>[] = (folder ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder ?? '', name), 'utf8')));

  test('lose no character: every stretch is in a field or told by a finding', () => {
    const counts: Record<string, number> = {};
    const count = (name: string, by = 1) => {
      counts[name] = (counts[name] ?? 0) + by;
    };
    for (const source of sources) {
      const read = readAdministrativeProcedure(source, 'vi');
      if (!read) throw new Error(JSON.stringify(source).slice(0, 80));
      count(`line ${read.line}`);
      const fields = new Map(fieldsOf(source).map(({ field, text }) => [field, text]));
      for (const [name, value] of Object.entries(source))
        if (value.trim() !== '') expect(fields.get(name)).toBe(value.normalize('NFC').trim());
      const field = (name: string) => (source[name] ?? '').normalize('NFC').trim();
      const rules = new Set(read.findings.map((one) => one.rule));
      const told = read.findings.map((one) => one.message).join('\n');

      const ways = takeApartWays(field('cach_thuc_thuc_hien'));
      expect(ways.pieces.map((piece) => piece.text).join('')).toBe(field('cach_thuc_thuc_hien'));
      if (ways.ways === null) expect(rules).toContain('tthc.times');
      else for (const text of leftOf(ways.pieces)) expect(told).toContain(text);
      for (const way of ways.ways ?? []) {
        count(way.time === null ? 'times whole' : 'times split');
        count(way.fee === null ? 'fees whole' : 'fees split');
        if (way.time === null) expect(rules).toContain('tthc.times');
        else if (way.fee === null && way.rest !== '') expect(rules).toContain('tthc.fees');
      }
      const shown = (ways.ways ?? [])
        .map((way) => [way.channel, way.time, way.fee, way.rest].join(''))
        .join('');
      const items = ways.pieces.filter((piece) => piece.kind === 'item').map((piece) => piece.text);
      expect(shown.replace(/\s/g, '')).toBe(items.join('').replace(/\s/g, ''));

      const papers = takeApartPapers(field('thanh_phan_ho_so'));
      expect(papers.pieces.map((piece) => piece.text).join('')).toBe(field('thanh_phan_ho_so'));
      if (papers.tables.length === 0) count('dossier without table');
      for (const table of papers.tables) {
        count(table.papers === null ? 'paper tables whole' : 'paper tables split');
        count('papers split', table.papers?.length ?? 0);
        if (table.papers === null) expect(rules).toContain('tthc.papers');
      }
      if (papers.tables.length === 0) expect(rules).toContain('tthc.papers');

      const results = takeApartResults(field('ket_qua_xu_ly'));
      expect(results.pieces.map((piece) => piece.text).join('')).toBe(field('ket_qua_xu_ly'));
      count('results split', results.results.length);
      if (results.results.length === 0) {
        count('results whole');
        expect(rules).toContain('tthc.results');
      } else for (const text of leftOf(results.pieces)) expect(told).toContain(text);
      count('legal signs', read.legalBases.length);
      for (const rule of rules) count(`records with ${rule}`);
    }
    expect(sources.length).toBe(392);
    expect(counts).toMatchObject({
      ...{ 'line own': 138, 'line other': 216, 'line undecided': 38, 'legal signs': 2390 },
      ...{ 'times split': 668, 'times whole': 372, 'fees split': 668, 'fees whole': 372 },
      ...{
        'paper tables split': 609,
        'paper tables whole': 84,
        'papers split': 2251,
        'dossier without table': 12,
      },
      ...{ 'results split': 365, 'results whole': 27 },
    });
  });
});
