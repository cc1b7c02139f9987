import type { FieldErrors, TypedValues } from '#app/http/forms.ts';
import { codeFault, keyPattern } from '#app/mdx/attribute-value.ts';
import type { Outline } from '#app/mdx/outline-shape.ts';
import type { Edit } from './edits.ts';
import type { FrontMatterValue } from './front-matter-edits.ts';

export const editions = ['2008', '2015', '2026'] as const;

/** What the fields of the front matter change. Lists are typed with commas or spaces between. */
export function headEdits(outline: Outline, values: TypedValues): { edits: Edit[]; errors: FieldErrors } {
  const edits: Edit[] = [];
  const errors: FieldErrors = {};
  const now = new Map(outline.frontMatter.map((entry) => [entry.path, entry.value]));
  for (const [path, rule] of Object.entries(rules)) {
    const typed = values[`f.${path}`]?.[0]?.trim();
    if (typed === undefined) continue;
    const value = rule.read(typed);
    if (isUnsaid(path, value, now)) continue;
    const fault = rule.fault?.(value) ?? null;
    if (fault && JSON.stringify(value) !== JSON.stringify(now.get(path) ?? '')) errors[`f.${path}`] = [fault];
    else edits.push({ do: 'front-matter', path, value });
  }
  const clauses = clausesTyped(values, now.get('clauses'));
  if (clauses) {
    for (const [edition, list] of Object.entries(clauses))
      if (!list.every((one) => /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(one)))
        errors[`f.clauses.${edition}`] = ['editor.fault.clauses'];
    if (!Object.keys(errors).some((name) => name.startsWith('f.clauses')))
      edits.push({ do: 'front-matter', path: 'clauses', value: clauses });
  }
  return { edits, errors };
}

/** What holds anyway when the text does not say it; and twelve months may be written as a year. */
const unsaid: Readonly<Record<string, FrontMatterValue>> = {
  confidentiality: 'internal',
  public: false,
  review: 'P12M',
  language: 'vi',
};

function isUnsaid(path: string, value: FrontMatterValue, now: ReadonlyMap<string, unknown>): boolean {
  if (!now.has(path)) return unsaid[path] === value;
  return path === 'review' && value === `P${monthsIn(now.get(path))}M`;
}

/** Months of a review interval as the text writes it. */
export function monthsIn(written: unknown): number {
  const period = /^P(\d+)([YM])$/.exec(String(written ?? 'P12M'));
  return Number(period?.[1] ?? 12) * (period?.[2] === 'Y' ? 12 : 1);
}

interface HeadRule {
  read(typed: string): FrontMatterValue;
  fault?(value: FrontMatterValue): string | null;
}

const words: HeadRule['read'] = (typed) => (typed === '' ? null : typed.replace(/\s+/g, ' '));
const list = (typed: string) => typed.split(/[\s,;]+/).filter((one) => one !== '');

const rules: Readonly<Record<string, HeadRule>> = {
  code: {
    read: words,
    fault: (value) => (typeof value === 'string' && codeFault(value) ? 'editor.fault.code' : null),
  },
  kind: { read: words },
  'title.vi': {
    read: words,
    fault: (value) =>
      value === null ? 'errors.field.required' : String(value).length > 300 ? 'errors.field.too-long' : null,
  },
  'title.en': { read: words },
  unit: { read: words },
  field: {
    read: words,
    fault: (value) => (value !== null && !keyPattern.test(String(value)) ? 'editor.fault.key' : null),
  },
  tthc: {
    read: list,
    fault: (value) =>
      Array.isArray(value) && value.every((one) => /^\d+(?:\.\d+)*$/.test(one)) ? null : 'editor.fault.tthc',
  },
  confidentiality: { read: words },
  public: { read: (typed) => typed === 'yes' },
  review: {
    read: (typed) => `P${typed}M`,
    fault: (value) => (/^P[1-9]\d{0,2}M$/.test(String(value)) ? null : 'editor.fault.review'),
  },
  language: { read: words },
};

function clausesTyped(values: TypedValues, now: unknown): Record<string, string[]> | null {
  if (!editions.some((edition) => values[`f.clauses.${edition}`] !== undefined)) return null;
  // The editions keep the order in which the text has them.
  const written = typeof now === 'object' && now !== null ? Object.keys(now) : [];
  const clauses: Record<string, string[]> = {};
  for (const edition of [...written.map(String), ...editions.filter((one) => !written.includes(one))]) {
    const typed = list(values[`f.clauses.${edition}`]?.[0] ?? '');
    const wasEmpty = written.includes(edition) && typed.length === 0;
    if (typed.length > 0 || wasEmpty) clauses[edition] = typed;
  }
  return clauses;
}
