import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock, BodyCase, BodyStep } from '../body-blocks.ts';
import { cell, headCell, type WordCell, type WordPart, type WordRun, type WordTable } from './word-sheet.ts';

type DrawBlocks = (blocks: BodyBlock[]) => WordPart[];
type StepsBlock = BodyBlock & { kind: 'steps' };

/** Cases with their limits, and the table of steps as offices draw it: one column of time for each case. */
export function wordSteps(block: StepsBlock, locale: Locale, draw: DrawBlocks): WordPart[] {
  return [
    ...caseLines(block.cases, locale),
    stepTable(block, locale, draw),
    { kind: 'paragraph', runs: [], below: 3 },
  ];
}

function caseLines(cases: readonly BodyCase[], locale: Locale): WordPart[] {
  const told = cases.filter((one) => cases.length > 1 || one.reason !== '');
  return told.map((one) => {
    const limit = one.limit || translate(locale, 'pdf.steps.no-limit');
    return {
      kind: 'paragraph',
      align: 'left',
      list: { ordered: false, start: 1, level: 0, id: 0 },
      runs: [
        { text: `${one.title}: `, bold: true },
        { text: one.reason ? `${limit} (${one.reason})` : limit },
      ],
    };
  });
}

function stepTable({ cases, steps }: StepsBlock, locale: Locale, draw: DrawBlocks): WordTable {
  const times = cases.map(() => (cases.length > 2 ? 18 : 24));
  const work = 165 - 12 - 30 - 30 - times.reduce((sum, width) => sum + width, 0);
  const heads = headRows(cases, locale);
  return {
    kind: 'table',
    widths: [12, work, 30, ...times, 30],
    headRows: heads.length,
    rows: [
      ...heads,
      ...steps.map((step, at) => stepRow(step, at, { cases, steps, locale, draw })),
      ...limitRow(cases, locale),
    ],
  };
}

/** One row, or two where the time differs by case. */
function headRows(cases: readonly BodyCase[], locale: Locale): WordCell[][] {
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  const [no, work, duty, result] = [say('no'), say('work'), say('responsible'), say('result')];
  if (cases.length < 2)
    return [
      [no, work, duty, ...cases.map((one) => timeHead(one, locale)), result].map((one) => headCell(one)),
    ];
  const down = (words: string) => headCell(words, { merge: 'start' });
  const on = headCell('', { merge: 'on' });
  return [
    [down(no), down(work), down(duty), headCell(say('time'), { span: cases.length }), down(result)],
    [on, on, on, ...cases.map((one) => headCell(one.title)), on],
  ];
}

/** The one column of time, with the name of its case where that says more than “usual”. */
function timeHead(one: BodyCase, locale: Locale): string {
  const time = translate(locale, 'pdf.steps.time');
  return one.title === '' || one.title === translate(locale, 'import.draft.usual-case')
    ? time
    : `${time}: ${one.title}`;
}

interface Steps {
  cases: readonly BodyCase[];
  steps: readonly BodyStep[];
  locale: Locale;
  draw: DrawBlocks;
}

function stepRow(step: BodyStep, at: number, { cases, steps, locale, draw }: Steps): WordCell[] {
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  const others = [
    ...(step.accountable && step.accountable !== step.responsible
      ? [labelled(say('accountable'), step.accountable)]
      : []),
    ...(step.decides && step.decides !== step.responsible && step.decides !== step.accountable
      ? [labelled(say('decides'), step.decides)]
      : []),
  ];
  const title: WordPart[] = opensWith(step.blocks, step.title)
    ? []
    : [{ kind: 'paragraph', align: 'left', runs: [{ text: step.title, bold: true }] }];
  return [
    cell(String(at + 1), { align: 'center' }),
    { blocks: [...title, ...draw(step.blocks), ...others] },
    cell(step.responsible),
    ...cases.map((one) => timeCell(steps, at, one.id, say)),
    cell([step.result, step.forms.join(', ')].filter(Boolean).join('\n')),
  ];
}

/** A step inside the time of the step before shares its cell. */
function timeCell(
  steps: readonly BodyStep[],
  at: number,
  id: string,
  say: (key: string) => string,
): WordCell {
  const time = timeOf(steps[at], id);
  const merged = at > 0 && time?.within === 'previous';
  if (merged) return cell('', { merge: 'on' });
  const next = timeOf(steps[at + 1], id);
  const told = time ? dayKind(time.text, time.within, say) : '';
  const words = time && !time.counted ? `${told} ${say('not-counted')}` : told;
  return cell(words, { align: 'center', ...(next?.within === 'previous' ? { merge: 'start' } : {}) });
}

/** A reader of the table alone could take a day of the calendar for one of work. */
function dayKind(text: string, within: string, say: (key: string) => string): string {
  return /^[\d.]+d$/.test(within) ? `${text} ${say('calendar')}` : text;
}

function timeOf(step: BodyStep | undefined, id: string) {
  return step?.times.find((time) => time.case === id);
}

function limitRow(cases: readonly BodyCase[], locale: Locale): WordCell[][] {
  if (cases.every((one) => one.limit === '')) return [];
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  return [
    [
      cell(''),
      cell(say('whole-limit'), { bold: true }),
      cell(''),
      ...cases.map((one) => cell(dayKind(one.limit, one.within, say), { bold: true, align: 'center' })),
      cell(''),
    ],
  ];
}

/** Whether the words of a step begin with its title: then the title is not said twice. */
function opensWith(blocks: readonly BodyBlock[], title: string): boolean {
  const [first] = blocks;
  const words = first?.kind === 'paragraph' ? first.runs.map((run) => run.text).join('') : '';
  return words.trim().startsWith(title.replace(/…$/, '').trim());
}

function labelled(label: string, words: string): WordPart {
  const runs: WordRun[] = [{ text: `${label}: ${words}`, italics: true }];
  return { kind: 'paragraph', align: 'left', runs };
}
