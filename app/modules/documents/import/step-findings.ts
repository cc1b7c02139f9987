import type { Locale } from '#app/i18n/locale.ts';
import { foldWords, oneLine } from './folded.ts';
import type { ImportedProcedure, ImportedStep, ImportFinding } from './imported-procedure.ts';
import { finding } from './message.ts';
import { type ReadColumn, readColumns, sumOf, timeOf } from './step-times.ts';

/** Defects of the step table: numbers, roles, times, sums. */
export function stepFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  if (procedure.steps.length === 0) return [finding(locale, 'error', 'import.steps.missing')];
  return [
    ...numberFindings(procedure.steps, locale),
    ...roleFindings(procedure.steps, locale),
    ...timeFindings(procedure, locale),
  ];
}

function numberFindings(steps: readonly ImportedStep[], locale: Locale): ImportFinding[] {
  const seen = new Map<string, number[]>();
  for (const step of steps) {
    const number = foldWords(step.number ?? '').replace(/^0+(?=\d)/, '');
    if (number === '') continue;
    // Each group of steps may count from one again.
    const key = `${step.group ?? ''}|${number}`;
    seen.set(key, [...(seen.get(key) ?? []), step.order]);
  }
  return [...seen].flatMap(([key, orders]) =>
    orders.length < 2
      ? []
      : [
          finding(locale, 'warning', 'import.step.number-duplicate', {
            number: key.slice(key.indexOf('|') + 1),
            steps: orders.join(', '),
          }),
        ],
  );
}

function roleFindings(steps: readonly ImportedStep[], locale: Locale): ImportFinding[] {
  const missing = steps.filter((step) => step.role === '').map((step) => step.order);
  const unclear = groupBy(
    steps.filter((step) => step.role !== '' && step.roleKey === null),
    (step) => step.role,
  );
  return [
    ...(missing.length === 0
      ? []
      : [finding(locale, 'warning', 'import.step.role-missing', { steps: missing.join(', ') })]),
    ...[...unclear].map(([role, named]) => {
      const rule = named[0]?.severalRoles ? 'import.step.role-several' : 'import.step.role-unknown';
      return finding(locale, 'warning', rule, {
        role: `“${role}”`,
        steps: named.map((step) => step.order).join(', '),
      });
    }),
  ];
}

function timeFindings(procedure: ImportedProcedure, locale: Locale): ImportFinding[] {
  const columns = readColumns(procedure);
  if (columns.length === 0)
    return [
      finding(locale, 'warning', 'import.step.time-missing', {
        steps: procedure.steps.map((step) => step.order).join(', '),
        column: '',
      }),
    ];
  const lump = columns.filter((column) => isLump(procedure, column));
  return [
    ...(lump.length === 0
      ? []
      : [
          finding(locale, 'warning', 'import.steps.time-lump', {
            columns: titles(lump),
            time: lumpTime(procedure, lump),
          }),
        ]),
    ...columns
      .filter((column) => !lump.includes(column))
      .flatMap((column) => columnFindings(procedure, column, locale)),
    ...sumFindings(procedure, columns, locale),
  ];
}

function columnFindings(procedure: ImportedProcedure, read: ReadColumn, locale: Locale): ImportFinding[] {
  const column = `“${oneLine(read.column.title)}”`;
  const missing: number[] = [];
  const unclear: string[] = [];
  const shared: number[] = [];
  for (const [index, step] of procedure.steps.entries()) {
    const written = step.times.find((time) => time.column === read.column.title);
    const text = written?.text ?? '';
    if (text === '') missing.push(step.order);
    else if (written?.shared) shared.push(step.order);
    else if (read.times[index] === null) unclear.push(`${step.order}: “${oneLine(text).slice(0, 80)}”`);
  }
  return [
    missing.length === 0
      ? null
      : finding(locale, 'warning', 'import.step.time-missing', { steps: missing.join(', '), column }),
    unclear.length === 0
      ? null
      : finding(locale, 'warning', 'import.step.time-unreadable', { list: unclear.join('; '), column }),
    shared.length === 0
      ? null
      : finding(locale, 'warning', 'import.step.time-shared', { steps: shared.join(', '), column }),
  ].filter((found) => found !== null);
}

/** One time for everything: one merged cell over all steps, or a time at the first step alone. */
export function isLump(procedure: ImportedProcedure, read: ReadColumn): boolean {
  if (procedure.steps.length < 2) return false;
  const [first, ...rest] = procedure.steps.map((step) =>
    step.times.find((time) => time.column === read.column.title),
  );
  if (first === undefined || first.text === '') return false;
  return rest.every((time) => time?.shared === true) || rest.every((time) => (time?.text ?? '') === '');
}

function lumpTime(procedure: ImportedProcedure, columns: readonly ReadColumn[]): string {
  return columns
    .map(({ column }) => `“${oneLine(timeOf(procedure.steps[0]?.times ?? [], column.title))}”`)
    .join(', ');
}

function titles(columns: readonly ReadColumn[]): string {
  return columns.map(({ column }) => `“${oneLine(column.title)}”`).join(', ');
}

function sumFindings(
  procedure: ImportedProcedure,
  columns: readonly ReadColumn[],
  locale: Locale,
): ImportFinding[] {
  return columns.flatMap((read) => {
    const sum = sumOf(procedure, read);
    const wrong = sum === null ? undefined : read.limits.find((limit) => Math.abs(limit.days - sum) > 0.001);
    if (sum === null || wrong === undefined) return [];
    const shown = (days: number) => String(days).replace('.', locale === 'vi' ? ',' : '.');
    return [
      finding(locale, 'warning', 'import.steps.time-sum', {
        sum: shown(sum),
        limit: shown(wrong.days),
        column: `“${oneLine(read.column.title)}”`,
      }),
    ];
  });
}

function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}
