import type { Day, Instant } from '#app/http/clock.ts';
import { head, millimetre, roomForColumns, text } from '../look.ts';
import { type Edges, pageMark, type Sheet, type SheetNode } from '../sheet.ts';

/** An administrative decision as NĐ 30/2020/NĐ-CP, Phụ lục I lays it out. Always in Vietnamese. */
export interface Decision {
  stamp: Instant;
  /** Cơ quan chủ quản, when there is one, e.g. "ỦY BAN NHÂN DÂN TỈNH NAM GIANG". */
  parentAgency?: string;
  agency: string;
  /** Number without symbol; null leaves room for it. */
  number: number | null;
  /** e.g. "QĐ-UBND" */
  symbol: string;
  place: string;
  signedOn: Day | null;
  /** e.g. "Quyết định" */
  type: string;
  /** Trích yếu, e.g. "Về việc ban hành Quy trình Đăng ký khai sinh" */
  subject: string;
  /** Who decides, e.g. "Chủ tịch Ủy ban nhân dân phường An Bình Đông" */
  authority: string;
  grounds: string[];
  articles: { text: string; clauses?: string[] }[];
  signature: {
    /** TM., KT., TL., TUQ., Q. or nothing when the head signs in their own right. */
    prefix?: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.';
    /** For whom, e.g. "CHỦ TỊCH", with a prefix. */
    onBehalfOf?: string;
    position: string;
    name: string | null;
  };
  recipients: string[];
  draft?: boolean;
  /** A list on pages of its own. */
  annex?: { title: string; note: string; columns: string[]; rows: string[][] };
}

const margins: Edges = [30 * millimetre, 20 * millimetre, 17 * millimetre, 20 * millimetre];
const width = 595.28 - margins[0] - margins[2];
const bodySize = 14;

export function decisionSheet(decision: Decision): Sheet {
  const page = text(pageMark, { alignment: 'center', fontSize: 13, margin: [0, 28, 0, 0] });
  return {
    stamp: decision.stamp,
    language: 'vi',
    title: `${decision.type} ${decision.subject}`,
    author: decision.agency,
    orientation: 'portrait',
    margins,
    look: { fontSize: bodySize, lineHeight: 1.12 },
    header: { first: null, every: page },
    ...(decision.draft ? { watermark: { text: 'DỰ THẢO', tone: 'grey' } as const } : {}),
    content: [
      ...top(decision),
      ...title(decision),
      ...grounds(decision),
      ...articles(decision),
      foot(decision),
      ...(decision.annex ? annex(decision.annex) : []),
    ],
  };
}

/** A centred rule under the words above it. */
function rule(length: number): SheetNode {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.8, lineColor: '#000000' }],
    alignment: 'center',
    margin: [0, 2, 0, 0],
  };
}

function top(decision: Decision): SheetNode[] {
  const left = width * 0.41;
  const number = decision.number === null ? '      ' : String(decision.number).padStart(2, '0');
  return [
    {
      columns: [
        {
          width: left,
          alignment: 'center',
          stack: [
            ...(decision.parentAgency ? [text(lines(decision.parentAgency), { fontSize: 12.5 })] : []),
            text(lines(decision.agency), { bold: true, fontSize: 12.5 }),
            rule(left * 0.3),
            text(`Số: ${number}/${decision.symbol}`, { fontSize: 13, margin: [0, 8, 0, 0] }),
          ],
        },
        {
          width: width - left,
          alignment: 'center',
          stack: [
            text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, fontSize: 12.5, noWrap: true }),
            text('Độc lập - Tự do - Hạnh phúc', { bold: true, fontSize: 13.5 }),
            rule(163),
            text(placeAndDay(decision), { italics: true, fontSize: 13.5, margin: [0, 8, 0, 0] }),
          ],
        },
      ],
    },
  ];
}

const upper = (words: string) => words.toLocaleUpperCase('vi');
const lines = (agency: string) =>
  upper(agency).replace(/\s+(?=(?:TỈNH|THÀNH PHỐ|PHƯỜNG|XÃ|ĐẶC KHU) )/u, '\n');

