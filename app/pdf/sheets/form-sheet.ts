import type { Instant } from '#app/http/clock.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { green, text } from '../look.ts';
import { formFoot, formHead, roomBetween } from '../page-bands.ts';
import type { Edges, Inline, Sheet, SheetNode } from '../sheet.ts';

/** What every printed form says about itself. */
export interface FormPaper {
  locale: Locale;
  stamp: Instant;
  agency: string;
  parentAgency?: string;
  title: string;
  /** Code and issue of the form itself. */
  code: string;
  issue: number;
  /** Address where the record can be looked up, or null on a blank form. */
  statusUrl: string | null;
}

export interface FormPage {
  orientation: 'portrait' | 'landscape';
  fontSize: number;
  content: (width: number) => SheetNode[];
}

/** A form on paper: agency, title, code, issue and page at the head of every page. */
export function formSheet(paper: FormPaper, page: FormPage): Sheet {
  const { locale } = paper;
  const margins: Edges = page.orientation === 'portrait' ? [85, 92, 48, 64] : [62, 88, 48, 62];
  const { width } = roomBetween(margins, page.orientation);
  const issue = String(paper.issue).padStart(2, '0');
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  return {
    stamp: paper.stamp,
    language: locale,
    title: `${paper.code} ${paper.title}`,
    author: paper.agency,
    orientation: page.orientation,
    margins,
    look: { fontSize: page.fontSize, lineHeight: 1.15 },
    header: {
      every: formHead({
        locale,
        margins,
        width,
        agency: paper.agency,
        parentAgency: paper.parentAgency,
        kind: say('pdf.form.kind'),
        title: paper.title,
        facts: [
          [say('pdf.head.code'), paper.code],
          [say('pdf.head.issue'), issue],
        ],
      }),
    },
    footer: {
      every: formFoot({
        locale,
        margins,
        width,
        line: say('pdf.form.foot', { code: paper.code, issue }),
        statusUrl: paper.statusUrl,
        of: 'record',
        note: null,
      }),
    },
    content: page.content(width),
  };
}

/** A heading of a part of the form. */
export function partHeading(words: string): SheetNode {
  return text(words, { bold: true, color: green, fontSize: 12, headlineLevel: 1, margin: [0, 12, 0, 5] });
}

/** What was filled in, or dotted lines to write on. */
export function answer(words: string | null | undefined, blankLines = 1): SheetNode {
  if (words && words.trim() !== '') return text(words, { alignment: 'justify' });
  return { stack: Array.from({ length: blankLines }, () => dottedLine) };
}

const dottedLine: SheetNode = {
  table: { widths: ['*'], body: [[text(' ', { fontSize: 11, border: [false, false, false, true] })]] },
  layout: 'dotted',
};

/** Rows of label and answer, as on an office form. */
export function labelledRows(rows: readonly (readonly [string, SheetNode])[], labelWidth: number): SheetNode {
  return {
    table: {
      widths: [labelWidth, '*'],
      body: rows.map(([label, value]) => [text(label, { bold: true }), value]),
    },
    layout: 'form',
  };
}

/** One of several choices, all shown: the chosen box is filled. */
export function choice(options: readonly (readonly [string, string])[], chosen: string | null): SheetNode {
  const runs = options.flatMap(([key, label]): (string | Inline)[] => [
    { text: `${key === chosen ? '■' : '□'} ${label.replaceAll(' ', '\u00a0')}`, bold: key === chosen },
    '     ',
  ]);
  return text(runs.slice(0, -1));
}

export interface Signature {
  /** Whose signature, e.g. "Người lập". */
  title: string;
  name: string | null;
  /** Day or time as read; null leaves it blank. */
  at: string | null;
}

/** Columns to sign in. A recorded name is printed, otherwise room is left to sign by hand. */
export function signatures(list: readonly Signature[], locale: Locale): SheetNode {
  const hint = translate(locale, 'pdf.form.sign-here');
  const blankDay = translate(locale, 'pdf.form.blank-day');
  const column = (one: Signature): SheetNode => ({
    width: '*',
    stack: [
      text(one.at ?? blankDay, { italics: true, fontSize: 10 }),
      text(one.title, { bold: true, margin: [0, 2, 0, 0] }),
      one.name
        ? text(one.name, { margin: [0, 5, 0, 6] })
        : text(hint, { italics: true, fontSize: 9, margin: [0, 0, 0, 48] }),
    ],
    alignment: 'center',
  });
  return {
    columns: [...(list.length === 1 ? [text('', { width: '*' })] : []), ...list.map(column)],
    columnGap: 12,
    unbreakable: true,
    margin: [0, 12, 0, 0],
  };
}
