import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '#db/migrations/all.ts';
import { migrate } from '#db/migrator.ts';
import type { Db } from '#db/schema.ts';
import { openEmptyDatabase } from '#tests/database.ts';

const now = '2026-03-02T01:00:00.000Z';

/** An office as it was before acknowledgement by section: one officer has acknowledged one revision, whole. */
async function officeOfBefore(db: Db): Promise<void> {
  await migrate(db, now, { migrations: migrations.filter((migration) => migration.version < 9) });
  await sql`insert into agency (id, key, kind, name_vi, name_en, time_zone, number_sign, edition, valid_from, recorded_at)
    values ('a', 'phuong', 'ward', 'Phường', 'Ward', 'Asia/Ho_Chi_Minh', 'UBND', '2015', '2025-07-01', ${now})`.execute(
    db,
  );
  await sql`insert into officer (id, agency_id, key, name, valid_from, recorded_at)
    values ('o', 'a', 'tam', 'Lê Minh Tâm', '2025-07-01', ${now})`.execute(db);
  await sql`insert into document (id, agency_id, kind, created_at, created_by)
    values ('d', 'a', 'procedure', ${now}, 'o')`.execute(db);
  await sql`insert into revision (id, agency_id, document_id, number, issue, amendment, language, state, title_vi, kind,
      is_public, confidentiality, review_interval, source, source_sha256, change_summary, legal_ground, version, origin,
      findings, created_at, created_by)
    values ('r', 'a', 'd', 1, 1, 0, 'vi', 'released', 'Quy trình', 'procedure', 1, 'public', 'P12M', '', 'h', '', '', 1, '{}',
      '[]', ${now}, 'o')`.execute(db);
  await acknowledge(db, 'k1');
}

function acknowledge(db: Db, id: string) {
  return sql`insert into acknowledgement (id, agency_id, revision_id, officer_id, sections, content_sha256, acknowledged_at)
    values (${id}, 'a', 'r', 'o', '["muc-dich"]', 'h', ${now})`.execute(db);
}

test('acknowledgements of before are kept as they are, and may be followed by others of the same revision', async () => {
  const { db, close } = await openEmptyDatabase();
  try {
    await officeOfBefore(db);
    const before = await db.selectFrom('acknowledgement').selectAll().execute();
    await expect(acknowledge(db, 'k2')).rejects.toThrow();
    await migrate(db, now);
    expect(await db.selectFrom('acknowledgement').selectAll().execute()).toEqual(before);
    await acknowledge(db, 'k2');
    await expect(db.updateTable('acknowledgement').set({ sections: '[]' }).execute()).rejects.toThrow(
      /append-only/,
    );
    await expect(db.deleteFrom('acknowledgement').execute()).rejects.toThrow(/never deleted/);
    const noted = await db
      .selectFrom('touched')
      .select('row_id')
      .where('table_name', '=', 'acknowledgement')
      .execute();
    expect(noted.map((row) => row.row_id).sort()).toEqual(['k1', 'k2']);
  } finally {
    await close();
  }
});
