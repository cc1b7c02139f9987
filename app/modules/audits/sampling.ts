/** A sample that anyone draws again from the same seed: start and gap over an ordered list (systematic sampling). */
export interface SamplePlan {
  count: number;
  /** Place of the first one taken, from 1 to `gap`. */
  start: number;
  /** Every how many one is taken. */
  gap: number;
}

export const largestSeed = 2_147_483_647;

export function isSeed(seed: number): boolean {
  return Number.isInteger(seed) && seed >= 0 && seed <= largestSeed;
}

/** Numbers between 0 and 1 that follow from seed and name alone (mulberry32 over an FNV-1a hash). */
export function numbersFrom(seed: number, name: string): () => number {
  let state = 2_166_136_261 ^ seed;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `name` keeps samples of different documents apart; all steps of one document follow the same files. */
export function samplePlan(seed: number, name: string, count: number, widest: number): SamplePlan {
  const next = numbersFrom(seed, name);
  const gap = 3 + Math.floor(next() * (widest - 2));
  return { count, gap, start: 1 + Math.floor(next() * gap) };
}
