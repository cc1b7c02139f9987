export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export interface Compared {
  ours: number;
  peer: number;
  ratio: number;
}

/**
 * Measures both sides in turns, the first one changing with each round, so that what disturbs the machine disturbs
 * both. The ratio is the median of the rounds' own ratios.
 */
export async function inRounds(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<Compared> {
  const figures: Compared[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const oursFirst = round % 2 === 0;
    const early = await (oursFirst ? ours : peer)();
    const late = await (oursFirst ? peer : ours)();
    const pair = oursFirst ? { ours: early, peer: late } : { ours: late, peer: early };
    figures.push({ ...pair, ratio: pair.ours / pair.peer });
  }
  return {
    ours: median(figures.map((one) => one.ours)),
    peer: median(figures.map((one) => one.peer)),
    ratio: median(figures.map((one) => one.ratio)),
  };
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** `4.18 ms`, `812 ms`, `1.52 s`. */
export function inTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds.toFixed(milliseconds < 20 ? 2 : 0)} ms`;
}
