/** What the import reads out of one Word procedure. Texts stand as written; keys are ours. */

export interface ImportFinding {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
}

export interface SetFinding extends ImportFinding {
  files: string[];
}

export interface ImportedSection {
  /** `muc-dich` … `ho-so` for the seven fixed sections, otherwise made from the title. */
  id: string;
  /** As printed before the title, e.g. `5.`. */
  number: string | null;
  title: string;
  text: string;
}

export interface ImportedTime {
  column: string;
  text: string;
  /** True where one merged cell holds the time of this step and of the step before. */
  shared: boolean;
}

export interface ImportedStep {
  order: number;
  /** The number as printed, which may repeat or be missing. */
  number: string | null;
  text: string;
  role: string;
  roleKey: string | null;
  /** Two or more roles in one cell, and nothing says which is responsible. */
  severalRoles: boolean;
  consulted: string[];
  position: string | null;
  /** As written in the first time column. */
  time: string;
  times: ImportedTime[];
  /** Forms and results where the table has such a column. */
  result: string | null;
  /** A row over the whole table that heads the following steps. */
  group: string | null;
  note: string | null;
}

export interface ImportedTimeColumn {
  title: string;
  /** The limit that the head or a total row states, as written. */
  stated: string | null;
  total: string | null;
}

export interface ImportedRecord {
  name: string;
  keeper: string;
  retention: string;
}

export interface ImportedLegalBasis {
  key: string;
  numberSign: string | null;
  kind: string;
  issuer: string | null;
  signedOn: string | null;
  title: string;
  raw: string;
}

export interface ImportedAbbreviation {
  short: string;
  long: string;
}

export interface ImportedPaper {
  name: string;
  kind: 'submit' | 'show';
}

export interface ImportedItem {
  /** What the item is about, e.g. `time-limit`; `other` where the head is not known. */
  kind: ItemKind;
  title: string;
  lines: string[];
}

export const itemKinds = [
  'dossier',
  'time-limit',
  'applicants',
  'agencies',
  'result',
  'fees',
  'forms',
  'conditions',
  'legal-bases',
  'place',
  'steps',
  'other',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface ImportedProcedure {
  file: string;
  code: string | null;
  title: string;
  issue: number | null;
  issuedOn: string | null;
  /** The first day in force, where the cover states one of its own. */
  effectiveOn: string | null;
  agency: string | null;
  sections: ImportedSection[];
  steps: ImportedStep[];
  timeColumns: ImportedTimeColumn[];
  records: ImportedRecord[];
  legalBases: ImportedLegalBasis[];
  abbreviations: ImportedAbbreviation[];
  dossier: { papers: ImportedPaper[]; notes: string[] };
  items: ImportedItem[];
  timeLimit: string;
  fees: string[];
  forms: string[];
  result: string[];
  /** Titles of positions at the sign-off; names are left out on purpose. */
  signOff: { act: string; title: string }[];
  contents: string[];
  amendments: string[];
  runningHeads: string[];
  runningFeet: string[];
  annexes: { title: string; text: string }[];
  /** Lines under the step table. */
  notes: string[];
  findings: ImportFinding[];
  unread: string[];
}
