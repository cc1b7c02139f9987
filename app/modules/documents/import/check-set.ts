import type { Locale } from '#app/i18n/locale.ts';
import { copiedRecords } from './copied-records.ts';
import { foldWords } from './folded.ts';
import type { ImportedProcedure, SetFinding } from './imported-procedure.ts';
import { finding } from './message.ts';

/** What only shows between documents. The order of the documents changes nothing but the order of the findings. */
export function checkSet(
  procedures: readonly ImportedProcedure[],
  options: { locale?: Locale } = {},
): SetFinding[] {
  const locale = options.locale ?? 'vi';
  const ordered = [...procedures].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return [...sharedCodes(ordered, locale), ...recordsOfOthers(ordered, locale)];
}

function sharedCodes(procedures: readonly ImportedProcedure[], locale: Locale): SetFinding[] {
  const byCode = new Map<string, ImportedProcedure[]>();
  for (const procedure of procedures) {
    if (procedure.code === null) continue;
    // Case, marks and spaces do not make another code.
    const key = foldWords(procedure.code).replace(/ /g, '');
    byCode.set(key, [...(byCode.get(key) ?? []), procedure]);
  }
  return [...byCode.values()]
    .filter((claimants) => claimants.length > 1)
    .map((claimants) => ({
      ...finding(locale, 'error', 'import.set.code-shared', {
        code: `“${claimants[0]?.code ?? ''}”`,
        count: claimants.length,
        titles: claimants.map((procedure) => `“${procedure.title}”`).join('; '),
      }),
      files: claimants.map((procedure) => procedure.file),
    }));
}

/** One finding for a document, however many of its records were copied. */
function recordsOfOthers(procedures: readonly ImportedProcedure[], locale: Locale): SetFinding[] {
  return procedures.flatMap((procedure) => {
    const copied = copiedRecords(procedure, procedures);
    if (copied.length === 0) return [];
    const origin = copied.find((found) => found.origin !== null)?.origin ?? null;
    const records = copied.map(({ record }) => `“${record.name}”`).join(', ');
    const values = { file: procedure.file, title: `“${procedure.title}”`, records };
    const told =
      origin === null
        ? finding(locale, 'warning', 'import.set.record-foreign', values)
        : finding(locale, 'warning', 'import.set.record-copied', { ...values, origin: `“${origin.title}”` });
    return [{ ...told, files: [procedure.file] }];
  });
}
