import type { ShownFinding } from '#app/ui/finding-list.tsx';
import type { FormView } from './form-view.ts';

export const formParts = [
  'head',
  'sections',
  'references',
  'abbreviations',
  'papers',
  'steps',
  'records',
  'fields',
  'rules',
] as const;
export type FormPart = (typeof formParts)[number];

/** Parts of the form that a document of a kind has; fields and rules only where there are some or must be some. */
export function partsOf(view: Pick<FormView, 'kind' | 'components'>): FormPart[] {
  const has = (name: string) => view.components.some((one) => one.name === name);
  const own: Record<FormPart, boolean> = {
    head: true,
    sections: true,
    references: true,
    abbreviations: true,
    papers: view.kind === 'procedure' || has('Dossier'),
    steps: view.kind === 'procedure' || view.kind === 'work-instruction' || has('Steps'),
    records: view.kind === 'procedure' || has('Record'),
    fields: view.kind === 'form' || has('Field'),
    rules: view.kind === 'culture-rule' || has('Rule'),
  };
  return formParts.filter((part) => own[part]);
}

const partOfComponent: Readonly<Record<string, FormPart>> = {
  Section: 'sections',
  Note: 'sections',
  Steps: 'steps',
  Case: 'steps',
  Step: 'steps',
  Time: 'steps',
  Dossier: 'papers',
  Paper: 'papers',
  Record: 'records',
  Abbreviation: 'abbreviations',
  LegalBasis: 'references',
  FormRef: 'references',
  Fee: 'references',
  Field: 'fields',
  Rule: 'rules',
};

const partOfRule: readonly (readonly [RegExp, FormPart])[] = [
  [/^check\.(?:code|unit|review)\./, 'head'],
  [/^check\.section\./, 'sections'],
  [/^check\.(?:steps|case|step|time|role|limit)\./, 'steps'],
  [/^check\.abbreviation\./, 'abbreviations'],
  [/^check\.record\.(?!unknown)/, 'records'],
  [/^check\.(?:legal|form\.not-in-force)/, 'references'],
  [/^check\.(?:form\.fields|field)/, 'fields'],
  [/^check\.rule/, 'rules'],
];

/** Where in the form a finding is mended, and at which component; `at` null = at the head of the part. */
export function placeOfFinding(
  view: Pick<FormView, 'components'>,
  finding: ShownFinding,
): { part: FormPart; at: number | null } {
  const line = finding.line ?? 1;
  const around = view.components.findLast(
    (one) => one.line <= line && line <= one.endLine && (!one.inline || startsAt(one, finding)),
  );
  const byRule = partOfRule.find(([rule]) => rule.test(finding.rule))?.[1];
  const byPlace = around ? partOfComponent[around.name] : undefined;
  const part = byRule ?? byPlace ?? 'head';
  const own = around && partOfComponent[around.name] === part ? around.at : null;
  return { part, at: own };
}

function startsAt(one: FormView['components'][number], finding: ShownFinding): boolean {
  return finding.column === undefined || one.column === finding.column;
}

/** The part a page was asked for, as far as the text has it. */
export function partAsked(
  view: Pick<FormView, 'kind' | 'components'> | null,
  asked: string | null,
): FormPart {
  const parts = view ? partsOf(view) : formParts;
  return parts.find((part) => part === asked) ?? 'head';
}
