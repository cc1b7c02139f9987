import type { Day, Instant } from '#app/http/clock.ts';
import { formatDay, formatInstant } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { green, head, quietInk, roomForColumns, text } from '../look.ts';
import type { SheetNode } from '../sheet.ts';

/** One of drafting, review and approval, as it was recorded. */
export interface SignOff {
  part: 'drafted' | 'reviewed' | 'approved';
  name: string;
  position: string;
  at: Instant | null;
  /** What the person confirmed, as read. */
  meaning: string;
  /** SHA-256 of the content signed, hex. */
  contentHash: string | null;
  /** A decision made before the system: recorded afterwards, never shown as an electronic signature. */
  recordedAfterwards?: { decision: string; signedOn: Day };
}

export interface RevisionRecordRow {
  issue: number;
  amendment: number;
  summary: string;
  legalGround: string;
  inForceFrom: Day | null;
}

const parts = ['drafted', 'reviewed', 'approved'] as const;

/** Soạn thảo – xem xét – phê duyệt: three columns, one person each. A part without a person stays blank. */
export function signOffTable(signOffs: readonly SignOff[], locale: Locale, width: number): SheetNode {
  const say = (key: string) => translate(locale, `pdf.sign-off.${key}`);
  const of = (part: SignOff['part']) => signOffs.filter((one) => one.part === part);
  const row = (label: string, tell: (one: SignOff) => string, look: object = {}): SheetNode[] => [
    text(label, { bold: true }),
    ...parts.map((part) =>
      text(of(part).map(tell).filter(Boolean).join('\n') || ' ', { alignment: 'center', ...look }),
    ),
  ];
  const column = (roomForColumns(width, 4) - 78) / 3;
  return {
    stack: [
      title(say('title')),
      {
        table: {
          widths: [78, column, column, column],
          body: [
            [head(say('duty')), ...parts.map((part) => head(say(part)))],
            row(say('name'), (one) => one.name, { bold: true }),
            row(say('position'), (one) => one.position),
            row(say('time'), (one) => timeOf(one, locale)),
            row(say('meaning'), (one) => one.meaning),
            row(
              say('content'),
              (one) => (one.recordedAfterwards ? say('recorded-afterwards') : shortHash(one.contentHash)),
              {
                color: quietInk,
              },
            ),
          ],
        },
        layout: 'grid',
        fontSize: 10,
      },
      text(say('explained'), { fontSize: 8.5, italics: true, color: quietInk, margin: [0, 3, 0, 0] }),
    ],
    unbreakable: true,
  };
}

function title(words: string): SheetNode {
  return text(words, { bold: true, alignment: 'center', color: green, margin: [0, 2, 0, 6] });
}

function timeOf(one: SignOff, locale: Locale): string {
  if (one.recordedAfterwards) {
    const { decision, signedOn } = one.recordedAfterwards;
    return translate(locale, 'pdf.sign-off.decision', { decision, day: formatDay(locale, signedOn) });
  }
  return one.at ? formatInstant(locale, one.at) : '';
}

/** Enough of a hash to compare by eye: four groups of four. */
export function shortHash(hash: string | null): string {
  return hash
    ? (hash
        .slice(0, 16)
        .match(/.{1,4}/g)
        ?.join(' ') ?? '')
    : '';
}

/** Trang theo dõi sửa đổi tài liệu. */
export function revisionRecordTable(
  rows: readonly RevisionRecordRow[],
  locale: Locale,
  width: number,
): SheetNode {
  const say = (key: string) => translate(locale, `pdf.revisions.${key}`);
  const two = (number: number) => String(number).padStart(2, '0');
  const room = roomForColumns(width, 5) - 22 - 50 - 66;
  const body = rows.map((row, i): SheetNode[] => [
    text(String(i + 1), { alignment: 'center' }),
    text(row.summary),
    text(row.legalGround || '–'),
    text(`${two(row.issue)}/${two(row.amendment)}`, { alignment: 'center' }),
    text(row.inForceFrom ? formatDay(locale, row.inForceFrom) : '–', { alignment: 'center' }),
  ]);
  return {
    stack: [
      title(say('title')),
      {
        table: {
          widths: [22, room * 0.58, room * 0.42, 50, 66],
          headerRows: 1,
          dontBreakRows: true,
          body: [
            [
              head(say('no')),
              head(say('summary')),
              head(say('ground')),
              head(say('issue')),
              head(say('in-force')),
            ],
            ...body,
          ],
        },
        layout: 'grid',
        fontSize: 10,
      },
    ],
    margin: [0, 14, 0, 8],
  };
}
