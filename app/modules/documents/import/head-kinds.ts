/** What a column of a table holds, and where it stands. */
export type HeadKind =
  | 'number'
  | 'title'
  | 'work'
  | 'role'
  | 'support'
  | 'time'
  | 'result'
  | 'note'
  | 'name'
  | 'keeper'
  | 'retention';

export interface Column<Kind extends string> {
  kind: Kind | null;
  /** Heads from the top down, each cell once: `Thời gian – Có xác minh`. */
  title: string;
  /** Grid columns; neighbours under one merged head of the same kind stand together. */
  from: number;
  to: number;
}

export interface Headed<Kind extends string> {
  columns: Column<Kind>[];
  firstHeadRow: number;
  firstBodyRow: number;
}
