import { noteCurrency } from '#app/modules/documents/currency/currency.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { type Clock, dayOf } from './clock.ts';

/**
 * What a new day brings by itself, once a day of the office: laws that begin or end today and the tasks that follow.
 * Screens compute the same from the days; a day that is missed is made up on the next.
 */
export function dailyWork(db: Db, clock: Clock): () => Promise<void> {
  let done: Day | null = null;
  return async () => {
    const today = dayOf(clock.now());
    if (done === today) return;
    const offices = await db.selectFrom('document').select('agency_id').distinct().execute();
    for (const office of offices)
      await inTransaction(db, (trx) => noteCurrency(trx, systemOf(office.agency_id), clock.now()));
    done = today;
  };
}
