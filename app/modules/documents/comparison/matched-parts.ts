/** Parts of two texts that are the same part by their stable ids. */
export interface MatchedParts<Part> {
  same: readonly { before: Part; after: Part }[];
  added: readonly Part[];
  removed: readonly Part[];
}

/** An id said twice counts once, at its first place; the check refuses such a text anyway. */
export function matchById<Part>(
  before: readonly Part[],
  after: readonly Part[],
  idOf: (part: Part) => string,
  /** Older ids that the newer part stands for. */
  replaces: (part: Part) => readonly string[] = () => [],
): MatchedParts<Part> {
  const old = byId(before, idOf);
  const fresh = byId(after, idOf);
  const taken = new Set([...old.keys()].filter((id) => fresh.has(id)));
  const same: { before: Part; after: Part }[] = [];
  const added: Part[] = [];
  for (const [id, part] of fresh) {
    const from = old.has(id) ? id : replaces(part).find((one) => old.has(one) && !taken.has(one));
    const earlier = from === undefined ? undefined : old.get(from);
    if (from === undefined || earlier === undefined) added.push(part);
    else {
      taken.add(from);
      same.push({ before: earlier, after: part });
    }
  }
  return { same, added, removed: [...old].filter(([id]) => !taken.has(id)).map(([, part]) => part) };
}

function byId<Part>(parts: readonly Part[], idOf: (part: Part) => string): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const part of parts) if (!found.has(idOf(part))) found.set(idOf(part), part);
  return found;
}

/**
 * Which of the matched parts changed places: the fewest that, taken out, leave the rest in the old order. `order` is
 * the old place of each part, in the new order.
 */
export function movedAmong(order: readonly number[]): Set<number> {
  const longest: { length: number; previous: number }[] = [];
  for (const [at, place] of order.entries()) {
    let best = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < at; earlier++) {
      const run = longest[earlier];
      if (run && (order[earlier] ?? 0) < place && run.length + 1 > best.length)
        best = { length: run.length + 1, previous: earlier };
    }
    longest.push(best);
  }
  let at = longest.reduce(
    (best, run, index) => (run.length > (longest[best]?.length ?? 0) ? index : best),
    0,
  );
  const kept = new Set<number>();
  while (at >= 0 && longest[at]) {
    kept.add(at);
    at = longest[at]?.previous ?? -1;
  }
  return new Set([...order.keys()].filter((index) => !kept.has(index)));
}
