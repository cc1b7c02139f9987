import type { Day } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import { head, roomForColumns, text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import {
  answer,
  choice,
  type FormPaper,
  formSheet,
  labelledRows,
  partHeading,
  signatures,
} from './form-sheet.ts';

type Written = string | null;

interface Signed {
  name: Written;
  on: Day | null;
}

/** BM-03-01. Every null is printed as lines to write on. */
export interface CorrectiveActionPaper extends FormPaper {
  number: Written;
  state: Written;
  source: Written;
  unit: Written;
  /** Document and step, or clause. */
  place: Written;
  requirement: Written;
  statement: Written;
  evidence: Written;
  grade: 'minor' | 'major' | null;
  recurring: boolean | null;
  issued: Signed;
  accepted: Signed;
  correction: Written;
  consequences: Written;
  actionNeeded: { needed: boolean; reason: string } | null;
  /** Question and answer, in order; five rows are printed at least. */
  whys: { question: string; answer: string }[];
  rootCause: Written;
  elsewhere: Written;
  actions: { what: string; who: string; due: Day | null; doneOn: Day | null; evidence: string }[];
  planned: Signed;
  approval: { opinion: Written } & Signed;
  verification: {
    criterion: Written;
    result: Written;
    effectiveOn: Day | null;
    effective: boolean | null;
    newNumber: Written;
  } & Signed;
  closed: Signed;
}

/** BM-03-01 Phiếu yêu cầu hành động khắc phục, filled in or blank. */
export function correctiveActionSheet(paper: CorrectiveActionPaper): Sheet {
  return formSheet(paper, {
    orientation: 'portrait',
    fontSize: 11,
    content: (width) => [
      ...finding(paper),
      ...plan(paper, width),
      ...approval(paper),
      ...verification(paper),
    ],
  });
}

const labelWidth = 128;

function sayIn(paper: CorrectiveActionPaper) {
  return {
    say: (key: string) => translate(paper.locale, `pdf.car.${key}`),
    day: (day: Day | null) => (day ? formatDay(paper.locale, day) : null),
    signed: (title: string, by: Signed) => ({
      title: translate(paper.locale, `pdf.car.${title}`),
      name: by.name,
      at: by.on ? formatDay(paper.locale, by.on) : null,
    }),
  };
}

function finding(paper: CorrectiveActionPaper): SheetNode[] {
  const { say, signed } = sayIn(paper);
  const yesNo = paper.recurring === null ? null : paper.recurring ? 'yes' : 'no';
  return [
    partHeading(say('part.1')),
    labelledRows(
      [
        [say('number'), answer(paper.number)],
        ...(paper.state ? [[say('state'), text(paper.state, { bold: true })] as const] : []),
        [say('source'), answer(paper.source)],
        [say('unit'), answer(paper.unit)],
        [say('place'), answer(paper.place)],
        [say('requirement'), answer(paper.requirement, 2)],
        [say('statement'), answer(paper.statement, 3)],
        [say('evidence'), answer(paper.evidence, 2)],
        [
          say('grade'),
          choice(
            [
              ['minor', say('grade.minor')],
              ['major', say('grade.major')],
            ],
            paper.grade,
          ),
        ],
        [
          say('recurring'),
          choice(
            [
              ['yes', say('yes')],
              ['no', say('no')],
            ],
            yesNo,
          ),
        ],
      ],
      labelWidth,
    ),
    signatures([signed('accepted-by', paper.accepted), signed('issued-by', paper.issued)], paper.locale),
  ];
}

function plan(paper: CorrectiveActionPaper, width: number): SheetNode[] {
  const { say, signed } = sayIn(paper);
  const needed = paper.actionNeeded;
  return [
    partHeading(say('part.2')),
    labelledRows(
      [
        [say('correction'), answer(paper.correction, 2)],
        [say('consequences'), answer(paper.consequences, 2)],
        [
          say('needed'),
          {
            stack: [
              choice(
                [
                  ['yes', say('yes')],
                  ['no', say('no')],
                ],
                needed ? (needed.needed ? 'yes' : 'no') : null,
              ),
              needed ? text(needed.reason) : answer(null),
            ],
          },
        ],
      ],
      labelWidth,
    ),
    whyTable(paper),
    labelledRows(
      [
        [say('root-cause'), answer(paper.rootCause, 2)],
        [say('elsewhere'), answer(paper.elsewhere, 2)],
      ],
      labelWidth,
    ),
    actionTable(paper, width),
    signatures([signed('planned-by', paper.planned)], paper.locale),
  ];
}

function whyTable(paper: CorrectiveActionPaper): SheetNode {
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

function actionTable(paper: CorrectiveActionPaper, width: number): SheetNode {
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

function approval(paper: CorrectiveActionPaper): SheetNode[] {
  const { say, signed } = sayIn(paper);
  return [
    partHeading(say('part.3')),
    labelledRows([[say('opinion'), answer(paper.approval.opinion, 2)]], labelWidth),
    signatures([signed('approved-by', paper.approval)], paper.locale),
  ];
}

function verification(paper: CorrectiveActionPaper): SheetNode[] {
  const { say, day, signed } = sayIn(paper);
  const { verification: check } = paper;
  const verdict = check.effective === null ? null : check.effective ? 'yes' : 'no';
  return [
    partHeading(say('part.4')),
    labelledRows(
      [
        [say('criterion'), answer(check.criterion, 2)],
        [say('result'), answer(check.result, 2)],
        [say('effective-on'), answer(day(check.effectiveOn))],
        [
          say('verdict'),
          choice(
            [
              ['yes', say('effective')],
              ['no', say('not-effective')],
            ],
            verdict,
          ),
        ],
        [say('new-number'), answer(check.newNumber)],
      ],
      labelWidth,
    ),
    signatures([signed('verified-by', check), signed('closed-by', paper.closed)], paper.locale),
  ];
}
