import { z } from 'zod';
import { formatNumber } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import type { FlowStep } from './flow-chart.ts';

const keys = z.array(z.string());
const times = z.array(z.object({ within: z.string(), counted: z.boolean() }));

export interface StepRow {
  key: string;
  title: string;
  next: string;
  times: string;
  duties: readonly { role_key: string; letter: string }[];
}

/** Steps of a released revision as the flow chart draws them; several cases with different times are joined. */
export function flowSteps(
  rows: readonly StepRow[],
  roleNames: Readonly<Record<string, string>>,
  language: Locale,
): FlowStep[] {
  return rows.map((row) => {
    const responsible = row.duties.find((duty) => duty.letter === 'R')?.role_key ?? '';
    const written = [...new Set(times.parse(JSON.parse(row.times)).map((time) => time.within))];
    return {
      id: row.key,
      title: row.title,
      lane: responsible,
      laneTitle: (Object.hasOwn(roleNames, responsible) ? roleNames[responsible] : undefined) ?? responsible,
      time: written.length === 0 ? null : written.map((one) => inWords(one, language)).join(' / '),
      decides: row.duties.some((duty) => duty.letter === 'D'),
      next: keys.parse(JSON.parse(row.next)),
    };
  });
}

/** The same out of a text that has no rows yet. */
export function flowStepsOf(
  compiled: CompiledDocument,
  roleNames: Readonly<Record<string, string>>,
  language: Locale,
): FlowStep[] {
  const rows = compiled.steps.map((step) => ({
    key: step.id,
    title: step.title,
    next: JSON.stringify(step.next),
    times: JSON.stringify(step.times.map((time) => ({ within: time.within.written, counted: time.counted }))),
    duties: step.duties.map((duty) => ({ role_key: duty.role, letter: duty.letter })),
  }));
  return flowSteps(rows, roleNames, language);
}

/** Short, because a box of the chart is narrow: "4 giờ", "3 ngày làm việc". */
function inWords(written: string, language: Locale): string {
  if (written === 'previous') return translate(language, 'documents.flow.previous');
  const count = formatNumber(language, Number.parseFloat(written));
  const unit = /[a-z]+$/.exec(written)?.[0] ?? 'h';
  const one = unit !== 'h' && count === '1' ? '.one' : '';
  return translate(language, `documents.flow.${unit}${one}`, { count });
}
