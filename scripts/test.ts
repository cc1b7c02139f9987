import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectCount } from '../tests/setup/count-reporter.ts';

/**
 * Everything: builds the program, then runs every test, with a real PostgreSQL and a real browser of the npm packages.
 * `--long` adds the harnesses that take long. The last line is `N passed, N failed`.
 */
const long = process.argv.includes('--long');
const folder = mkdtempSync(join(tmpdir(), 'ro-viec-counts-'));
const countsFile = join(folder, 'counts.json');

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const done = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status === 0;
}

function readCounts(): Record<string, ProjectCount> {
  if (!existsSync(countsFile)) return { run: { passed: 0, failed: 1, skipped: 0 } };
  return JSON.parse(readFileSync(countsFile, 'utf8')); // written by our own reporter
}

const node = process.execPath;
const built = run(node, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts']);
const projects = ['unit', 'sqlite', 'postgres', 'e2e', ...(long ? ['long'] : [])];
const green =
  built &&
  run(
    node,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((name) => ['--project', name]),
      '--reporter=default',
      '--reporter=./tests/setup/count-reporter.ts',
    ],
    { QMS_TEST_COUNTS: countsFile, ...(long ? { QMS_LONG: '1' } : {}) },
  );

const counts = built ? readCounts() : { build: { passed: 0, failed: 1, skipped: 0 } };
rmSync(folder, { recursive: true, force: true });
const sqlite = counts.sqlite?.passed ?? 0;
const postgres = counts.postgres?.passed ?? 0;
process.stdout.write(`\nsqlite: ${sqlite} passed\npostgres: ${postgres} passed\n`);
const alike = sqlite > 0 && sqlite === postgres;
if (!alike)
  process.stdout.write('The two databases must pass the same number of tests, and more than none.\n');
if (!process.env.QMS_REAL_DATA)
  process.stdout.write('Tests over real data: skipped (QMS_REAL_DATA names no folder).\n');
const all = Object.values(counts);
const passed = all.reduce((sum, count) => sum + count.passed, 0);
const skipped = all.reduce((sum, count) => sum + count.skipped, 0);
const failed = all.reduce((sum, count) => sum + count.failed, 0) + (alike ? 0 : 1);
const rest = !green && failed === 0 ? 1 : 0;
process.stdout.write(
  `${passed} passed, ${failed + rest} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed + rest > 0 ? 1 : 0;
