import { createAccount } from '#app/modules/accounts/account.server.ts';
import { acceptInvitation, invite, issueFirstAdminLink } from '#app/modules/accounts/invitation.server.ts';
import { hashPassword } from '#app/modules/accounts/password.server.ts';
import { actorOf, openSession } from '#app/modules/accounts/session.server.ts';
import { signIn } from '#app/modules/accounts/sign-in.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import type { AccountRole, Actor } from '#app/permissions/actor.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard } from '#tests/modules/organization/model-ward.ts';

export const start = '2026-03-02T01:00:00.000Z';
export const password = 'Sông Nhuệ mùa nước lên 27';
export const near = { address: '10.0.0.7', browser: 'Firefox' };
export const far = { address: '10.0.0.99', browser: 'Firefox' };

export function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** A ward whose first administrator, Bách, has used the one-time link of the first start. */
export class WardAccounts {
  private adminId = '';

  private constructor(
    readonly database: TestDatabase,
    readonly agencyId: string,
  ) {}

  static async open(): Promise<WardAccounts> {
    const database = await openTestDatabase();
    const ward = new WardAccounts(database, await foundModelWard(database.db));
    const token = await inTransaction(ward.db, (trx) => issueFirstAdminLink(trx, ward.agencyId, start));
    ward.adminId = await ward.accept(token, { login: 'bach', displayName: 'Tạ Xuân Bách' });
    return ward;
  }

  get db(): Db {
    return this.database.db;
  }

  async accept(
    token: string,
    person: { login?: string; displayName?: string; password?: string } = {},
    now = start,
  ): Promise<string> {
    const chosen = person.password ?? password;
    const acceptance = {
      token,
      passwordHash: await hashPassword(chosen),
      password: chosen,
      login: person.login ?? '',
      displayName: person.displayName ?? '',
    };
    return inTransaction(this.db, (trx) => acceptInvitation(trx, acceptance, now));
  }

  /** The administrator as the database knows them. */
  async admin(now = start): Promise<Actor & { accountId: string }> {
    const token = await inTransaction(this.db, (trx) => openSession(trx, this.adminId, near, now));
    const actor = await actorOf(this.db, token, now);
    if (!actor.accountId) throw new Error('The administrator is not signed in.');
    return { ...actor, accountId: actor.accountId };
  }

  /** An account whose holder has set a password by the one-time link. */
  async person(
    login: string,
    roles: AccountRole[],
    now = start,
    officerId: string | null = null,
  ): Promise<string> {
    const admin = await this.admin(now);
    const id = await inTransaction(this.db, (trx) =>
      createAccount(trx, admin, { login, displayName: `Cán bộ ${login}`, officerId, roles }, now),
    );
    const token = await inTransaction(this.db, (trx) => invite(trx, admin, id, now));
    await this.accept(token, {}, now);
    return id;
  }

  signIn(login: string, secret: string, client = near, now = start): Promise<string> {
    return signIn(this.db, { login, password: secret, ...client }, now);
  }

  actor(token: string, now = start): Promise<Actor> {
    return actorOf(this.db, token, now);
  }

  async isSignedIn(token: string, now = start): Promise<boolean> {
    return (await this.actor(token, now)).accountId !== null;
  }

  async journalFaults(): Promise<string[]> {
    const { faults } = await verifyJournal(this.db, { heads: [], readFile: async () => null });
    return faults.map((fault) => `${fault.object}: ${fault.message}`);
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
