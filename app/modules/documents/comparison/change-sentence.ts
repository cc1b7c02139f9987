import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { limitInWords, retentionInWords, withinInWords } from '#app/mdx/components/span-words.ts';
import { readLimit, readWithin } from '#app/mdx/time-limit.ts';
import type { FieldChange, Worth } from './field-change.ts';

/** Names in the reader's language; a key without a name stands for itself. */
export interface NamesOfKeys {
  roles: Readonly<Record<string, string>>;
  legalBases: Readonly<Record<string, string>>;
  fees: Readonly<Record<string, string>>;
}

const noNames: NamesOfKeys = { roles: {}, legalBases: {}, fees: {} };

/** "Bước 3 “Thẩm tra”: thời hạn 4 giờ làm việc → 2 giờ làm việc." */
export function changeSentence(change: FieldChange, locale: Locale, names: NamesOfKeys = noNames): string {
  const none = change.worth === 'steps' ? 'comparison.following-step' : 'comparison.nothing';
  const said = (values: readonly string[]) =>
    values.length === 0
      ? translate(locale, none)
      : values.map((value) => inWords(value, change.worth, locale, names)).join(', ');
  return translate(locale, `comparison.change.${change.what}`, {
    ...change.subject,
    before: said(change.before),
    after: said(change.after),
  });
}

/** Long wording is shown word by word under its sentence instead of whole inside it. */
export function isWording(change: FieldChange): boolean {
  return change.what === 'step.text' || change.what === 'rule.text';
}

function inWords(value: string, worth: Worth, locale: Locale, names: NamesOfKeys): string {
  switch (worth) {
    case 'roles':
      return names.roles[value] ?? value;
    case 'legal-bases':
      return names.legalBases[value] ?? value;
    case 'fees':
      return names.fees[value] ?? value;
    case 'time':
      return withinInWords(readWithin(value), locale);
    case 'limit':
      return limitInWords(readLimit(value, null), locale);
    case 'retention':
      return retentionInWords(value, locale);
    case 'answers':
      return translate(locale, `comparison.answer.${value}`);
    case 'steps':
      return value === 'end' ? translate(locale, 'comparison.end') : `“${value}”`;
    case 'words':
      return `“${value}”`;
    case 'codes':
      return value;
  }
}
