import { text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import { type CorrectiveActionPaper, sayIn } from './car-paper.ts';
import { actionTable, whyTable } from './car-tables.ts';
import { answer, choice, formSheet, labelledRows, partHeading, signatures } from './form-sheet.ts';

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
