import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import { head, roomForColumns, text } from '../look.ts';
import type { Sheet } from '../sheet.ts';
import { answer, type FormPaper, formSheet, labelledRows, partHeading, signatures } from './form-sheet.ts';

/** BM-01-07, from what is recorded of the disposal. */
export interface DisposalMinutePaper extends FormPaper {
  decisionNumber: string;
  decidedOn: string;
  decidedBy: string;
  council: string[];
  disposedOn: string;
  place: string;
  method: string;
  witnesses: string[];
  conclusion: string;
  recordedBy: string;
  /** Every version of every record, in order. */
  items: { number: string; title: string; completedOn: string; endedOn: string; hash: string }[];
}

const labelWidth = 150;
const shares = [0.4, 1.6, 1.7, 1, 1, 3.1];

/** BM-01-07 Biên bản hủy tài liệu, hồ sơ, with the hash of each record, so that a kept copy can be known again. */
export function disposalMinuteSheet(paper: DisposalMinutePaper): Sheet {
  const { locale } = paper;
  const say = (key: string) => translate(locale, `records.minute.${key}`);
  const day = (on: string) => formatDay(locale, on);
  return formSheet(paper, {
    orientation: 'landscape',
    fontSize: 11,
    content: (width) => [
      labelledRows(
        [
          [say('decision'), answer(`${paper.decisionNumber}, ${day(paper.decidedOn)}, ${paper.decidedBy}`)],
          [say('council'), answer(paper.council.join('\n'))],
          [say('disposed-on'), answer(day(paper.disposedOn))],
          [say('place'), answer(paper.place)],
          [say('method'), answer(paper.method)],
          [say('witnesses'), answer(paper.witnesses.join('\n'))],
        ],
        labelWidth,
      ),
      partHeading(say('items')),
      itemTable(paper, width),
      labelledRows([[say('conclusion'), answer(paper.conclusion)]], labelWidth),
      signatures(
        [
          { title: say('recorded-by'), name: paper.recordedBy, at: day(paper.disposedOn) },
          { title: say('witness'), name: null, at: null },
        ],
        locale,
      ),
    ],
  });
}

function itemTable(paper: DisposalMinutePaper, width: number) {
  const { locale, items } = paper;
  const say = (key: string) => translate(locale, `records.minute.${key}`);
  const room = roomForColumns(width, shares.length);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const heads = ['order', 'number', 'title-of', 'completed', 'ended', 'hash'];
  return {
    table: {
      widths: shares.map((share) => (room * share) / whole),
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        heads.map((key) => head(say(key))),
        ...items.map((item, at) => [
          text(String(at + 1)),
          text(item.number),
          text(item.title),
          text(formatDay(locale, item.completedOn)),
          text(formatDay(locale, item.endedOn)),
          // Broken in the middle, or it would not fit its column.
          text(`${item.hash.slice(0, 32)}\n${item.hash.slice(32)}`, { fontSize: 8.5 }),
        ]),
      ],
    },
    layout: 'grid',
    fontSize: 10,
  };
}
