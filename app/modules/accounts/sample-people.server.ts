import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Day, Db } from '#db/schema.ts';
import { homeAgency } from './session.server.ts';

/** Accounts of a demonstration, each with one click; only asked for in a data folder that `npm run demo` made. */
export async function listSamplePeople(db: Db, day: Day) {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select([
      'account.id',
      'account.display_name',
      'account.login',
      'account_role.role',
      'account.officer_id',
    ])
    .where('account.disabled_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .orderBy('account.created_at')
    .orderBy('account.login_folded')
    .orderBy('account_role.role')
    .limit(400)
    .execute();
  const held = await db
    .selectFrom(heldOn(db, await homeAgency(db), day).as('held'))
    .innerJoin('position', 'position.id', 'held.position_id')
    .select(['held.officer_id', 'position.name_vi'])
    .orderBy('position.sort')
    .execute();
  const people = new Map<
    string,
    { id: string; name: string; login: string; positions: string[]; roles: string[] }
  >();
  for (const row of rows) {
    const positions = held.filter((one) => one.officer_id === row.officer_id).map((one) => one.name_vi);
    const { id, login, display_name: name } = row;
    const person = people.get(id) ?? { id, name, login, positions, roles: [] };
    person.roles.push(row.role);
    people.set(row.id, person);
  }
  return [...people.values()];
}
