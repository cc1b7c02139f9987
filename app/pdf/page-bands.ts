import type { Instant } from '#app/http/clock.ts';
import { formatInstant } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { timesWidth, wrap } from '#app/modules/documents/flow-chart/flow-chart-text.ts';
import { hair, paper, quietInk, text } from './look.ts';
import { type Edges, pageMark, pagesMark, type SheetNode } from './sheet.ts';

export interface FormHead {
  locale: Locale;
  margins: Edges;
  width: number;
  agency: string;
  parentAgency?: string;
  kind: string;
  title: string;
  /** Label and value, e.g. `["Mã hiệu", "QT-TP-01"]`; the page number is added. */
  facts: (readonly [string, string])[];
  /** In the text instead of at the head of a page: without its margins and page number. */
  inText?: true;
}

/** The table at the head of every page: agency, title, code and issue, page x/y. */
export function formHead(given: FormHead): SheetNode {
  const { locale, margins, width } = given;
  const page = [translate(locale, 'pdf.head.page'), `${pageMark}/${pagesMark}`] as const;
  const facts = given.inText ? given.facts : [...given.facts, page];
  const room = width * 0.43 - 12;
  const size = given.title.length > 90 ? 10 : given.title.length > 40 ? 11 : 12.5;
  const title = given.title.toLocaleUpperCase(locale);
  const titleLines = wrap(title, size, (words, points) => timesWidth(words, points) * 1.05, room).length;
  const middle = (lines: number) => Math.max(0, (facts.length - lines) * 6);
  const agency = given.agency.replace(/\s+(?=(?:phường|xã|đặc khu) )/iu, '\n');
  const agencyLines = (given.parentAgency ? 1 : 0) + agency.split('\n').length;
  return {
    table: {
      widths: [width * 0.3 - 12, room, width * 0.27 - 14],
      body: [
        [
          {
            stack: [
              ...(given.parentAgency
                ? [text(given.parentAgency.toLocaleUpperCase(locale), { fontSize: 9 })]
                : []),
              text(agency.toLocaleUpperCase(locale), { bold: true, fontSize: 9.5 }),
            ],
            alignment: 'center',
            margin: [0, middle(agencyLines), 0, 0],
          },
          {
            stack: [
              text(given.kind.toLocaleUpperCase(locale), { fontSize: 10, color: quietInk }),
              text(title, { bold: true, fontSize: size }),
            ],
            alignment: 'center',
            margin: [0, middle(1 + titleLines * (size / 10)), 0, 0],
          },
          {
            stack: facts.map(([label, value]) => text([`${label}: `, { text: value, bold: true }])),
            fontSize: 10,
          },
        ],
      ],
    },
    layout: 'form',
    lineHeight: 1.06,
    margin: given.inText ? [0, 0, 0, 10] : [margins[0], 30, margins[2], 0],
  };
}

export interface FormFoot {
  locale: Locale;
  margins: Edges;
  width: number;
  line: string;
  statusUrl: string | null;
  /** What the code leads to: whether a document is in force, or the record in the system. */
  of?: 'document' | 'record';
  controlled?: { copyNumber: string; printedAt: Instant; printedBy: string };
  /** The second line where the print is not a controlled one; null leaves it out. */
  note: string | null;
}

/** The foot of every page: what this is, page x/y, and the code that leads to its present state. */
export function formFoot(foot: FormFoot): SheetNode {
  const { locale, margins, width, line, statusUrl, of = 'document', controlled, note } = foot;
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  const print = controlled
    ? text(
        say('pdf.foot.controlled', {
          copy: controlled.copyNumber,
          at: formatInstant(locale, controlled.printedAt),
          by: controlled.printedBy,
        }),
        { bold: true },
      )
    : note === null
      ? null
      : text(note, { italics: true });
  const lines: SheetNode = {
    stack: [
      text(line, { bold: true }),
      ...(print ? [print] : []),
      ...(statusUrl
        ? [
            text(say(of === 'record' ? 'pdf.foot.record' : 'pdf.foot.check', { url: statusUrl }), {
              color: quietInk,
            }),
          ]
        : []),
    ],
    width: '*',
    margin: [0, 4, 0, 0],
  };
  const page = text(say('pdf.foot.page', { page: pageMark, pages: pagesMark }), {
    width: 60,
    alignment: 'right',
    margin: [0, 4, 0, 0],
  });
  const code: SheetNode[] = statusUrl
    ? [{ qr: statusUrl, fit: 46, width: 48, alignment: 'right', margin: [0, 4, 0, 0] }]
    : [];
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: hair }] },
      { columns: [lines, page, ...code], columnGap: 8 },
    ],
    fontSize: 8.5,
    lineHeight: 1.1,
    margin: [margins[0], 8, margins[2], 0],
  };
}

/** Room between the margins of an A4 page. */
export function roomBetween(
  margins: Edges,
  orientation: 'portrait' | 'landscape',
): { width: number; height: number } {
  const [across, down] =
    orientation === 'portrait' ? [paper.width, paper.height] : [paper.height, paper.width];
  return { width: across - margins[0] - margins[2], height: down - margins[1] - margins[3] };
}
