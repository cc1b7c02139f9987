import { appoint } from '#app/modules/organization/appointments.server.ts';
import { foundAgency } from '#app/modules/organization/founding.server.ts';
import { readModelOffice } from '#app/modules/organization/model-office.server.ts';
import { recordOfficer } from '#app/modules/organization/officer-recording.server.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import type { AccountRole } from '#app/permissions/actor.ts';
import { type Actor, citizenOf } from '#app/permissions/actor.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export const foundedAt = '2026-01-02T01:00:00.000Z';

/** The model ward without persons. */
export async function foundModelWard(db: Db, key = 'phuong-an-binh-dong'): Promise<string> {
  const model = readModelOffice('content');
  return inTransaction(db, (trx) =>
    foundAgency(
      trx,
      {
        key,
        kind: 'ward',
        nameVi: 'UBND phường An Bình Đông',
        nameEn: "People's Committee of An Bình Đông Ward",
        numberSign: 'UBND',
        edition: '2015',
        timeZone: 'Asia/Ho_Chi_Minh',
        legalGround: 'QĐ 19/2014/QĐ-TTg',
        province: { key: 'tinh-nam-giang', nameVi: 'UBND tỉnh Nam Giang', nameEn: 'Nam Giang Province' },
        model,
      },
      foundedAt,
    ),
  );
}

export function staffOf(agencyId: string, role: AccountRole, officerId: string | null = null): Actor {
  return { ...citizenOf(agencyId), accountId: `account-${role}`, officerId, name: 'Cán bộ', roles: [role] };
}

export async function positionIdOf(db: Db, agencyId: string, key: string): Promise<string> {
  const positions = await listPositions(db, staffOf(agencyId, 'quality-officer'), '2026-03-03');
  const position = positions.find((one) => one.key === key);
  if (!position) throw new Error(`no position ${key}`);
  return position.id;
}

/** An officer of the ward who holds a position from a day on. */
export async function officerWhoHolds(
  db: Db,
  agencyId: string,
  officer: { key: string; name: string },
  positionKey: string,
  held: { from?: string; until?: string | null; kind?: 'official' | 'acting'; recordedAt?: string } = {},
): Promise<string> {
  const actor = staffOf(agencyId, 'quality-officer');
  const positionId = await positionIdOf(db, agencyId, positionKey);
  const now = held.recordedAt ?? foundedAt;
  return inTransaction(db, async (trx) => {
    const officerId = await recordOfficer(
      trx,
      actor,
      { key: officer.key, name: officer.name, email: null, validFrom: '2025-07-01' },
      now,
    );
    await appoint(
      trx,
      actor,
      {
        officerId,
        positionId,
        kind: held.kind ?? 'official',
        validFrom: held.from ?? '2025-07-01',
        validUntil: held.until ?? null,
        decision: '',
      },
      now,
    );
    return officerId;
  });
}
