import type {
  CompiledCase,
  CompiledDocument,
  CompiledStep,
  CompiledTime,
} from '#app/mdx/compiled-document.ts';
import { courseOf } from './course.ts';
import { error, type Fault } from './fault.ts';
import { type LongestPath, longestPath } from './longest-path.ts';
import { demandsSixClears } from './surroundings.ts';

const hoursOfDay = 8;
/** Times are written in fractions of an hour; sums of them are compared to the second. */
const nearly = 1 / 3600;

/** Rõ thời gian: every step has its own time in every case, and the times add up to the limit that was published. */
export function faultsOfTimes(document: CompiledDocument): Fault[] {
  const { cases, steps } = document;
  return [
    ...steps.flatMap((step, index) => faultsOfStepTimes(step, index, cases)),
    ...cases.flatMap((one) => [...faultsOfLimit(one), ...faultsOfCase(document, one)]),
  ];
}

function faultsOfStepTimes(step: CompiledStep, index: number, cases: readonly CompiledCase[]): Fault[] {
  const faults: Fault[] = [];
  const known = new Set(cases.map((one) => one.id));
  for (const time of step.times) {
    const values = { step: step.title, case: time.case };
    if (!known.has(time.case)) faults.push(error('check.time.case-unknown', time, values));
    if (index === 0 && time.within.unit === 'previous')
      faults.push(error('check.time.previous-of-none', time, values));
  }
  for (const one of uniqueCases(cases)) {
    const own = step.times.filter((time) => time.case === one.id);
    const values = { step: step.title, case: one.title };
    if (own.length === 0) faults.push(error('check.time.missing', step, values));
    const second = own[1];
    if (second) faults.push(error('check.time.doubled', second, values));
  }
  return faults;
}

function uniqueCases(cases: readonly CompiledCase[]): CompiledCase[] {
  return [...new Map(cases.map((one) => [one.id, one])).values()];
}

function faultsOfLimit(one: CompiledCase): Fault[] {
  const { limit } = one;
  if (limit.unit !== 'none') return [];
  return limit.reason?.trim() ? [] : [error('check.limit.reason-missing', one, { case: one.title })];
}

function faultsOfCase(document: CompiledDocument, one: CompiledCase): Fault[] {
  const { steps } = document;
  if (one.limit.unit === 'none' || steps.length === 0) return [];
  const times = steps.map((step) => onlyTime(step, one));
  const alone = (index: number) => faultsOfOneStep(steps[index], times[index], one);
  if (one.limit.unit === 'calendar-days' || !demandsSixClears(document.frontMatter.kind)) {
    return steps.flatMap((_, index) => alone(index));
  }
  if (times.includes(null)) return [];
  const path = longestPath(courseOf(steps), times.map(lengthOf));
  if (path === 'tangled') return [error('check.time.tangled', one, { case: one.title })];
  if (path.steps.some((index) => isInCalendarDays(times[index])))
    return steps.flatMap((_, index) => alone(index));
  const aside = steps.flatMap((_, index) => (isInCalendarDays(times[index]) ? alone(index) : []));
  return [...faultsOfSum(steps, one, one.limit.value, path), ...aside];
}

export interface CaseSum {
  case: CompiledCase;
  /** `apart`: each step is held against the limit alone; `missing`: a step has no time yet. */
  state: 'equal' | 'over' | 'under' | 'none' | 'apart' | 'missing' | 'tangled';
  /** Working hours along the longest path, as far as there are times. */
  hours: number;
  limitHours: number | null;
}

/** How the hours of a case add up against its limit, by the same rule as the findings, also while they are typed. */
export function sumOfCase(
  document: Pick<CompiledDocument, 'steps' | 'frontMatter'>,
  one: CompiledCase,
): CaseSum {
  const times = document.steps.map((step) => onlyTime(step, one));
  const path =
    times.length === 0
      ? { length: 0, steps: [] }
      : longestPath(courseOf(document.steps), times.map(lengthOf));
  const limitHours = one.limit.unit === 'hours' ? one.limit.value : null;
  if (path === 'tangled') return { case: one, state: 'tangled', hours: 0, limitHours };
  const sum = { case: one, hours: path.length, limitHours };
  if (one.limit.unit === 'none') return { ...sum, state: 'none' };
  if (times.includes(null)) return { ...sum, state: 'missing' };
  const apart =
    limitHours === null ||
    !demandsSixClears(document.frontMatter.kind) ||
    path.steps.some((index) => isInCalendarDays(times[index]));
  if (apart) return { ...sum, state: 'apart' };
  if (Math.abs(path.length - limitHours) < nearly) return { ...sum, state: 'equal' };
  return { ...sum, state: path.length > limitHours ? 'over' : 'under' };
}

/** The step's time in a case; null when it is missing or written twice, which is reported by itself. */
function onlyTime(step: CompiledStep, one: CompiledCase): CompiledTime | null {
  const own = step.times.filter((time) => time.case === one.id);
  return own.length === 1 ? (own[0] ?? null) : null;
}

function isInCalendarDays(time: CompiledTime | null | undefined): boolean {
  return time?.counted === true && time.within.unit === 'calendar-days';
}

/** Working hours that count. Calendar days only find out which path is the longest: seven of them hold five of work. */
function lengthOf(time: CompiledTime | null): number {
  if (!time?.counted || time.within.unit === 'previous') return 0;
  return time.within.unit === 'hours' ? time.within.value : (time.within.value * hoursOfDay * 5) / 7;
}

function faultsOfSum(
  steps: readonly CompiledStep[],
  one: CompiledCase,
  limit: number,
  path: LongestPath,
): Fault[] {
  if (Math.abs(path.length - limit) < nearly) return [];
  const rule = path.length > limit ? 'check.time.sum-over' : 'check.time.sum-under';
  return [
    error(rule, one, {
      case: one.title,
      sum: inHours(path.length),
      limit: `${one.limit.written} (${inHours(limit)})`,
      difference: inHours(Math.abs(path.length - limit)),
      steps: path.steps.map((index) => steps[index]?.id ?? '').join(' → '),
    }),
  ];
}

function inHours(hours: number): string {
  return `${Number(hours.toFixed(2))} h`;
}

/**
 * Working hours and calendar days cannot be added, so each step is held against the limit alone. A working day lasts at
 * least one calendar day; w working days are taken as w × 7/5 calendar days (two days off a week, holidays left aside).
 */
function faultsOfOneStep(
  step: CompiledStep | undefined,
  time: CompiledTime | null | undefined,
  one: CompiledCase,
) {
  const { limit } = one;
  if (!step || !time?.counted || time.within.unit === 'previous' || limit.unit === 'none') return [];
  const { within } = time;
  const allowed =
    limit.unit === within.unit
      ? limit.value
      : limit.unit === 'hours'
        ? Math.ceil((limit.value / hoursOfDay) * (7 / 5))
        : limit.value * hoursOfDay;
  if (within.value <= allowed + nearly) return [];
  const values = { step: step.title, case: one.title, time: within.written, limit: limit.written };
  return [error('check.time.beyond-limit', time, values)];
}
