import type { Day, Instant } from '#app/http/clock.ts';

/** One line of the register of distribution and acknowledgement (BM-01-05): a person, a revision, what of it. */
export interface RegisterLine {
  key: string;
  documentId: string;
  revisionId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  issue: number;
  amendment: number;
  officerId: string;
  officerName: string;
  unitVi: string;
  unitEn: string;
  /** Null for the whole text. */
  parts: string[] | null;
  /** Day on which it was theirs to read. */
  given: Day;
  due: Day | null;
  acknowledgedAt: Instant | null;
}

export const linesAPage = 50;

export const lineStates = ['waiting', 'overdue', 'acknowledged'] as const;
export type LineState = (typeof lineStates)[number];

export interface RegisterFilter {
  documentId?: string | undefined;
  officerId?: string | undefined;
  state?: LineState | undefined;
  page: number;
}

/** What an address asks for; what it says wrongly is left out. */
export function acknowledgementFilterOf(url: URL): RegisterFilter {
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const page = Number(asked('page') ?? '1');
  return {
    documentId: asked('document'),
    officerId: asked('officer'),
    state: lineStates.find((state) => state === asked('state')),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function stateOfLine(line: Pick<RegisterLine, 'acknowledgedAt' | 'due'>, today: Day): LineState {
  if (line.acknowledgedAt !== null) return 'acknowledged';
  return line.due !== null && line.due < today ? 'overdue' : 'waiting';
}

/** Overdue belongs to what waits; who has not read comes first, the longest due on top, then the latest signatures. */
export function selected(lines: readonly RegisterLine[], filter: RegisterFilter, today: Day): RegisterLine[] {
  const fits = (line: RegisterLine) => {
    if (filter.documentId !== undefined && line.documentId !== filter.documentId) return false;
    if (filter.officerId !== undefined && line.officerId !== filter.officerId) return false;
    const state = stateOfLine(line, today);
    return (
      filter.state === undefined ||
      state === filter.state ||
      (filter.state === 'waiting' && state === 'overdue')
    );
  };
  return lines.filter(fits).sort(inOrder);
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

function inOrder(a: RegisterLine, b: RegisterLine): number {
  if (a.acknowledgedAt === null || b.acknowledgedAt === null) {
    if (a.acknowledgedAt !== b.acknowledgedAt) return a.acknowledgedAt === null ? -1 : 1;
    return compare(a.due ?? '', b.due ?? '') || byName(a, b);
  }
  return compare(b.acknowledgedAt, a.acknowledgedAt) || byName(a, b);
}

function byName(a: RegisterLine, b: RegisterLine): number {
  return (
    vietnamese.compare(a.code ?? '', b.code ?? '') ||
    vietnamese.compare(a.officerName, b.officerName) ||
    compare(a.key, b.key)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
