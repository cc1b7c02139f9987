import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { goalInWords, isReached } from './row.ts';
import { markdownTable, type NamedMeasure } from './table.ts';

const folder = join('tests', 'bench');
const historyFile = join(folder, 'history.jsonl');

const pastRun = z.object({
  at: z.string(),
  rows: z.record(z.string(), z.object({ ratio: z.number().nullable() })),
});

/** The last ratio of each row, to see what changed; empty before the first run. */
export function lastRatios(): Map<string, number> {
  const ratios = new Map<string, number>();
  if (!existsSync(historyFile)) return ratios;
  for (const line of readFileSync(historyFile, 'utf8').split('\n')) {
    if (line === '') continue;
    const { rows } = pastRun.parse(JSON.parse(line));
    for (const [name, { ratio }] of Object.entries(rows)) if (ratio !== null) ratios.set(name, ratio);
  }
  return ratios;
}

/** One line a run: when, on what, the ratios and the figures behind them. */
export function noteRun(measures: readonly NamedMeasure[], commit: string): void {
  mkdirSync(folder, { recursive: true });
  const rows = Object.fromEntries(
    measures.map((one) => [
      `${one.row}: ${one.label}`,
      {
        ratio: one.ratio === null ? null : Number(one.ratio.toFixed(3)),
        goal: goalInWords(one.goal),
        reached: isReached(one),
        ours: one.ours,
        against: one.against,
      },
    ]),
  );
  const load = Number((loadavg()[0] ?? 0).toFixed(1));
  const line = { at: new Date().toISOString(), commit, node: process.version, load, rows };
  appendFileSync(historyFile, `${JSON.stringify(line)}\n`);
}

/** The table of the last whole run. */
export function writeLatest(measures: readonly NamedMeasure[], commit: string): void {
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`;
  const head = [
    '# Benchmarks: the last whole run',
    '',
    `${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.version}, ${cores}, load when it ended ${(loadavg()[0] ?? 0).toFixed(1)}.`,
    '`npm run bench` makes this table; `npm run bench -- search` runs one row. Ours and the peer are measured in',
    'interleaved rounds of the same run: the ratios (medians) count, not the absolute figures. Before anything is',
    'timed both sides must have given the same bytes or rows.',
    '',
  ];
  writeFileSync(join(folder, 'latest.md'), `${head.join('\n')}${markdownTable(measures)}\n`);
}
