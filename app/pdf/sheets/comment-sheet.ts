import { translate } from '#app/i18n/translate.ts';
import { head, roomForColumns, text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import { answer, type FormPaper, formSheet, labelledRows, signatures } from './form-sheet.ts';

export interface CommentRow {
  commenter: string;
  section: string;
  comment: string;
  answer: string;
  /** null = not answered yet. */
  accepted: boolean | null;
}

/** BM-01-08. */
export interface CommentPaper extends FormPaper {
  document: string;
  revision: string;
  drafters: string;
  rows: CommentRow[];
}

/** BM-01-08 Phiếu lấy ý kiến dự thảo: who said what about which section, and what the drafter answered. */
export function commentSheet(paper: CommentPaper): Sheet {
  const { locale } = paper;
  const say = (key: string) => translate(locale, `comments.paper.${key}`);
  return formSheet(paper, {
    orientation: 'landscape',
    fontSize: 10.5,
    content: (width) => [
      labelledRows(
        [
          [say('document'), answer(paper.document)],
          [say('revision'), answer(paper.revision)],
          [say('drafters'), answer(paper.drafters)],
        ],
        120,
      ),
      table(paper, width, say),
      signatures([{ title: say('drafters'), name: null, at: null }], locale),
    ],
  });
}

function table(paper: CommentPaper, width: number, say: (key: string) => string): SheetNode {
  const room = roomForColumns(width, 6) - 24 - 70;
  const verdict = (accepted: boolean | null) => (accepted === null ? ' ' : say(accepted ? 'yes' : 'no'));
  const rows: CommentRow[] =
    paper.rows.length > 0
      ? paper.rows
      : Array.from({ length: 6 }, () => ({
          ...{ commenter: '', section: '', comment: '\n\n', answer: '' },
          accepted: null,
        }));
  return {
    table: {
      widths: [24, room * 0.15, room * 0.17, room * 0.38, room * 0.3, 70],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        ['no-short', 'commenter', 'section', 'comment', 'answer', 'accepted'].map((key) => head(say(key))),
        ...rows.map((row, at) => [
          text(paper.rows.length > 0 ? String(at + 1) : ' ', { alignment: 'center' }),
          text(row.commenter || ' '),
          text(row.section || ' '),
          text(row.comment || ' '),
          text(row.answer || ' '),
          text(verdict(row.accepted), { alignment: 'center' }),
        ]),
      ],
    },
    layout: 'grid',
    margin: [0, 10, 0, 0],
  };
}
