import { dayOf } from '#app/http/clock.ts';
import { formatDay, formatInstant } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import type { FilledFormPaper } from '#app/pdf/sheets/filled-form-sheet.ts';
import type { FormPaper } from '#app/pdf/sheets/form-sheet.ts';
import type { FormField } from './form-field.ts';
import type { ReadRecord } from './record-page.server.ts';

type Frame = Omit<FormPaper, 'title' | 'code' | 'issue'>;

/** The form with nothing in it, to be filled in by hand. */
export function blankPaper(
  form: { code: string | null; title: string; issue: number; fields: FormField[] },
  frame: Frame,
): FilledFormPaper {
  return {
    ...frame,
    title: form.title,
    code: form.code ?? '',
    issue: form.issue,
    fields: form.fields,
    values: null,
    facts: [],
    signature: { title: translate(frame.locale, 'records.paper.made-by'), name: null, at: null },
  };
}

/** A version of a record; null when its content was disposed of. */
export function recordPaper(read: ReadRecord, frame: Frame, title: string): FilledFormPaper | null {
  const { row, shown, versions } = read;
  const version = versions.find((one) => one.version === shown?.version);
  if (!shown?.values || !version) return null;
  const { locale } = frame;
  const say = (key: string, details?: Record<string, string | number>) =>
    translate(locale, `records.paper.${key}`, details);
  const unit = read.unit ? (locale === 'en' ? read.unit.en : read.unit.vi) : '';
  return {
    ...frame,
    title,
    code: row.form_code,
    issue: version.issue,
    fields: shown.fields,
    values: shown.values,
    facts: [
      [say('number'), row.number],
      [
        say('version'),
        say('version-of', { version: version.version, at: formatInstant(locale, version.made_at) }),
      ],
      ...(version.reason ? [[say('reason'), version.reason] as const] : []),
      ...(unit ? [[say('unit'), unit] as const] : []),
      [say('hash'), version.content_commitment],
    ],
    signature: {
      title: say('made-by'),
      name: version.made_by_name,
      at: formatDay(locale, dayOf(version.made_at)),
    },
  };
}
