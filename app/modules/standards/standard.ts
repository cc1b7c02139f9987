import { z } from 'zod';
import { type Edition, editions } from './edition.ts';

/** Numbers and short titles only: the text of the standard is not ours to copy. */
const clauseRow = z.object({
  number: z.string(),
  vi: z.string(),
  en: z.string(),
  parent: z.string().nullable(),
  /** True for the lowest clauses of the chapters that hold requirements. */
  auditable: z.boolean(),
  /** What has to be documented: maintain a document, retain a record, both, or nothing. */
  documents: z.enum(['maintain', 'retain', 'both']).nullable(),
  /** The standard gives a number but no title here; the title is ours. */
  editorial: z.boolean(),
  /** The Vietnamese words were matched against a second source. */
  certainVi: z.boolean(),
  note: z.string().optional(),
});
export type Clause = z.output<typeof clauseRow> & { edition: Edition };

export const auditedRoles = [
  'leader',
  'quality_officer',
  'head_of_unit',
  'staff',
  'one_stop_counter',
] as const;
export type AuditedRole = (typeof auditedRoles)[number];

const questionRow = z.object({
  id: z.string(),
  clause: z.string(),
  vi: z.string(),
  en: z.string(),
  evidenceVi: z.array(z.string()),
  evidenceEn: z.array(z.string()),
  /** Whom to ask. */
  roles: z.array(z.enum(auditedRoles)),
  /** Often declared not applicable by a ward (7.1.5, 8.3). */
  conditional: z.boolean(),
});
export type BankQuestion = z.output<typeof questionRow>;

const clauseAddress = z.object({ edition: z.enum(editions), number: z.string() });
export type ClauseAddress = z.output<typeof clauseAddress>;

/** Which clause became which. `from` null: new; `removed`: `to` names the clauses that took over the intent. */
const crossing = z.object({
  from: clauseAddress.nullable(),
  to: z.array(clauseAddress),
  change: z.enum(['same', 'changed', 'new', 'removed']),
  note: z.string(),
});
export type Crossing = z.output<typeof crossing>;

export interface Standard {
  clauses: Readonly<Record<Edition, readonly Clause[]>>;
  crosswalk: readonly Crossing[];
  bank: { '2015': readonly BankQuestion[]; '2026': readonly BankQuestion[] };
}

export interface StandardFiles {
  clauses: Record<Edition, unknown>;
  crosswalk: unknown;
  questions2015: unknown;
  questions2026: unknown;
}

/** Reads the files of `content/standards`; a file of another shape stops the program at its start. */
export function readStandard(files: StandardFiles): Standard {
  const of = (edition: Edition): Clause[] =>
    z
      .array(clauseRow)
      .parse(files.clauses[edition])
      .map((clause) => ({ ...clause, edition }));
  return {
    clauses: { '2008': of('2008'), '2015': of('2015'), '2026': of('2026') },
    crosswalk: z.array(crossing).parse(files.crosswalk),
    bank: {
      '2015': z.array(questionRow).parse(files.questions2015),
      '2026': z.array(questionRow).parse(files.questions2026),
    },
  };
}

export function findClause(standard: Standard, edition: Edition, number: string): Clause | undefined {
  return standard.clauses[edition].find((clause) => clause.number === number);
}

export function auditableClauses(standard: Standard, edition: Edition): readonly Clause[] {
  return standard.clauses[edition].filter((clause) => clause.auditable);
}

/** `8.5` stands for the lowest clauses below it; a lowest clause for itself; an unknown number for nothing. */
export function lowestClauses(standard: Standard, edition: Edition, number: string): string[] {
  return auditableClauses(standard, edition)
    .map((clause) => clause.number)
    .filter((own) => own === number || own.startsWith(`${number}.`));
}

/** Clauses in the order of the standard: 8.2 before 8.10. */
export function compareClauses(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
