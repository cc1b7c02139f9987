import type { Selectable } from 'kysely';
import { invite } from '#app/modules/accounts/invitation.server.ts';
import { actorOfAccount, homeAgency, openSession } from '#app/modules/accounts/session.server.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import type { Database, Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { filledPath, routesOnPaper } from '#tests/harness/routes-on-paper.ts';
import { samplePlaces } from '#tests/harness/sample-places.ts';
import { openSampleWard } from '#tests/harness/sample-ward.ts';
import { startTestServer } from '#tests/http/test-server.ts';

type Named = 'officer' | 'unit' | 'position';

/** The sample ward on its real server, with the questions by which a row finds the thing it is about. */
export async function openWard() {
  const { ward, clock, close } = await openSampleWard();
  const { db } = ward;
  const agencyId = await homeAgency(db);
  const places = await samplePlaces(db, agencyId);
  const paths = new Map((await routesOnPaper()).map(({ id, path }) => [id, path]));
  const server = await startTestServer({ installation: ward, clock });
  const accountOf = (login: string) =>
    db.selectFrom('account').select('id').where('login_folded', '=', login).executeTakeFirstOrThrow();
  /** The id of our row that looks like this. */
  async function find<T extends keyof Database & string>(
    table: T,
    like: Partial<Selectable<Database[T]>>,
  ): Promise<string> {
    // Every table that is asked has an id and an agency; the compiler cannot know it of a name in a variable.
    let query = db
      .selectFrom(table as 'document')
      .select('id')
      .where('agency_id', '=', agencyId);
    for (const [column, value] of Object.entries(like))
      query =
        value === null
          ? query.where(column as 'id', 'is', null)
          : query.where(column as 'id', '=', value as string);
    const found = await query.orderBy('id').executeTakeFirst();
    if (!found) throw new Error(`The ward has no ${table} with ${JSON.stringify(like)}`);
    return found.id;
  }
  return {
    db,
    url: server.url,
    log: server.log,
    agencyId,
    find,
    pathOf: (id: string) => filledPath(paths.get(id) ?? '', places(id)),
    idOf: async (table: Named, key: string) =>
      (
        await db
          .selectFrom(table)
          .select('id')
          .where('key', '=', key)
          .where('agency_id', '=', agencyId)
          .executeTakeFirstOrThrow()
      ).id,
    /** The person acts by the real command, where a row needs what would take many forms. */
    async by<T>(login: string, act: (trx: Trx, actor: Actor, now: Instant) => Promise<T>): Promise<T> {
      const account = await db
        .selectFrom('account')
        .select(['id', 'agency_id', 'officer_id', 'display_name'])
        .where('login_folded', '=', login)
        .executeTakeFirstOrThrow();
      const actor = await actorOfAccount(db, account, clock.now(), null);
      return inTransaction(db, (trx) => act(trx, actor, clock.now()));
    },
    async invitation(login: string): Promise<string> {
      const { id } = await accountOf(login);
      return inTransaction(db, (trx) => invite(trx, systemOf(agencyId), id, clock.now()));
    },
    /** A new one each time, for an act may end it. */
    async session(login: string): Promise<string> {
      const { id } = await accountOf(login);
      return inTransaction(db, (trx) =>
        openSession(trx, id, { address: '10.0.0.1', browser: 'test' }, clock.now()),
      );
    },
    async journal(): Promise<{ seq: number; action: string }[]> {
      return db
        .selectFrom('journal_entry')
        .select(['seq', 'action'])
        .orderBy('seq', 'desc')
        .limit(20)
        .execute();
    },
    close: async () => {
      await server.close();
      await close();
    },
  };
}

export type Ward = Awaited<ReturnType<typeof openWard>>;
