import { afterEach, expect, test, vi } from 'vitest';
import { testDialect } from '#tests/database.ts';
import { type OfficeRun, runRandomOffice } from './random-office.ts';

const commands = process.env.QMS_LONG ? 5_000 : 500;
const seed = 20_261_121;
const own = testDialect();
afterEach(() => {
  process.env.QMS_TEST_DIALECT = own;
});

/** The same on SQLite, whatever this file runs on: with modules of its own, so that nothing is shared. */
async function runOnSqlite(): Promise<OfficeRun> {
  process.env.QMS_TEST_DIALECT = 'sqlite';
  vi.resetModules();
  const again = await import('./random-office.ts');
  return again.runRandomOffice(seed, commands);
}

/** The first line in which two runs differ, with its neighbours. */
function difference(one: readonly string[], other: readonly string[]): string {
  const at = one.findIndex((line, n) => line !== other[n]);
  if (at < 0 && one.length === other.length) return '';
  const place = at < 0 ? Math.min(one.length, other.length) : at;
  return `line ${place + 1}:\n  ${one[place] ?? 'nothing'}\n  ${other[place] ?? 'nothing'}`;
}

test('the same season of an office leaves the same record, the same journal and the same refusals on either database', async () => {
  const here = await runRandomOffice(seed, commands);
  const there = await runOnSqlite();
  expect(difference(here.log, there.log)).toBe('');
  expect(difference(here.journal, there.journal)).toBe('');
  expect(difference(here.record, there.record)).toBe('');
  const refused = here.log.filter((line) => !line.endsWith(': done'));
  expect(refused.length).toBeGreaterThan(commands / 20);
  expect(refused.length).toBeLessThan(commands * 0.7);
  // Every kind of command was carried out at least once, and refused somewhere.
  const kinds = new Set(
    here.log.filter((line) => line.endsWith(': done')).map((line) => line.split(/[ :]/)[1]),
  );
  expect(kinds.size).toBeGreaterThan(20);
}, 600_000);
