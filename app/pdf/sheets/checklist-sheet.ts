import { translate } from '#app/i18n/translate.ts';
import { green, head, roomForColumns, text } from '../look.ts';
import type { Sheet, SheetNode } from '../sheet.ts';
import { type FormPaper, formSheet, labelledRows, signatures } from './form-sheet.ts';

export interface ChecklistRow {
  clause: string;
  /** The document and step asked about, as read; empty for a question on the standard alone. */
  subject: string;
  question: string;
  /** How it is checked: what to ask, look at, sample. */
  howChecked: string;
  evidence: string | null;
  conclusion: 'conform' | 'improvement' | 'minor' | 'major' | 'not-audited' | 'not-applicable' | null;
  note: string | null;
}

export interface ChecklistPaper extends FormPaper {
  /** Edition and criteria, unit, auditors, day: label and value, as read; an empty value is left to write. */
  facts: (readonly [string, string])[];
  groups: { title: string; rows: ChecklistRow[] }[];
  auditor: string | null;
  auditee: string | null;
  auditedAt: string | null;
}

/** BM-02-04 Phiếu hỏi: on paper to take along, or as it was filled in. */
export function checklistSheet(paper: ChecklistPaper): Sheet {
  return formSheet(paper, {
    orientation: 'landscape',
    fontSize: 10.5,
    content: (width) => content(paper, width),
  });
}

function content(paper: ChecklistPaper, width: number): SheetNode[] {
  const { locale } = paper;
  const say = (key: string) => translate(locale, `pdf.checklist.${key}`);
  const facts = paper.facts.map(([label, value]) => [label, text(value || ' ')] as const);
  return [
    labelledRows(facts, 130),
    table(paper, width),
    text(say('legend'), { fontSize: 9, italics: true, margin: [0, 4, 0, 0] }),
    signatures(
      [
        { title: say('auditee'), name: paper.auditee, at: paper.auditedAt },
        { title: say('auditor'), name: paper.auditor, at: paper.auditedAt },
      ],
      locale,
    ),
  ];
}

function table(paper: ChecklistPaper, width: number): SheetNode {
  const { locale } = paper;
  const say = (key: string) => translate(locale, `pdf.checklist.${key}`);
  const fixed = 20 + 46 + 62 + 84;
  const room = roomForColumns(width, 7) - fixed;
  let number = 0;
  const rows = paper.groups.flatMap((group): SheetNode[][] => [
    ...(group.title ? [groupRow(group.title)] : []),
    ...group.rows.map((row) => {
      number += 1;
      return checklistRow(row, number, paper);
    }),
  ]);
  return {
    table: {
      widths: [20, 46, room * 0.37, room * 0.28, room * 0.35, 62, 84],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        [
          head(say('no')),
          head(say('clause')),
          head(say('question')),
          head(say('how')),
          head(say('evidence')),
          head(say('conclusion')),
          head(say('note')),
        ],
        ...rows,
      ],
    },
    layout: 'grid',
    fontSize: 10,
    margin: [0, 8, 0, 0],
  };
}

function groupRow(title: string): SheetNode[] {
  return [
    text(title, { colSpan: 7, bold: true, color: green }),
    ...Array.from({ length: 6 }, (): SheetNode => ({ text: '' })),
  ];
}

function checklistRow(row: ChecklistRow, number: number, paper: ChecklistPaper): SheetNode[] {
  const question = row.subject
    ? [text(row.subject, { italics: true, fontSize: 9, margin: [0, 0, 0, 2] }), text(row.question)]
    : [text(row.question)];
  const blank = text(' ', { margin: [0, 0, 0, 24] });
  const conclusion = row.conclusion
    ? text(translate(paper.locale, `pdf.checklist.grade.${row.conclusion}`), {
        bold: true,
        alignment: 'center',
      })
    : blank;
  return [
    text(String(number), { alignment: 'center' }),
    text(row.clause, { alignment: 'center' }),
    { stack: question },
    text(row.howChecked),
    row.evidence ? text(row.evidence) : blank,
    conclusion,
    text(row.note ?? ' '),
  ];
}
