import { createAccount } from '#app/modules/accounts/account.server.ts';
import { openSession } from '#app/modules/accounts/session.server.ts';
import { appoint } from '#app/modules/organization/appointments.server.ts';
import { foundAgency } from '#app/modules/organization/founding.server.ts';
import { readModelOffice } from '#app/modules/organization/model-office.server.ts';
import { recordOfficer } from '#app/modules/organization/officer-recording.server.ts';
import { type AccountRole, accountRoles, systemOf } from '#app/permissions/actor.ts';
import type { Db, Instant } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** Who asks: the citizen, one account of each role alone, and somebody of another agency who holds every role there. */
export const askers = ['citizen', ...accountRoles, 'elsewhere'] as const;
export type Asker = (typeof askers)[number];

/** Officer of the sample ward behind each account that holds one role only. */
const officerOf: Record<AccountRole, string | null> = {
  admin: null,
  leader: 'phuc',
  'quality-officer': 'thao',
  'unit-head': 'trang',
  officer: 'tung',
  auditor: 'hieu',
};

export const otherAgency = {
  key: 'phuong-khac',
  nameVi: 'Ủy ban nhân dân phường Đồng Lúa',
  nameEn: 'People’s Committee of Đồng Lúa Ward',
  officer: 'Kim Văn Ngoại',
} as const;

async function openAccount(
  db: Db,
  agencyId: string,
  input: { login: string; officerId: string | null; roles: AccountRole[] },
  now: Instant,
): Promise<string> {
  return inTransaction(db, (trx) =>
    createAccount(trx, systemOf(agencyId), { ...input, displayName: `Tài khoản ${input.login}` }, now),
  );
}

async function foundOtherAgency(db: Db, now: Instant): Promise<string> {
  const { key, nameVi, nameEn, officer } = otherAgency;
  return inTransaction(db, async (trx) => {
    const agencyId = await foundAgency(
      trx,
      {
        key,
        kind: 'ward',
        nameVi,
        nameEn,
        numberSign: 'UBND',
        edition: '2015',
        timeZone: 'Asia/Ho_Chi_Minh',
        legalGround: null,
        province: null,
        model: readModelOffice('content'),
      },
      now,
    );
    const actor = systemOf(agencyId);
    const officerId = await recordOfficer(
      trx,
      actor,
      { key: 'ngoai', name: officer, email: null, validFrom: '2025-07-01' },
      now,
    );
    const { id: positionId } = await trx
      .selectFrom('position')
      .select('id')
      .where('agency_id', '=', agencyId)
      .where('key', '=', 'chu-tich')
      .executeTakeFirstOrThrow();
    const held = {
      officerId,
      positionId,
      kind: 'official' as const,
      validFrom: '2025-07-01',
      validUntil: null,
    };
    await appoint(trx, actor, { ...held, decision: '1/QĐ-UBND' }, now);
    return agencyId;
  });
}

/** Opens the accounts and gives what opens a session for each asker: a `Cookie` header, or nothing for the citizen. */
export async function peopleOfEachRole(db: Db, agencyId: string, now: Instant) {
  const accounts = new Map<Asker, string>();
  for (const role of accountRoles) {
    const key = officerOf[role];
    const officer = key
      ? await db
          .selectFrom('officer')
          .select('id')
          .where('key', '=', key)
          .where('agency_id', '=', agencyId)
          .executeTakeFirstOrThrow()
      : null;
    const input = { login: `only-${role}`, officerId: officer?.id ?? null, roles: [role] };
    accounts.set(role, await openAccount(db, agencyId, input, now));
  }
  const otherId = await foundOtherAgency(db, now);
  const { id: officerId } = await db
    .selectFrom('officer')
    .select('id')
    .where('agency_id', '=', otherId)
    .executeTakeFirstOrThrow();
  const every = { login: 'elsewhere', officerId, roles: [...accountRoles] };
  accounts.set('elsewhere', await openAccount(db, otherId, every, now));
  return {
    accounts,
    async cookieOf(asker: Asker): Promise<Record<string, string>> {
      const accountId = accounts.get(asker);
      if (!accountId) return {};
      const client = { address: '10.0.0.1', browser: asker };
      const token = await inTransaction(db, (trx) => openSession(trx, accountId, client, now));
      return { Cookie: `session=${token}` };
    },
  };
}
