/**
 * What a document's text says, as data. Produced by `compileDocument` from guarded text only; stored as rows
 * (steps, duties, forms, records …) when a revision is submitted. Nobody maintains a second list.
 */

export const documentKinds = [
  'policy',
  'objective',
  'manual',
  'procedure',
  'work-instruction',
  'form',
  'culture-rule',
  'regulation',
  'job-description',
  'external',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Where something stands in the source: 1-based line and column. */
export interface Place {
  line: number;
  column: number;
}

export interface FrontMatter {
  code: string | null;
  kind: DocumentKind;
  title: { vi: string; en: string | null };
  unit: string | null;
  field: string | null;
  /** Clause numbers per edition, e.g. `{ "2015": ["7.5"] }`. */
  clauses: Record<string, string[]>;
  tthc: string[];
  confidentiality: 'public' | 'internal';
  isPublic: boolean;
  /** ISO 8601 period in months, e.g. `P12M`. */
  review: string;
  language: 'vi' | 'en';
}

/** R responsible, A accountable, C consulted, I informed, D decides. */
export type Letter = 'R' | 'A' | 'C' | 'I' | 'D';

/** A time limit. Hours are working hours; one working day is 8 of them. */
export type Limit =
  | { unit: 'hours'; value: number; written: string }
  | { unit: 'calendar-days'; value: number; written: string }
  | { unit: 'none'; written: string; reason: string | null };

export interface CompiledCase extends Place {
  id: string;
  title: string;
  limit: Limit;
}

/** A step's own time in one case; `previous` = inside the time of the step before. */
export type Within =
  | { unit: 'hours'; value: number; written: string }
  | { unit: 'calendar-days'; value: number; written: string }
  | { unit: 'previous'; written: string };

export interface CompiledTime extends Place {
  case: string;
  within: Within;
  counted: boolean;
}

export interface CompiledDuty {
  role: string;
  letter: Letter;
}

export interface CompiledStep extends Place {
  id: string;
  order: number;
  title: string;
  /** Plain text of the step's body, white space collapsed. */
  text: string;
  duties: CompiledDuty[];
  times: CompiledTime[];
  forms: string[];
  result: string | null;
  record: string | null;
  /** Ids of following steps; `['end']` where the text ends here; empty = the next in order. */
  next: string[];
  replaces: string[];
}

export interface CompiledSection extends Place {
  id: string;
  order: number;
  title: string;
  /** Plain text of the section, white space collapsed. */
  text: string;
  /** SHA-256 (hex) of the section's source, so that a change of one section asks only its readers. */
  hash: string;
}

export interface CompiledRecord extends Place {
  id: string;
  name: string;
  from: { kind: 'dossier' } | { kind: 'result' } | { kind: 'step'; step: string };
  keeper: string;
  retention: string;
}

export interface CompiledRule extends Place {
  id: string;
  check: 'observe' | 'record' | 'interview' | 'log';
  severity: 'remind' | 'note' | 'nonconformity';
  text: string;
}

export interface CompiledField extends Place {
  id: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'table';
  required: boolean;
  options: string[];
  columns: string[];
}

export interface CompiledPaper extends Place {
  name: string;
  kind: 'submit' | 'show';
  original: string | null;
  copies: string | null;
}

export interface CompiledAbbreviation extends Place {
  short: string;
  long: string;
}

/** A key or code named by the text, with its place. */
export interface Mention extends Place {
  key: string;
  /** Step, else section, in which it stands; null outside both. */
  inside?: string | null;
}

export interface CompiledLink extends Place {
  url: string;
  text: string;
}

export interface CompiledDocument {
  frontMatter: FrontMatter;
  sections: CompiledSection[];
  cases: CompiledCase[];
  steps: CompiledStep[];
  retiredSteps: string[];
  /** True when the text has a `<Steps>` element at all. */
  hasSteps: boolean;
  records: CompiledRecord[];
  rules: CompiledRule[];
  fields: CompiledField[];
  papers: CompiledPaper[];
  abbreviations: CompiledAbbreviation[];
  fees: Mention[];
  legalBases: Mention[];
  /** Codes of `<FormRef>`; the codes of `form=` stand at the steps. */
  forms: Mention[];
  links: CompiledLink[];
  /** Whole plain text outside abbreviation definitions, for search and for the use of abbreviations. */
  text: string;
}

/** One sentence about the text: guard refusals and the six-clears check share the shape. */
export interface Finding extends Place {
  /** Stable key, e.g. `guard.expression`, `check.step.responsible-missing`. */
  rule: string;
  severity: 'error' | 'warning';
  /** A plain sentence in the reader's language: what, where, what to do. */
  message: string;
  /** What fills the sentence, so that it can be said again in the other language. */
  details?: Record<string, string | number>;
}
