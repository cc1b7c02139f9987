import { translate } from '#app/i18n/translate.ts';
import type { FlowStep } from '#app/modules/documents/flow-chart.ts';
import type { BodyBlock, BodyCase, BodyStep } from './body-blocks.ts';
import { flowChartNodes } from './flow-chart-nodes.ts';
import { covered, head, linesIn, text } from './look.ts';
import type { SheetNode } from './sheet.ts';

interface StepsLayout {
  locale: 'vi' | 'en';
  width: number;
  fontSize: number;
  pageHeight: number;
  roles: Readonly<Record<string, string>>;
}

type DrawBlocks = (blocks: BodyBlock[], width: number) => SheetNode[];

/** The flow chart and, after it, the table of steps. */
export function stepsNodes(
  block: BodyBlock & { kind: 'steps' },
  layout: StepsLayout,
  draw: DrawBlocks,
): SheetNode[] {
  return [
    ...flowChartNodes(flowSteps(block), layout),
    ...caseLines(block.cases, layout),
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
  const say = (key: string) => translate(locale, `pdf.steps.${key}`);
  const cases = block.cases;
  const timeWidth = cases.length > 2 ? 44 : 52;
  const fixed = [16, 84, ...cases.map(() => timeWidth), 92];
  const workWidth = width - fixed.reduce((sum, column) => sum + column, 0) - (fixed.length + 1) * 8 - 2;
  const heading: SheetNode[] = [
    head(say('no')),
    head(say('work')),
    head(say('responsible')),
    ...cases.map((one) => head(cases.length > 1 ? `${say('time')}: ${one.title}` : say('time'))),
    head(say('result')),
  ];
  const rows = block.steps.map((step, i) =>
    stepRow(step, i + 1, cases, layout, draw(step.blocks, workWidth)),
  );
  const limits = cases.some((one) => one.limit !== '')
    ? [
        [
          text(say('limit'), { colSpan: 3, bold: true, alignment: 'right' }),
          covered,
          covered,
          ...cases.map((one) => text(one.limit || '–', { bold: true, alignment: 'center' })),
          text(''),
        ],
      ]
    : [];
  const tallest = Math.max(
    1,
    ...block.steps.map((step) => linesIn(lettersOf(step.blocks), workWidth, fontSize - 1)),
  );
  return {
    table: {
      widths: [16, workWidth, 84, ...cases.map(() => timeWidth), 92],
      body: [heading, ...rows, ...limits],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: tallest < 26,
    },
    layout: 'grid',
    fontSize: fontSize - 1,
    margin: [0, 4, 0, 8],
  };
}

function lettersOf(blocks: readonly BodyBlock[]): string {
  return JSON.stringify(blocks).replace(/"[a-z]+":/g, '');
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
