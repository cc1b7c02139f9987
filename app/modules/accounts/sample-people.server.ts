import type { Db } from '#db/schema.ts';

/** Accounts of a demonstration, each with one click; only asked for in a data folder that `npm run demo` made. */
export async function listSamplePeople(db: Db) {
  const rows = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select(['account.id', 'account.display_name', 'account.login', 'account_role.role'])
    .where('account.disabled_at', 'is', null)
    .where('account_role.ended_at', 'is', null)
    .orderBy('account.created_at')
    .orderBy('account.login_folded')
    .orderBy('account_role.role')
    .limit(400)
    .execute();
  const people = new Map<string, { id: string; name: string; login: string; roles: string[] }>();
  for (const row of rows) {
    const person = people.get(row.id) ?? { id: row.id, name: row.display_name, login: row.login, roles: [] };
    person.roles.push(row.role);
    people.set(row.id, person);
  }
  return [...people.values()];
}
