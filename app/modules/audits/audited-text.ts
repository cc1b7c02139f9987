import type { Locale } from '#app/i18n/locale.ts';
import type { ClauseAddress } from '../standards/standard.ts';

/** What the revisions in force say, as far as an auditor asks about it. Pure data: the same snapshot, the same questions. */
export interface Named {
  vi: string;
  en: string;
}

export interface AuditedForm {
  code: string;
  titleVi: string | null;
  titleEn: string | null;
  /** Issue in force; null when the system holds no revision in force. */
  issue: number | null;
}

export interface AuditedRecord {
  id: string;
  name: string;
  keeper: Named;
  /** As written: `P5Y`, `permanent`, `until:…`, `unknown`. */
  retention: string;
}

export interface AuditedStep {
  key: string;
  title: string;
  /** Roles responsible (R). */
  roles: Named[];
  /** The unit whose positions fill those roles, when it is one. */
  unitId: string | null;
  times: { caseTitle: string; within: string }[];
  forms: AuditedForm[];
  records: AuditedRecord[];
}

export interface AuditedRule {
  key: string;
  text: string;
  /** observe | record | interview | log */
  check: string;
}

export interface AuditedDocument {
  id: string;
  code: string;
  titleVi: string;
  titleEn: string | null;
  revisionId: string;
  issue: number;
  amendment: number;
  unitId: string | null;
  /** Names administrative procedures: its cases are dossiers of citizens. */
  servesCitizens: boolean;
  clauses: ClauseAddress[];
  steps: AuditedStep[];
  rules: AuditedRule[];
}

export interface AuditedUnit {
  id: string;
  kind: string;
  nameVi: string;
}

export function inWords(named: Named, locale: Locale): string {
  return locale === 'vi' ? named.vi : named.en;
}
