import type { Locale } from '#app/i18n/locale.ts';
import { keysIn } from '#app/mdx/text-tree.ts';

/** A stretch of text in one look. */
export interface BodyRun {
  text: string;
  bold?: true;
  italics?: true;
  code?: true;
  /** An outside address that may be printed as a link. */
  link?: string;
}

/** What a document says, as blocks to print; made from the guarded tree only. */
export type BodyBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; number: string | null; runs: BodyRun[] }
  | { kind: 'paragraph'; runs: BodyRun[] }
  | { kind: 'list'; ordered: boolean; start: number; items: BodyBlock[][] }
  | { kind: 'table'; align: ('left' | 'center' | 'right')[]; rows: BodyRun[][][] }
  | { kind: 'quote'; blocks: BodyBlock[] }
  | { kind: 'note'; tone: 'note' | 'warning' | 'law'; blocks: BodyBlock[] }
  | { kind: 'code'; text: string }
  | { kind: 'line' }
  | { kind: 'dossier'; papers: BodyPaper[] }
  | { kind: 'abbreviations'; items: { short: string; long: string }[] }
  | { kind: 'steps'; cases: BodyCase[]; steps: BodyStep[] }
  | { kind: 'records'; records: BodyRecord[] }
  | { kind: 'fields'; fields: BodyField[] }
  | { kind: 'rule'; id: string; check: string; severity: string; blocks: BodyBlock[] };

export interface BodyPaper {
  name: string;
  group: 'submit' | 'show' | null;
  original: string;
  copies: string;
}

export interface BodyCase {
  id: string;
  title: string;
  /** The published limit as read, e.g. "8 giờ làm việc"; empty when none is set. */
  limit: string;
  /** As the text writes it. */
  within: string;
  reason: string;
}

export interface BodyStep {
  id: string;
  title: string;
  responsible: string;
  accountable: string;
  decides: string;
  /** Key of the first responsible role: the lane of the flow chart. */
  lane: string;
  /** `within` as the text writes it, `text` as a person reads it. */
  times: { case: string; within: string; text: string; counted: boolean }[];
  forms: string[];
  result: string;
  next: string[];
  blocks: BodyBlock[];
}

export interface BodyRecord {
  name: string;
  keeper: string;
  retention: string;
}

export interface BodyField {
  label: string;
  type: string;
  options: string[];
  columns: string[];
}

/** Names for the keys a text uses; a key without a name is printed as it is. */
export interface BodyNames {
  roles: Readonly<Record<string, string>>;
  legalBases: Readonly<Record<string, string>>;
  forms: Readonly<Record<string, string>>;
  fees: Readonly<Record<string, string>>;
}

export interface BodyReading {
  names: BodyNames;
  locale: Locale;
}

export function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;
}

export function rolesIn(value: string | undefined, reading: BodyReading): string {
  return keysIn(value)
    .map((key) => nameOf(reading.names.roles, key))
    .join('; ');
}
