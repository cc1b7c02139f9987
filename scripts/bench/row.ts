/** What a row of the table says: our figure, the figure of the peer or the limit, and whether the goal is reached. */
export interface Measured {
  /** What was measured, in a few words. */
  label: string;
  ours: string;
  /** The peer measured in the same rounds, or the limit. */
  against: string;
  /** Ours by the peer's (median of the rounds); null when there was nothing to compare with. */
  ratio: number | null;
  goal: Goal;
  /** What a reader must know to judge the figures. */
  note?: string;
}

export type Goal = { atLeast: number } | { atMost: number };

/** How long and how often a row measures. `brief` is for trying the harness and leaves no trace in the history. */
export interface Effort {
  brief: boolean;
  rounds: number;
  /** Seconds of load on one side in one round. */
  seconds: number;
  /** Share of the full number of texts, documents and files that a row makes for itself. */
  share: number;
}

export interface Row {
  name: string;
  /** Measures; throws when the two sides do not give the same bytes or rows. */
  measure(effort: Effort): Promise<Measured[]>;
}

/** Null where nothing could be compared. */
export function isReached({ ratio, goal }: Measured): boolean | null {
  if (ratio === null) return null;
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}

export function goalInWords(goal: Goal): string {
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}
