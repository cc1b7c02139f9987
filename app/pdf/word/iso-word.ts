import { formatDay, formatInstant } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { type IsoDocument, two, watermarks } from '../sheets/iso-sheet.ts';
import type { RevisionRecordRow, SignOff } from '../sheets/sign-off.ts';
import { spaced, WordBody } from './word-blocks.ts';
import {
  cell,
  headCell,
  type WordBlock,
  type WordCell,
  type WordInline,
  type WordParagraph,
  type WordPart,
  type WordSheet,
  type WordTable,
} from './word-sheet.ts';

/** A revision as a Word file: the ISO head on every page, cover, contents, sign-off, revision record, text. */
export function isoWord(document: IsoDocument): WordSheet {
  const { locale, body } = document;
  const [first, ...rest] = new WordBody(locale).blocks(body);
  const begin: WordPart[] = first ? [onNewPage(first)] : [];
  return {
    stamp: document.stamp,
    language: locale,
    title: document.code ? `${document.code} ${document.title}` : document.title,
    author: document.agency,
    subject: document.kind,
    header: header(document),
    footer: footer(document),
    content: [...cover(document), ...begin, ...rest],
  };
}

function onNewPage(block: WordPart): WordPart {
  return block.kind === 'heading' || block.kind === 'paragraph' ? { ...block, newPage: true } : block;
}

function header(document: IsoDocument): WordPart[] {
  const { locale } = document;
  const line = (runs: WordInline[]): WordParagraph => ({ kind: 'paragraph', align: 'left', runs });
  const middle = (text: string, bold: boolean, size: number): WordParagraph => ({
    kind: 'paragraph',
    align: 'center',
    runs: [{ text, bold, size, caps: true }],
  });
  const numbers: WordCell = {
    blocks: [
      ...facts(document).map(([label, value]) => line([{ text: `${label}: ${value}`, size: 11 }])),
      line([
        { text: `${translate(locale, 'pdf.head.page')}: `, size: 11 },
        { field: 'page', size: 11 },
        { text: '/', size: 11 },
        { field: 'pages', size: 11 },
      ]),
    ],
  };
  const state = watermarks[document.state];
  const table: WordTable = {
    kind: 'table',
    widths: [48, 72, 45],
    headRows: 0,
    rows: [
      [
        {
          blocks: [
            ...(document.parentAgency ? [middle(document.parentAgency, false, 11)] : []),
            middle(document.agency, true, 11),
          ],
        },
        { blocks: [middle(document.kind, false, 11), middle(document.title, true, 12)] },
        numbers,
      ],
    ],
  };
  const stamped: WordPart = {
    kind: 'paragraph',
    align: 'right',
    below: 6,
    runs: state ? [{ text: translate(locale, state.key), bold: true, red: true, size: 12 }] : [],
  };
  return [table, stamped];
}

function facts(document: IsoDocument): [string, string][] {
  const { locale, issuedOn, inForceFrom } = document;
  const say = (key: string) => translate(locale, `pdf.head.${key}`);
  return [
    [say('code'), document.code ?? '–'],
    [say('issue'), two(document.issue)],
    [say('amendment'), two(document.amendment)],
    [say('issued-on'), issuedOn ? formatDay(locale, issuedOn) : '–'],
    [say('in-force-from'), inForceFrom ? formatDay(locale, inForceFrom) : '–'],
  ];
}

function fact(label: string, value: string, last: boolean): WordBlock {
  return {
    kind: 'paragraph',
    align: 'center',
    below: last ? 12 : 0,
    runs: [{ text: `${label}: ` }, { text: value, bold: true }],
  };
}

function footer({ locale, statusUrl }: IsoDocument): WordPart[] {
  const words = translate(locale, 'pdf.foot.word', { url: statusUrl });
  return [{ kind: 'paragraph', align: 'left', runs: [{ text: words, italics: true, size: 10 }] }];
}

function cover(document: IsoDocument): WordBlock[] {
  const { locale, body } = document;
  const lines = body.flatMap((block) => {
    if (block.kind !== 'heading' || block.level > 1) return [];
    const words = block.runs.map((run) => run.text).join('');
    return [{ title: `${block.number ?? ''} ${words.toLocaleUpperCase(locale)}`.trim(), level: 1 }];
  });
  const contents: WordBlock[] =
    (document.withContents ?? lines.length >= 4)
      ? [title(translate(locale, 'pdf.contents')), { kind: 'contents', lines }]
      : [];
  return [
    large(document.kind, 14, 12, 0),
    large(document.title, 14, 0, 6),
    ...facts(document).map(([label, value], at, all) => fact(label, value, at === all.length - 1)),
    ...contents,
    title(translate(locale, 'pdf.sign-off.title')),
    ...spaced(signOffTable(document.signOffs, locale)),
    title(translate(locale, 'pdf.revisions.title')),
    ...spaced(revisionTable(document.revisions, locale)),
  ];
}

function large(text: string, size: number, above: number, below: number): WordBlock {
  return { kind: 'paragraph', align: 'center', above, below, runs: [{ text, bold: true, caps: true, size }] };
}

function title(text: string): WordBlock {
  return { kind: 'paragraph', align: 'center', above: 6, below: 6, runs: [{ text, bold: true }] };
}

const parts = ['drafted', 'reviewed', 'approved'] as const;

/** As on paper, with room to sign: who did what, and when, as far as it was recorded. */
function signOffTable(signOffs: readonly SignOff[], locale: Locale): WordTable {
  const say = (key: string) => translate(locale, `pdf.sign-off.${key}`);
  const row = (label: string, tell: (one: SignOff) => string): WordCell[] => [
    cell(label, { bold: true }),
    ...parts.map((part) => {
      const told = signOffs.filter((one) => one.part === part).map(tell);
      return cell(told.filter(Boolean).join('\n') || ' ', { align: 'center' });
    }),
  ];
  return {
    kind: 'table',
    widths: [30, 45, 45, 45],
    headRows: 1,
    rows: [
      [headCell(say('duty')), ...parts.map((part) => headCell(say(part)))],
      row(say('name'), (one) => one.name),
      [cell(`${say('signature')}\n\n`, { bold: true }), ...parts.map(() => cell(' '))],
      row(say('position'), (one) => one.position),
      row(say('time'), (one) => timeOf(one, locale)),
    ],
  };
}

function timeOf(one: SignOff, locale: Locale): string {
  if (!one.recordedAfterwards) return one.at ? formatInstant(locale, one.at) : '';
  const { decision, signedOn } = one.recordedAfterwards;
  return translate(locale, 'pdf.sign-off.decision', { decision, day: formatDay(locale, signedOn) });
}

function revisionTable(rows: readonly RevisionRecordRow[], locale: Locale): WordTable {
  const say = (key: string) => translate(locale, `pdf.revisions.${key}`);
  const centred = (words: string) => cell(words, { align: 'center' });
  return {
    kind: 'table',
    widths: [12, 58, 45, 22, 28],
    headRows: 1,
    rows: [
      ['no', 'summary', 'ground', 'issue', 'in-force'].map((key) => headCell(say(key))),
      ...rows.map((row, at) => [
        centred(String(at + 1)),
        cell(row.summary),
        cell(row.legalGround || '–'),
        centred(`${two(row.issue)}/${two(row.amendment)}`),
        centred(row.inForceFrom ? formatDay(locale, row.inForceFrom) : '–'),
      ]),
    ],
  };
}
