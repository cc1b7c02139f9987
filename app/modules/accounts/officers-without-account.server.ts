import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';

/** Officers serving on a day who cannot sign in yet. */
export async function officersWithoutAccount(db: Db, actor: Actor, day: Day) {
  authorize(actor, 'account.maintain');
  const officers = await db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('agency_id', '=', actor.agencyId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('account')
            .select('account.id')
            .whereRef('account.officer_id', '=', 'officer.id')
            .where('account.disabled_at', 'is', null),
        ),
      ),
    )
    .limit(1000)
    .execute();
  const order = new Intl.Collator('vi');
  return officers.sort((a, b) => order.compare(a.name, b.name));
}
