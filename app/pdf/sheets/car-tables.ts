import { head, roomForColumns, text } from '../look.ts';
import type { SheetNode } from '../sheet.ts';
import { type CorrectiveActionPaper, sayIn } from './car-paper.ts';
import { answer } from './form-sheet.ts';

/** The five whys: those answered, or five rows to write on. */
export function whyTable(paper: CorrectiveActionPaper): SheetNode {
  const { say } = sayIn(paper);
  const rows = Array.from({ length: Math.max(5, paper.whys.length) }, (_, i): SheetNode[] => {
    const why = paper.whys[i];
    const blank = paper.whys.length > 0 ? text('–', { alignment: 'center' }) : answer(null);
    return [
      text(String(i + 1), { alignment: 'center' }),
      why ? text(why.question) : blank,
      why ? text(why.answer) : blank,
    ];
  });
  const shown = paper.whys.length > 0 ? rows.slice(0, paper.whys.length) : rows;
  return {
    table: {
      widths: [22, '*', '*'],
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [[head(say('why.no')), head(say('why.question')), head(say('why.answer'))], ...shown],
    },
    layout: 'grid',
    fontSize: 10.5,
    margin: [0, 8, 0, 8],
  };
}

export function actionTable(paper: CorrectiveActionPaper, width: number): SheetNode {
  const { say, day } = sayIn(paper);
  const filled = paper.actions.map((action, i) => [
    text(String(i + 1), { alignment: 'center' }),
    text(action.what),
    text(action.who),
    text(day(action.due) ?? ' ', { alignment: 'center' }),
    text(day(action.doneOn) ?? ' ', { alignment: 'center' }),
    text(action.evidence || ' '),
  ]);
  const blank = Array.from({ length: 4 }, (_, i): SheetNode[] => [
    text(String(i + 1), { alignment: 'center', margin: [0, 0, 0, 14] }),
    ...Array.from({ length: 5 }, (): SheetNode => ({ text: ' ' })),
  ]);
  const room = roomForColumns(width, 6) - 22 - 58 * 2;
  return {
    table: {
      widths: [22, room * 0.42, room * 0.29, 58, 58, room * 0.29],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        ['action.no', 'action.what', 'action.who', 'action.due', 'action.done', 'action.evidence'].map(
          (key) => head(say(key)),
        ),
        ...(filled.length > 0 ? filled : blank),
      ],
    },
    layout: 'grid',
    fontSize: 10.5,
    margin: [0, 8, 0, 0],
  };
}
