import type { Day, Instant } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { bodyNodes } from '../body-nodes.ts';
import { green, hair, text } from '../look.ts';
import { formHead } from '../page-bands.ts';
import { type Edges, pageMark, pagesMark, type Sheet, type SheetNode } from '../sheet.ts';
import { headFacts, type IsoDocument } from './iso-sheet.ts';
import { revisionRecordTable, signOffTable } from './sign-off.ts';

export interface WholeManual {
  locale: Locale;
  stamp: Instant;
  agency: string;
  parentAgency?: string;
  /** Day whose documents in force are bound together. */
  day: Day;
  /** Names of the kinds that were chosen. */
  kinds: string[];
  documents: IsoDocument[];
}

const margins: Edges = [85, 64, 48, 58];
const look = { fontSize: 11.5, lineHeight: 1.16 };
const width = 595.28 - margins[0] - margins[2];

/** All documents as one book: title page, contents, each document with its head, pages counted through. */
export function manualSheet(manual: WholeManual): Sheet {
  const { locale, agency } = manual;
  const title = translate(locale, 'pdf.whole-manual.title');
  return {
    stamp: manual.stamp,
    language: locale,
    title: `${title} – ${agency}`,
    author: agency,
    orientation: 'portrait',
    margins,
    look,
    header: { first: null, every: runningHead(`${agency} · ${title}`) },
    footer: { first: null, every: runningFoot(manual) },
    content: [...titlePage(manual), contents(locale), ...manual.documents.flatMap(chapter)],
  };
}

function runningHead(words: string): SheetNode {
  return {
    stack: [
      text(words, { fontSize: 9, italics: true, alignment: 'center' }),
      { canvas: [{ type: 'line', x1: 0, y1: 4, x2: width, y2: 4, lineWidth: 0.5, lineColor: hair }] },
    ],
    margin: [margins[0], 30, margins[2], 0],
  };
}

function runningFoot({ locale, day }: WholeManual): SheetNode {
  const say = (key: string, values: Record<string, string>) => translate(locale, key, values);
  return {
    columns: [
      text(say('pdf.whole-manual.foot', { day: formatDay(locale, day) }), { italics: true, width: '*' }),
      text(say('pdf.foot.page', { page: pageMark, pages: pagesMark }), { width: 80, alignment: 'right' }),
    ],
    fontSize: 9,
    margin: [margins[0], 20, margins[2], 0],
  };
}

function titlePage(manual: WholeManual): SheetNode[] {
  const { locale, day, documents, kinds } = manual;
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  const centred = (words: string, more: object = {}) => text(words, { alignment: 'center', ...more });
  return [
    ...(manual.parentAgency
      ? [centred(manual.parentAgency.toLocaleUpperCase(locale), { fontSize: 13 })]
      : []),
    centred(manual.agency.toLocaleUpperCase(locale), { fontSize: 14, bold: true }),
    centred(say('pdf.whole-manual.title').toLocaleUpperCase(locale), {
      fontSize: 24,
      bold: true,
      color: green,
      margin: [0, 180, 0, 12],
    }),
    centred(say('pdf.whole-manual.standard'), { fontSize: 14, margin: [0, 0, 0, 40] }),
    centred(say('pdf.whole-manual.as-of', { day: formatDay(locale, day), count: documents.length }), {
      fontSize: 13,
    }),
    centred(kinds.join(' · '), { fontSize: 12, italics: true, margin: [0, 8, 0, 0] }),
  ];
}

function contents(locale: Locale): SheetNode {
  return {
    toc: {
      title: text(translate(locale, 'pdf.contents'), {
        bold: true,
        alignment: 'center',
        color: green,
        pageBreak: 'before',
        margin: [0, 0, 0, 10],
      }),
    },
  };
}

function chapter(document: IsoDocument): SheetNode[] {
  const { locale } = document;
  const words = [document.code, document.title].filter(Boolean).join(' – ');
  return [
    text(words, {
      bold: true,
      fontSize: 13,
      color: green,
      pageBreak: 'before',
      headlineLevel: 1,
      tocItem: true,
      tocMargin: [0, 2, 0, 2],
      margin: [0, 0, 0, 8],
    }),
    formHead({
      locale,
      margins,
      width,
      agency: document.agency,
      parentAgency: document.parentAgency,
      kind: document.kind,
      title: document.title,
      facts: headFacts(document).map(({ label, value }) => [label, value] as const),
      inText: true,
    }),
    signOffTable(document.signOffs, locale, width),
    revisionRecordTable(document.revisions, locale, width),
    ...bodyNodes(document.body, { locale, width, fontSize: look.fontSize }).map(outOfContents),
  ];
}

/** The contents of the book list its documents, not their sections. */
function outOfContents(node: SheetNode): SheetNode {
  if (!('tocItem' in node)) return node;
  const { tocItem: _listed, tocMargin: _margin, ...rest } = node;
  return rest;
}
