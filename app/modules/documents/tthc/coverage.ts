import type { Line } from './line.ts';

export interface CoveredProcedure {
  code: string;
  name: string;
  line: Line;
}

export interface NamingDocument {
  id: string;
  code: string | null;
  /** Codes of the national database in the front matter of the revision in force. */
  tthc: readonly string[];
}

export interface Coverage {
  own: number;
  covered: number;
  /** Whole percent, rounded down: 100 only where nothing is missing. */
  percent: number;
  undecided: number;
  missing: CoveredProcedure[];
  /** Documents in force that name a code nobody knows, or one that another line handles. */
  wrong: { document: NamingDocument; code: string; why: 'unknown' | 'other' }[];
}

/** The scope must hold every procedure of the office (QĐ 19/2014/QĐ-TTg Điều 3 khoản 1): how far it does. */
export function coverageOf(
  procedures: readonly CoveredProcedure[],
  documents: readonly NamingDocument[],
): Coverage {
  const lines = new Map(procedures.map((one) => [one.code, one.line]));
  const named = new Set(documents.flatMap((document) => document.tthc));
  const own = procedures.filter((one) => one.line === 'own');
  const missing = own.filter((one) => !named.has(one.code));
  const covered = own.length - missing.length;
  return {
    own: own.length,
    covered,
    percent: own.length === 0 ? 0 : Math.floor((covered * 100) / own.length),
    undecided: procedures.filter((one) => one.line === 'undecided').length,
    missing,
    wrong: documents.flatMap((document) =>
      document.tthc.flatMap((code): Coverage['wrong'] => {
        const line = lines.get(code);
        if (line === undefined) return [{ document, code, why: 'unknown' }];
        return line === 'other' ? [{ document, code, why: 'other' }] : [];
      }),
    ),
  };
}
