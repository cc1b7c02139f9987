import { goneHash, sectionPart, stepPart, type TextPart } from './text-parts.ts';

/** A released revision as far as its reading goes. */
export interface ReadRevision {
  parts: readonly TextPart[];
  /** Role keys with a duty, by step key. */
  duties: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of one officer in one document: the hashes under which they have acknowledged each part. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** What one officer is asked to read of a revision. */
export interface Asked {
  /** They have read nothing of the document yet: all of it. */
  whole: boolean;
  /** Part keys in the order of the text, those that are gone at the end; empty where nothing is asked. */
  parts: string[];
}

/** Sections whose own words bind every step: which cases there are and within which limits, and what a dossier holds. */
const binding = new Set(['pham-vi', 'noi-dung'].map(sectionPart));

/**
 * What an officer who fills some roles is asked to acknowledge of a revision, given what they have acknowledged. The
 * first reading is of the whole. After it only what touches their duties and does not say what they have read: the
 * steps they have a duty in, those they had one in before (`base`, the revision this one replaces) and the sections
 * that bind every step. The same words are never asked twice.
 */
export function partsAsked(
  revision: ReadRevision,
  base: ReadRevision | null,
  roles: ReadonlySet<string>,
  known: Known,
): Asked {
  const own = stepsOf(revision, roles);
  const lost = base ? lostSteps(revision, base, own, roles, known) : [];
  if (own.size === 0 && lost.length === 0) return { whole: false, parts: [] };
  if (known.size === 0) return { whole: true, parts: revision.parts.map((part) => part.key) };
  const touching = new Set([...own, ...lost]);
  const parts = revision.parts
    .filter(({ key }) => touching.has(key) || (own.size > 0 && binding.has(key)))
    .filter((part) => !known.get(part.key)?.has(part.hash))
    .map((part) => part.key);
  const there = new Set(revision.parts.map((part) => part.key));
  const gone = lost.filter((key) => !there.has(key) && !known.get(key)?.has(goneHash));
  return { whole: false, parts: [...parts, ...gone] };
}

/** Part keys of the steps in which the roles have a duty. */
function stepsOf(revision: ReadRevision, roles: ReadonlySet<string>): Set<string> {
  const own = new Set<string>();
  for (const [step, named] of revision.duties)
    if ([...named].some((role) => roles.has(role))) own.add(stepPart(step));
  return own;
}

/** Steps the officer knew as their own and that this revision took from them. */
function lostSteps(
  revision: ReadRevision,
  base: ReadRevision,
  own: ReadonlySet<string>,
  roles: ReadonlySet<string>,
  known: Known,
): string[] {
  const hashes = new Map(revision.parts.map((part) => [part.key, part.hash]));
  const before = stepsOf(base, roles);
  return base.parts
    .filter((part) => before.has(part.key) && !own.has(part.key) && known.has(part.key))
    .filter((part) => hashes.get(part.key) !== part.hash)
    .map((part) => part.key);
}

/** What somebody knows who has acknowledged these parts too. A part the revision does not have is known to be gone. */
export function knowing(known: Known, revision: ReadRevision, keys: readonly string[]): Known {
  const hashes = new Map(revision.parts.map((part) => [part.key, part.hash]));
  const more = new Map([...known].map(([key, set]) => [key, new Set(set)]));
  for (const key of keys) {
    const set = more.get(key) ?? new Set<string>();
    more.set(key, set.add(hashes.get(key) ?? goneHash));
  }
  return more;
}

/** Part keys that a row of the record stands for: bare section ids are of the time of whole acknowledgements. */
export function partsOfRow(sections: readonly string[], revision: ReadRevision): string[] {
  const bare = sections.some((key) => !key.includes(':'));
  return bare ? revision.parts.map((part) => part.key) : [...sections];
}

/**
 * What an officer is asked for of the released revisions of one document, in the order they take effect. A later one
 * asks only for what the earlier ones will not have told.
 */
export function askedInTurn<Revision extends ReadRevision & { base: ReadRevision | null }>(
  revisions: readonly Revision[],
  roles: ReadonlySet<string>,
  known: Known,
): { revision: Revision; asked: Asked }[] {
  let told = known;
  return revisions.map((revision) => {
    const asked = partsAsked(revision, revision.base, roles, told);
    told = knowing(told, revision, asked.parts);
    return { revision, asked };
  });
}
