import { fold } from '#app/modules/search/fold.ts';

/** A paper that a dossier of a procedure in force asks for. */
export interface AskedPaper {
  documentId: string;
  code: string;
  name: string;
  /** Handed in or only shown. */
  kind: 'submit' | 'show';
}

/** A form in force with the steps that use it and the labels of its fields. */
export interface UsedForm {
  documentId: string;
  code: string;
  title: string;
  labels: string[];
  uses: { documentId: string; code: string; step: string }[];
}

export const proposalKinds = [
  'unused-form',
  'asked-twice',
  'in-database',
  'alike-papers',
  'alike-forms',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export interface Saving {
  procedures: number;
  steps: number;
  /** Papers that a citizen would hand in less, one of each procedure. */
  papers: number;
}

/** What could be merged or dropped, with what it would save. The key stays the same while the subject does. */
export interface Proposal {
  key: string;
  kind: ProposalKind;
  subject: string;
  where: { documentId: string; code: string; name: string }[];
  saving: Saving;
}

/** Words that tell one paper from another; what stands in brackets or after a semicolon is when it is asked for. */
export function wordsOf(name: string): string[] {
  const [what = ''] = fold(name).split(';');
  const words = what
    .replace(/\([^)]*\)/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !weightless.has(word));
  return [...new Set(words)];
}

const weightless = new Set([
  'cua',
  've',
  'va',
  'cac',
  'nhung',
  'theo',
  'cho',
  'hoac',
  'duoc',
  'di',
  'khi',
  'mau',
  'ban',
]);

/** Share of words that two names have in common (Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  const common = a.filter((word) => b.includes(word)).length;
  return (2 * common) / (a.length + b.length);
}

export const alike = 0.75;

/** A name that says the office can find it itself: in a database, so that nobody needs to bring it. */
export function isInDatabase(name: string): boolean {
  return /(tra (duoc|cuu)|khai thac|co trong|ket noi)[^.;]*(csdl|co so du lieu)/.test(fold(name));
}

export function proposalsOf(papers: readonly AskedPaper[], forms: readonly UsedForm[]): Proposal[] {
  const order = (one: Proposal) => proposalKinds.indexOf(one.kind);
  return [
    ...unusedForms(forms),
    ...askedTwice(papers),
    ...acrossProcedures(papers),
    ...alikeForms(forms),
  ].sort((a, b) => order(a) - order(b) || b.saving.papers - a.saving.papers || (a.key < b.key ? -1 : 1));
}

function unusedForms(forms: readonly UsedForm[]): Proposal[] {
  return forms
    .filter((form) => form.uses.length === 0)
    .map((form) => ({
      key: keyOf('unused-form', [form.code]),
      kind: 'unused-form' as const,
      subject: `${form.code} ${form.title}`,
      where: [placeOf(form)],
      saving: { procedures: 0, steps: 0, papers: 0 },
    }));
}

/** Two papers of one dossier under nearly the same name. */
function askedTwice(papers: readonly AskedPaper[]): Proposal[] {
  return papers.flatMap((paper, at) =>
    papers
      .slice(at + 1)
      .filter((other) => other.documentId === paper.documentId && likeness(paper.name, other.name) >= alike)
      .map((other) => ({
        key: keyOf('asked-twice', [paper.code, paper.name, other.name]),
        kind: 'asked-twice' as const,
        subject: paper.name,
        where: [paper, other].map(({ documentId, code, name }) => ({ documentId, code, name })),
        saving: { procedures: 1, steps: 0, papers: 1 },
      })),
  );
}

/** The same paper in several procedures: to be found in a database where one of them says so, else to be made alike. */
function acrossProcedures(papers: readonly AskedPaper[]): Proposal[] {
  return groupsOf(papers).flatMap((group) => {
    const [first] = group;
    const procedures = new Set(group.map((one) => one.documentId)).size;
    if (!first || procedures < 2) return [];
    const known = group.some((one) => isInDatabase(one.name));
    const sameName = new Set(group.map((one) => fold(one.name))).size === 1;
    if (!known && sameName) return [];
    const kind = known ? ('in-database' as const) : ('alike-papers' as const);
    const still = known ? group.filter((one) => !isInDatabase(one.name)) : group;
    if (still.length === 0) return [];
    return [
      {
        key: keyOf(kind, [first.name]),
        kind,
        subject: first.name,
        where: group.map(({ documentId, code, name }) => ({ documentId, code, name })),
        saving: { procedures, steps: 0, papers: known ? still.length : 0 },
      },
    ];
  });
}

/** Each paper with those that are like the first of its group; at most one group a paper. */
function groupsOf(papers: readonly AskedPaper[]): AskedPaper[][] {
  const groups: AskedPaper[][] = [];
  for (const paper of papers) {
    const group = groups.find(([first]) => first && likeness(first.name, paper.name) >= alike);
    if (group) group.push(paper);
    else groups.push([paper]);
  }
  return groups;
}

/** Forms of nearly the same title or nearly the same fields. */
function alikeForms(forms: readonly UsedForm[]): Proposal[] {
  return forms.flatMap((form, at) =>
    forms
      .slice(at + 1)
      .filter((other) => areAlike(form, other))
      .map((other) => {
        const uses = [...form.uses, ...other.uses];
        return {
          key: keyOf('alike-forms', [form.code, other.code]),
          kind: 'alike-forms' as const,
          subject: `${form.code} – ${other.code}`,
          where: [placeOf(form), placeOf(other)],
          saving: {
            procedures: new Set(uses.map((use) => use.documentId)).size,
            steps: new Set(uses.map((use) => `${use.documentId} ${use.step}`)).size,
            papers: 0,
          },
        };
      }),
  );
}

function areAlike(one: UsedForm, other: UsedForm): boolean {
  if (likeness(one.title, other.title) >= alike) return true;
  const common = one.labels.filter((label) => other.labels.some((its) => likeness(label, its) >= 0.9)).length;
  const most = Math.max(one.labels.length, other.labels.length);
  return most >= 3 && common / most >= alike;
}

function placeOf({ documentId, code, title }: UsedForm): Proposal['where'][number] {
  return { documentId, code, name: title };
}

function keyOf(kind: ProposalKind, parts: readonly string[]): string {
  const slug = parts.map((part) => fold(part).replace(/[^a-z0-9]+/g, '-')).join('_');
  return `${kind}_${slug}`.slice(0, 180).replace(/-+$/, '');
}
