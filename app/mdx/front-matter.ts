import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { codeFault, keyPattern } from './attribute-value.ts';
import { documentKinds, type FrontMatter } from './compiled-document.ts';
import type { GuardFault, GuardRule } from './sentences.ts';

const keyText = z.string().regex(keyPattern).max(64);
const titleText = z.string().trim().min(1).max(300);
const clause = z.string().regex(/^\d{1,2}(?:\.\d{1,2}){0,3}$/);
const yes = z
  .union([z.boolean(), z.enum(['yes', 'no'])])
  .transform((value) => value === true || value === 'yes');

const schema = z.strictObject({
  code: z.string().max(60).nullish(),
  kind: z.enum(documentKinds),
  title: z.strictObject({ vi: titleText, en: titleText.nullish() }),
  unit: keyText.nullish(),
  field: keyText.nullish(),
  clauses: z.partialRecord(z.enum(['2008', '2015', '2026']), z.array(clause).max(80)).nullish(),
  tthc: z
    .array(z.string().regex(/^\d+(?:\.\d+)*$/))
    .max(50)
    .nullish(),
  confidentiality: z.enum(['public', 'internal']).default('internal'),
  public: yes.default(false),
  review: z
    .string()
    .regex(/^P[1-9]\d{0,2}[YM]$/)
    .default('P12M'),
  language: z.enum(['vi', 'en']).default('vi'),
});

const ruleOfKey: Readonly<Record<string, GuardRule>> = {
  code: 'guard.front-matter.code',
  kind: 'guard.front-matter.kind',
  title: 'guard.front-matter.title',
  unit: 'guard.front-matter.unit',
  field: 'guard.front-matter.field',
  clauses: 'guard.front-matter.clauses',
  tthc: 'guard.front-matter.tthc',
  confidentiality: 'guard.front-matter.confidentiality',
  public: 'guard.front-matter.public',
  review: 'guard.front-matter.review',
  language: 'guard.front-matter.language',
};

type FrontMatterReading =
  | { frontMatter: FrontMatter; faults: [] }
  | { frontMatter: null; faults: GuardFault[] };

/** Reads the YAML between the `---` lines; its first line is line 2 of the document. */
export function readFrontMatter(yaml: string): FrontMatterReading {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
  });
  const placeAt = (offset: number | undefined) => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: line + 1, column: col };
  };
  const faults: GuardFault[] = [...document.errors, ...document.warnings].map((problem) => ({
    rule: 'guard.front-matter.yaml',
    ...placeAt(problem.pos[0]),
  }));
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
    if (anchored) faults.push({ rule: 'guard.front-matter.alias', ...placeAt(node.range?.[0]) });
  });
  if (faults.length > 0) return { frontMatter: null, faults };

  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (!parsed.success) {
    const placeOfPath = (path: PropertyKey[]) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node)) return placeAt(node.range?.[0]);
      }
      return { line: 1, column: 1 };
    };
    return {
      frontMatter: null,
      faults: parsed.error.issues.flatMap((issue) => issueFaults(issue, placeOfPath)),
    };
  }
  const data = parsed.data;
  const code = typeof data.code === 'string' && data.code.trim() !== '' ? data.code.trim() : null;
  const wrongCode = code === null ? null : codeFault(code);
  if (wrongCode) {
    const node = document.get('code', true);
    const place = placeAt(isNode(node) ? node.range?.[0] : 0);
    return { frontMatter: null, faults: [{ rule: wrongCode.rule, details: wrongCode.details, ...place }] };
  }
  const frontMatter: FrontMatter = {
    code,
    kind: data.kind,
    title: { vi: data.title.vi, en: data.title.en ?? null },
    unit: data.unit ?? null,
    field: data.field ?? null,
    clauses: Object.fromEntries(
      Object.entries(data.clauses ?? {}).map(([edition, list]) => [edition, list ?? []]),
    ),
    tthc: data.tthc ?? [],
    confidentiality: data.confidentiality,
    isPublic: data.public,
    review: data.review.endsWith('Y') ? `P${Number(data.review.slice(1, -1)) * 12}M` : data.review,
    language: data.language,
  };
  return { frontMatter, faults: [] };
}

function issueFaults(
  issue: z.core.$ZodIssue,
  placeOf: (path: PropertyKey[]) => { line: number; column: number },
): GuardFault[] {
  const [top] = issue.path;
  if (issue.code === 'unrecognized_keys' && top === undefined) {
    return issue.keys.map((name) => ({
      rule: 'guard.front-matter.unknown',
      details: { name },
      ...placeOf([name]),
    }));
  }
  const rule = ruleOfKey[String(top)] ?? 'guard.front-matter.missing';
  return [{ rule, ...placeOf(issue.path) }];
}