/** "ngày 05 tháng 02 năm 2026": days under 10 and the months 1 and 2 take a leading zero. */
function placeAndDay({ place, signedOn }: Decision): string {
  if (!signedOn) return `${place}, ngày      tháng      năm`;
  const [year = '', month = '', day = ''] = signedOn.split('-');
  const shownMonth = Number(month) < 3 ? month : String(Number(month));
  return `${place}, ngày ${day} tháng ${shownMonth} năm ${year}`;
}

function title(decision: Decision): SheetNode[] {
  return [
    text(upper(decision.type), { bold: true, alignment: 'center', margin: [0, 20, 0, 0] }),
    text(decision.subject, { bold: true, alignment: 'center', margin: [24, 2, 24, 0] }),
    rule(width * 0.2),
    text(upper(decision.authority), { bold: true, alignment: 'center', margin: [0, 16, 0, 10] }),
  ];
}

const indent = 1.27 * 10 * millimetre;

function paragraph(words: Parameters<typeof text>[0], italics = false): SheetNode {
  return text(words, { alignment: 'justify', leadingIndent: indent, italics, margin: [0, 0, 0, 6] });
}

function grounds(decision: Decision): SheetNode[] {
  return decision.grounds.map((ground, i) =>
    paragraph(`${ground.replace(/[;.\s]+$/, '')}${i === decision.grounds.length - 1 ? '.' : ';'}`, true),
  );
}

function articles(decision: Decision): SheetNode[] {
  const last = decision.articles.length - 1;
  return [
    text('QUYẾT ĐỊNH:', { bold: true, alignment: 'center', headlineLevel: 1, margin: [0, 8, 0, 8] }),
    ...decision.articles.flatMap((article, i) => {
      const end = (words: string) => (i === last ? `${words.replace(/[./\s]+$/, '')}./.` : words);
      const clauses = article.clauses ?? [];
      return [
        paragraph([
          { text: `Điều ${i + 1}. `, bold: true },
          clauses.length > 0 ? article.text : end(article.text),
        ]),
        ...clauses.map((clause, c) =>
          paragraph(`${c + 1}. ${c === clauses.length - 1 ? end(clause) : clause}`),
        ),
      ];
    }),
  ];
}

function foot(decision: Decision): SheetNode {
  const { signature, recipients } = decision;
  const shown =
    signature.prefix && signature.onBehalfOf ? [`${signature.prefix} ${upper(signature.onBehalfOf)}`] : [];
  return {
    columns: [
      {
        width: width * 0.45,
        stack: [
          text('Nơi nhận:', { bold: true, italics: true, fontSize: 12 }),
          ...recipients.map((one, i) =>
            text(`- ${one.replace(/[;.\s]+$/, '')}${i === recipients.length - 1 ? '.' : ';'}`, {
              fontSize: 11,
            }),
          ),
        ],
      },
      {
        width: width * 0.55,
        alignment: 'center',
        stack: [
          ...[...shown, upper(signature.position)].map((line) => text(line, { bold: true })),
          text(signature.name ?? ' ', { bold: true, margin: [0, 66, 0, 0] }),
        ],
      },
    ],
    unbreakable: true,
    margin: [0, 14, 0, 0],
  };
}

/** Phụ lục: its title on a page of its own, then the list. */
function annex({ title: name, note, columns, rows }: NonNullable<Decision['annex']>): SheetNode[] {
  const room = roomForColumns(width, columns.length) - 28 - 72;
  const widths = [28, room * 0.2, room * 0.52, room * 0.28, 72];
  return [
    text('PHỤ LỤC', { bold: true, alignment: 'center', pageBreak: 'before' }),
    text(upper(name), { bold: true, alignment: 'center', margin: [0, 2, 0, 0] }),
    text(note, { italics: true, alignment: 'center', fontSize: 13, margin: [0, 2, 0, 10] }),
    {
      table: {
        widths,
        headerRows: 1,
        dontBreakRows: true,
        body: [
          columns.map((column) => head(column)),
          ...rows.map((row) =>
            row.map((cell, at) => text(cell, { alignment: at === 0 || at === 4 ? 'center' : 'left' })),
          ),
        ],
      },
      layout: 'grid',
      fontSize: 12,
    },
  ];
}
