import { keyPattern } from '#app/mdx/attribute-value.ts';
import type { CompiledCase, CompiledStep, CompiledTime, DocumentKind } from '#app/mdx/compiled-document.ts';
import { readLimit, readWithin } from '#app/mdx/time-limit.ts';
import { type CaseSum, sumOfCase } from '../check/times.ts';
import { type FormView, named } from './form-view.ts';
import { putTogether } from './spans-of-time.ts';

const place = { line: 1, column: 1 };
const span = /^\d+(?:\.\d+)?(?:h|wd|d)$/;

/**
 * The sums of hours as they stand in the fields of the form at this moment. `typed` gives the values of a field; null
 * for a field that is not there, whose value in the text then counts.
 */
export function typedSums(view: FormView, typed: (field: string) => string[] | null): CaseSum[] {
  const cases = named(view, 'Case').map((one): CompiledCase => {
    const written = spanTyped('limit', typed(`c${one.at}.limit`)) ?? one.values.limit ?? 'none';
    const limit = span.test(written) ? readLimit(written, null) : readLimit('none', null);
    return {
      id: one.values.id ?? '',
      title: typed(`c${one.at}.title`)?.[0] ?? one.values.title ?? '',
      limit,
      ...place,
    };
  });
  const steps = named(view, 'Step').map((step, order): CompiledStep => {
    const next = typed(`c${step.at}.next`) ?? (step.values.next ?? '').split(/\s+/);
    return {
      ...{ id: step.values.id ?? '', order, title: '', text: '', duties: [], forms: [], result: null },
      ...{ record: null, replaces: [], ...place },
      next: next.filter((one) => one === 'end' || keyPattern.test(one)),
      times: [...ownTimes(view, step.at, typed), ...newTimes(step.at, cases, typed)],
    };
  });
  // The kinds of documents are checked by the guard.
  const frontMatter = { kind: view.kind as DocumentKind } as Parameters<typeof sumOfCase>[0]['frontMatter'];
  return cases.map((one) => sumOfCase({ steps, frontMatter }, one));
}

function ownTimes(view: FormView, step: number, typed: (field: string) => string[] | null): CompiledTime[] {
  return named(view, 'Time', step).flatMap((time) => {
    const fields = typed(`c${time.at}.within`);
    const written = fields ? spanTyped('within', fields) : time.values.within;
    const counted = typed(`c${time.at}.counted`)?.[0] ?? time.values.counted;
    return timeOf(time.values.case ?? '', written ?? '', counted);
  });
}

function newTimes(
  step: number,
  cases: readonly CompiledCase[],
  typed: (field: string) => string[] | null,
): CompiledTime[] {
  return cases.flatMap((one) => {
    const fields = typed(`t${step}.${one.id}`);
    return fields ? timeOf(one.id, spanTyped('within', fields) ?? '', fields[2]) : [];
  });
}

function timeOf(caseId: string, written: string, counted: string | undefined): CompiledTime[] {
  if (written !== 'previous' && !span.test(written)) return [];
  return [{ case: caseId, within: readWithin(written), counted: counted !== 'no', ...place }];
}

function spanTyped(kind: 'limit' | 'within', fields: string[] | null): string | null {
  return fields ? putTogether(kind, fields[0] ?? '', fields[1] ?? '') : null;
}
