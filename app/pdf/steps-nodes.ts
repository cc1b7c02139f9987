import { translate } from '#app/i18n/translate.ts';
import type { FlowStep } from '#app/modules/documents/flow-chart/flow-chart.ts';
import type { BodyBlock, BodyCase, BodyStep } from './body-blocks.ts';
import { flowChartNodes } from './flow-chart-nodes.ts';
import { covered, head, linesIn, roomForColumns, text } from './look.ts';
import type { SheetNode } from './sheet.ts';

interface StepsLayout {
  locale: 'vi' | 'en';
  width: number;
  fontSize: number;
}

type DrawBlocks = (blocks: BodyBlock[], width: number) => SheetNode[];

/** The flow chart and, after it, the table of steps. */
export function stepsNodes(
  block: BodyBlock & { kind: 'steps' },
  layout: StepsLayout,
  draw: DrawBlocks,
): SheetNode[] {
  return [
    ...caseLines(block.cases, layout),
    ...flowChartNodes(flowSteps(block), layout),
    stepTable(block, layout, draw),
  ];
}

/** The steps as the flow chart wants them; the times of several cases are joined. */
export function flowSteps(block: { steps: BodyStep[] }): FlowStep[] {
  return block.steps.map((step) => {
    const times = [...new Set(step.times.map((time) => time.text))];
    return {
      id: step.id,
      title: step.title,
      lane: step.lane,
      laneTitle: step.responsible.split('; ')[0] ?? '',
      time: times.length > 0 ? times.join(' / ') : null,
      decides: step.decides !== '',
      next: step.next,
    };
  });
}

/** Cases with no published limit say why. */
function caseLines(cases: readonly BodyCase[], { locale, fontSize }: StepsLayout): SheetNode[] {
  const lines = cases.filter((one) => cases.length > 1 || one.reason !== '');
  if (lines.length === 0) return [];
  const items = lines.map((one): SheetNode => {
    const limit = one.limit || translate(locale, 'pdf.steps.no-limit');
    return text([{ text: `${one.title}: `, bold: true }, one.reason ? `${limit} (${one.reason})` : limit], {
      margin: [0, 0, 0, 2],
    });
  });
  return [{ ul: items, fontSize: fontSize - 0.5, margin: [6, 2, 0, 6] }];
}

function stepTable(block: BodyBlock & { kind: 'steps' }, layout: StepsLayout, draw: DrawBlocks): SheetNode {
  const { locale, width, fontSize } = layout;
  const { cases, steps } = block;
  const times = cases.map(() => (cases.length > 2 ? 42 : 50));
  const [number, duty, result] = [18, 80, 80];
  const fixed = [number, duty, result, ...times];
  const work = roomForColumns(width, fixed.length + 1) - fixed.reduce((sum, column) => sum + column, 0);
  const headings = headingRows(cases, locale);
  const rows = steps.map((step, i) => stepRow(step, i + 1, cases, layout, draw(step.blocks, work)));
  const tallest = Math.max(0, ...steps.map((step) => linesIn(wordsOf(step.blocks), work, fontSize - 1)));
  return {
    table: {
      widths: [number, work, duty, ...times, result],
      body: [...headings, ...rows, ...limitRow(cases, locale)],
      headerRows: headings.length,
      keepWithHeaderRows: 1,
      dontBreakRows: tallest < 28,
    },
    layout: 'grid',
    fontSize: fontSize - 1,
    margin: [0, 4, 0, 8],
  };
}

/** One row, or two where the time differs by case. */
function headingRows(cases: readonly BodyCase[], locale: StepsLayout['locale']): SheetNode[][] {
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  const one = cases.length < 2;
  const span = one ? {} : { rowSpan: 2 };
  const first: SheetNode[] = [
    head(say('no'), span),
    head(say('work'), span),
    head(say('responsible'), span),
    ...cases.map((_, i) => (i === 0 ? head(say('time'), one ? {} : { colSpan: cases.length }) : covered)),
    head(say('result'), span),
  ];
  if (one) return [first];
  return [
    first,
    [
      covered,
      covered,
      covered,
      ...cases.map((each) => head(each.title, { bold: false, italics: true })),
      covered,
    ],
  ];
}

function limitRow(cases: readonly BodyCase[], locale: StepsLayout['locale']): SheetNode[][] {
  if (cases.every((one) => one.limit === '')) return [];
  const label = translate(locale, 'pdf.steps.limit');
  return [
    [
      text(label, { colSpan: 3, bold: true, alignment: 'right' }),
      covered,
      covered,
      ...cases.map((one) => text(one.limit || '–', { bold: true, alignment: 'center' })),
      text(''),
    ],
  ];
}

/** The words of a step, as far as they make its row tall. */
function wordsOf(blocks: readonly BodyBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.runs.map((run) => run.text).join('');
      if (block.kind === 'list') return block.items.map(wordsOf).join(' ');
      if (block.kind === 'note' || block.kind === 'quote') return wordsOf(block.blocks);
      if (block.kind === 'table')
        return block.rows
          .flat(2)
          .map((run) => run.text)
          .join(' ')
          .repeat(2);
      return '';
    })
    .join(' ');
}

function stepRow(
  step: BodyStep,
  number: number,
  cases: readonly BodyCase[],
  layout: StepsLayout,
  work: SheetNode[],
): SheetNode[] {
  const { locale } = layout;
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  const answers = [
    text(step.responsible),
    ...(step.accountable && step.accountable !== step.responsible
      ? [labelled(say('accountable'), step.accountable)]
      : []),
    ...(step.decides && step.decides !== step.responsible && step.decides !== step.accountable
      ? [labelled(say('decides'), step.decides)]
      : []),
  ];
  const results = [
    ...(step.result ? [text(step.result)] : []),
    ...(step.forms.length > 0 ? [text(step.forms.join(', '), { bold: true, margin: [0, 2, 0, 0] })] : []),
  ];
  return [
    text(String(number), { alignment: 'center' }),
    { stack: [text(step.title, { bold: true, margin: [0, 0, 0, 2] }), ...work] },
    { stack: answers },
    ...cases.map((one): SheetNode => {
      const time = step.times.find((candidate) => candidate.case === one.id);
      if (!time) return text('–', { alignment: 'center' });
      return text(time.counted ? time.text : `${time.text} ${say('not-counted')}`, { alignment: 'center' });
    }),
    { stack: results.length > 0 ? results : [text('')] },
  ];
}

function labelled(label: string, words: string): SheetNode {
  return text([{ text: `${label}: `, italics: true }, words], { margin: [0, 2, 0, 0] });
}
