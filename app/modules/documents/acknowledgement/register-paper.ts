import { type Day, dayOf, type Instant } from '#app/http/clock.ts';
import { formatDay, formatInstant } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { RegisterPaper } from '#app/pdf/sheets/register-sheet.ts';
import { type NamedLine, partsInWords } from './register-words.ts';

/** Columns of BM-01-05 and their shares of the sheet. */
export const registerColumns = [
  { key: 'number', share: 0.5 },
  { key: 'officer', share: 2 },
  { key: 'unit', share: 1.8 },
  { key: 'document', share: 3 },
  { key: 'issue', share: 0.8 },
  { key: 'parts', share: 1.8 },
  { key: 'kind', share: 1 },
  { key: 'given', share: 1.1 },
  { key: 'due', share: 1.1 },
  { key: 'acknowledged', share: 1.3 },
] as const;

/** One line as words, in the order of the columns. */
export function registerCells(line: NamedLine, at: number, locale: Locale): string[] {
  const title = (locale === 'en' && line.titleEn) || line.titleVi;
  return [
    String(at + 1),
    line.officerName,
    locale === 'en' ? line.unitEn : line.unitVi,
    [line.code, title].filter(Boolean).join(' – '),
    `${line.issue}/${line.amendment}`,
    partsInWords(line, locale),
    translate(locale, 'acknowledgement.electronic'),
    formatDay(locale, line.given),
    line.due ? formatDay(locale, line.due) : '',
    line.acknowledgedAt ? formatInstant(locale, line.acknowledgedAt) : '',
  ];
}

export interface RegisterFrame {
  locale: Locale;
  today: Day;
  stamp: Instant;
  agency: string;
  issue: number;
  statusUrl: string;
  /** Lines of the whole register; those left out are said. */
  total: number;
}

export function registerPaper(lines: readonly NamedLine[], frame: RegisterFrame): RegisterPaper {
  const { locale, today, total, ...rest } = frame;
  const shown = { day: formatDay(locale, today), lines: lines.length, total };
  return {
    ...rest,
    locale,
    stamp: `${dayOf(rest.stamp)}T00:00:00.000Z`,
    title: translate(locale, 'acknowledgement.register.title'),
    code: 'BM-01-05',
    note: translate(locale, 'acknowledgement.register.as-of', shown),
    columns: registerColumns.map(({ key, share }) => ({
      title: translate(locale, `acknowledgement.field.${key}`),
      share,
    })),
    rows: lines.map((line, at) => registerCells(line, at, locale)),
    emptyNote: translate(locale, 'acknowledgement.register.nobody'),
  };
}
