import type { Day, Instant } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock } from '../body-blocks.ts';
import { bodyNodes } from '../body-nodes.ts';
import { green, text } from '../look.ts';
import { formFoot, formHead } from '../page-bands.ts';
import type { Edges, Sheet, SheetNode } from '../sheet.ts';
import { type RevisionRecordRow, revisionRecordTable, type SignOff, signOffTable } from './sign-off.ts';

export type CopyState =
  | 'draft'
  | 'awaiting-acknowledgement'
  | 'not-yet-in-force'
  | 'in-force'
  | 'superseded'
  | 'withdrawn';

/** Code, issue, amendment and first day, as the head of a document says them. */
export function headFacts(document: IsoDocument): { label: string; value: string }[] {
  const { locale, inForceFrom } = document;
  const say = (key: string) => translate(locale, `pdf.head.${key}`);
  return [
    { label: say('code'), value: document.code ?? '–' },
    { label: say('issue'), value: two(document.issue) },
    { label: say('amendment'), value: two(document.amendment) },
    { label: say('in-force-from'), value: inForceFrom ? formatDay(locale, inForceFrom) : '–' },
  ];
}

export interface ControlledPrint {
  copyNumber: string;
  printedAt: Instant;
  printedBy: string;
}

export interface IsoDocument {
  locale: Locale;
  /** Instant of the content, e.g. of submission: the same revision always gives the same file. */
  stamp: Instant;
  agency: string;
  /** Printed above the agency, e.g. the province. */
  parentAgency?: string;
  kind: string;
  title: string;
  code: string | null;
  issue: number;
  amendment: number;
  inForceFrom: Day | null;
  /** Day of the decision that issued it, where there is one. */
  issuedOn?: Day | null;
  state: CopyState;
  /** Address of the public page that says whether this copy is in force. */
  statusUrl: string;
  signOffs: SignOff[];
  revisions: RevisionRecordRow[];
  body: BodyBlock[];
  controlled?: ControlledPrint;
  /** A front page with contents of its own; when not said, from four sections on. */
  withContents?: boolean;
}

const margins: Edges = [85, 118, 48, 74];
const look = { fontSize: 11.5, lineHeight: 1.16 };
const width = 595.28 - margins[0] - margins[2];

export const watermarks: Record<CopyState, { key: string; tone: 'grey' | 'red' } | null> = {
  draft: { key: 'pdf.watermark.draft', tone: 'grey' },
  'awaiting-acknowledgement': { key: 'pdf.watermark.awaiting-acknowledgement', tone: 'grey' },
  'not-yet-in-force': { key: 'pdf.watermark.not-yet-in-force', tone: 'grey' },
  'in-force': null,
  superseded: { key: 'pdf.watermark.superseded', tone: 'red' },
  withdrawn: { key: 'pdf.watermark.withdrawn', tone: 'red' },
};

/** The file copy of a revision, or, with `controlled`, a numbered print of it. */
export function isoSheet(document: IsoDocument): Sheet {
  const { locale } = document;
  const say = (key: string, values?: Record<string, string | number>) => translate(locale, key, values);
  const watermark = watermarks[document.state];
  const day = document.inForceFrom ? formatDay(locale, document.inForceFrom) : '–';
  const facts = {
    code: document.code ?? '–',
    issue: two(document.issue),
    amendment: two(document.amendment),
    day,
  };
  return {
    stamp: document.stamp,
    language: locale,
    title: document.code ? `${document.code} ${document.title}` : document.title,
    author: document.agency,
    subject: document.kind,
    orientation: 'portrait',
    margins,
    look,
    header: {
      every: formHead({
        locale,
        margins,
        width,
        agency: document.agency,
        parentAgency: document.parentAgency,
        kind: document.kind,
        title: document.title,
        facts: headFacts(document).map(({ label, value }) => [label, value] as const),
      }),
    },
    footer: {
      every: formFoot({
        locale,
        margins,
        width,
        line: say('pdf.foot.line', facts),
        statusUrl: document.statusUrl,
        controlled: document.controlled,
        note: say('pdf.foot.uncontrolled'),
      }),
    },
    ...(watermark ? { watermark: { text: say(watermark.key), tone: watermark.tone } } : {}),
    content: content(document),
  };
}

function content(document: IsoDocument): SheetNode[] {
  const { locale, body } = document;
  const sections = body.filter((block) => block.kind === 'heading' && block.level === 1).length;
  const front: SheetNode[] = [
    signOffTable(document.signOffs, locale, width),
    revisionRecordTable(document.revisions, locale, width),
  ];
  const nodes = bodyNodes(body, {
    locale,
    width,
    fontSize: look.fontSize,
  });
  if (!(document.withContents ?? sections >= 4)) return [...front, ...nodes];
  const contents: SheetNode = {
    toc: {
      title: text(translate(locale, 'pdf.contents'), {
        bold: true,
        alignment: 'center',
        color: green,
        margin: [0, 14, 0, 6],
      }),
    },
  };
  const [first, ...rest] = nodes;
  return [...front, contents, ...(first ? [{ ...first, pageBreak: 'before' } as const] : []), ...rest];
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}
