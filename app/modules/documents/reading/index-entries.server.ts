import { dialectOf } from '#db/dialects/dialect.ts';
import { type AskedTerms, agencyTerm, type Place, placeTerm } from '../../search/words.ts';
import type { Reader } from './visible-entries.server.ts';

/** Entries looked at for one place and spelling; words that find more are too common to tell anything apart. */
export const mostEntries = 200;

/** Ids of the entries of the reader's agency that hold all the terms, newest first unless any order will do. */
export async function entriesWith(
  { db, actor }: Reader,
  asked: AskedTerms,
  how: { place?: Place; before?: number | null; limit?: number; inAnyOrder?: boolean },
): Promise<number[]> {
  if (asked.terms.length === 0 && asked.prefix === null) return [];
  const { place, before = null, limit = mostEntries, inAnyOrder = false } = how;
  const own = place ? [agencyTerm(actor.agencyId), placeTerm(place)] : [agencyTerm(actor.agencyId)];
  const terms = [...own, ...asked.terms];
  return dialectOf(db).findEntries(db, { terms, prefix: asked.prefix, before, limit, inAnyOrder });
}
