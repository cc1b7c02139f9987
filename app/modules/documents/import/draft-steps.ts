import { foldWords, Ids, oneLine } from './folded.ts';
import type { ImportedProcedure, ImportedStep } from './imported-procedure.ts';
import { proseBlocks, tag } from './mdx-text.ts';
import { message } from './message.ts';
import { type ReadColumn, readColumns } from './step-times.ts';

export interface DraftedSteps {
  mdx: string;
  ids: { id: string; text: string }[];
}

interface Case {
  id: string;
  read: ReadColumn;
}

/** `<Steps>` with one case per time column; a time that cannot be read stays in words. */
export function draftSteps(procedure: ImportedProcedure): DraftedSteps {
  if (procedure.steps.length === 0) return { mdx: '', ids: [] };
  const caseIds = new Ids();
  const stepIds = new Ids();
  const cases = readColumns(procedure).map((read): Case & { mdx: string } => {
    const title = caseTitle(read.column.title);
    const id = caseIds.take(title === message('vi', 'import.draft.usual-case') ? 'thuong' : title, 'thuong');
    const limit = read.limit?.within ?? 'none';
    const reason = read.limit === null ? message('vi', 'import.draft.limit-unknown') : null;
    return { id, read, mdx: `${tag('Case', { id, title, limit, reason })} />` };
  });
  const steps = procedure.steps.map((step, index) => {
    const title = stepTitle(step);
    const id = stepIds.take(title, `buoc-${step.order}`);
    return { id, text: step.text, mdx: stepMdx(step, { id, title, index, cases }) };
  });
  return {
    mdx: ['<Steps>', ...cases.map((one) => one.mdx), ...steps.map((step) => step.mdx), '</Steps>'].join('\n'),
    ids: steps,
  };
}

/** "Thời gian – Trường hợp có xác minh: 06 ngày làm việc" → "Có xác minh"-like words without the limit. */
function caseTitle(column: string): string {
  const bare = oneLine(
    column
      .replace(
        /[:(–-]*\s*(?:không quá\s+)?[\d½¼¾.,/]+\s*(?:\([^)]*\)\s*)?(?:ngày làm việc|ngày|giờ làm việc|giờ|phút)\)?/giu,
        ' ',
      )
      .replace(/\(\s*(?:đơn vị:?\s*)?(?:ngày làm việc|ngày|giờ)\s*\)/giu, ' ')
      .replace(/thời (?:gian|hạn)(?: (?:thực hiện|giải quyết|xử lý))?/giu, ' ')
      .replace(/^[\s:–(-]+|[\s:–(-]+$/g, ''),
  );
  const inner = bare
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\s+([:;,)])/g, '$1')
    .replace(/^\s*[–:-]\s*/, '');
  if (foldWords(inner) === '') return message('vi', 'import.draft.usual-case');
  return inner.charAt(0).toUpperCase() + inner.slice(1);
}

/** The first clause of what is done. */
function stepTitle(step: ImportedStep): string {
  const line =
    step.text
      .split('\n')
      .map((text) => text.replace(/^[-–+•*\d.)\s]+/, ''))
      .find((text) => text !== '') ?? '';
  const clause = /^(.{8,}?)(?:\s*[:;(]|\.\s|\.$|, nếu\b|$)/u.exec(line)?.[1] ?? line;
  const title = oneLine(clause).replace(/[,.;:]+$/, '');
  if (title.length <= 110) return title || `Bước ${step.order}`;
  const cut = title.slice(0, 110);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

function stepMdx(
  step: ImportedStep,
  at: { id: string; title: string; index: number; cases: readonly Case[] },
): string {
  const head = tag('Step', {
    id: at.id,
    title: at.title,
    responsible: step.roleKey,
    consulted: step.consulted.join(' ') || null,
    result: step.result !== null && step.result.length <= 300 ? step.result : null,
  });
  const times: string[] = [];
  const asWritten: string[] = [];
  for (const { id, read } of at.cases) {
    const written = step.times.find((time) => time.column === read.column.title);
    if (written === undefined || written.text === '') continue;
    const within = written.shared ? 'previous' : (read.times[at.index]?.within ?? null);
    if (within !== null) times.push(`${tag('Time', { case: id, within })} />`);
    else
      asWritten.push(
        message('vi', 'import.draft.time-as-written', {
          column: oneLine(read.column.title),
          text: oneLine(written.text),
        }),
      );
  }
  const notes = [
    ...(step.roleKey === null && step.role !== ''
      ? [message('vi', 'import.draft.role-as-written', { text: step.role })]
      : []),
    ...asWritten,
    ...(step.result !== null && step.result.length > 300
      ? [message('vi', 'import.draft.result-as-written', { text: oneLine(step.result) })]
      : []),
    ...(step.note === null ? [] : [step.note]),
  ];
  const body = proseBlocks([...(step.group === null ? [] : [step.group]), step.text, ...notes]);
  return [`${head}>`, ...times, '', body, '', '</Step>'].join('\n');
}
