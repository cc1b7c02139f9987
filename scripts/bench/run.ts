import { execFileSync } from 'node:child_process';
import { lastRatios, noteRun, writeLatest } from './history.ts';
import { type Effort, isReached, type Row } from './row.ts';
import { duties } from './rows/duties.ts';
import { importing } from './rows/importing.ts';
import { pdf } from './rows/pdf.ts';
import { publicPage } from './rows/public-page.ts';
import { search } from './rows/search.ts';
import { signedInPage } from './rows/signed-in-page.ts';
import { start } from './rows/start.ts';
import { texts } from './rows/texts.ts';
import { type NamedMeasure, plainTable } from './table.ts';

const rows: readonly Row[] = [publicPage, signedInPage, search, duties, texts, importing, pdf, start];

const whole: Effort = { brief: false, rounds: 5, seconds: 5, share: 1 };
const brief: Effort = { brief: true, rounds: 1, seconds: 1, share: 0.1 };

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function changes(measures: readonly NamedMeasure[], before: ReadonlyMap<string, number>): string[] {
  return measures.flatMap(({ row, label, ratio }) => {
    const last = before.get(`${row}: ${label}`);
    return last === undefined || ratio === null || Math.abs(ratio / last - 1) < 0.15
      ? []
      : [`${row}, ${label}: ${ratio.toFixed(2)}, last time ${last.toFixed(2)}`];
  });
}

async function main(names: readonly string[], effort: Effort): Promise<void> {
  const chosen = names.length === 0 ? rows : rows.filter((row) => names.includes(row.name));
  const unknown = names.filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length > 0) {
    process.stderr.write(
      `No such row: ${unknown.join(', ')}. There are: ${rows.map((row) => row.name).join(', ')}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const measures: NamedMeasure[] = [];
  const broken: string[] = [];
  for (const row of chosen) {
    process.stderr.write(`${row.name}…\n`);
    try {
      measures.push(...(await row.measure(effort)).map((measured) => ({ ...measured, row: row.name })));
    } catch (error) {
      broken.push(`${row.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  process.stdout.write(`\n${plainTable(measures)}\n`);
  for (const { row, label, note } of measures)
    if (note) process.stdout.write(`  ${row}, ${label}: ${note}\n`);
  for (const change of changes(measures, lastRatios())) process.stdout.write(`changed  ${change}\n`);
  const missed = measures.filter((measured) => isReached(measured) === false);
  for (const { row, label } of missed) process.stdout.write(`MISSED  ${row}, ${label}\n`);
  for (const fault of broken) process.stderr.write(`BROKEN  ${fault}\n`);
  if (!effort.brief && broken.length === 0) {
    noteRun(measures, commit());
    if (names.length === 0) writeLatest(measures, commit());
  }
  process.exitCode = missed.length > 0 || broken.length > 0 ? 1 : 0;
}

const given = process.argv.slice(2);
await main(
  given.filter((argument) => !argument.startsWith('--')),
  given.includes('--brief') ? brief : whole,
);
process.exit();
