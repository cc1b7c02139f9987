import { dayOf } from '#app/http/clock.ts';
import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { readableRecords } from './record-reading.server.ts';

export const recordsPageSize = 50;

export interface RecordFilter {
  words: string;
  form: string;
  year: string;
  page: number;
}

export function recordFilterOf(url: URL): RecordFilter {
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  return {
    words: asked('q'),
    form: asked('form'),
    year: asked('year'),
    page: Math.max(1, Number.parseInt(asked('page'), 10) || 1),
  };
}

/** The records this person may read, the last completed first. */
export async function listRecords(db: Db, actor: Actor, filter: RecordFilter, now: Instant) {
  authorize(actor, 'record.read');
  const { query } = await readableRecords(db, actor, dayOf(now));
  const rows = await query
    .leftJoin('unit', 'unit.id', 'filled_record.unit_id')
    .leftJoin('document as type_document', 'type_document.id', 'filled_record.type_document_id')
    .select(['filled_record.id', 'filled_record.number', 'filled_record.title', 'filled_record.year'])
    .select(['filled_record.form_code as formCode', 'filled_record.officer_name as officerName'])
    .select(['filled_record.completed_at as completedAt', 'filled_record.retention'])
    .select(['unit.name_vi as unitVi', 'unit.name_en as unitEn', 'type_document.code as typeCode'])
    .select((eb) =>
      eb
        .selectFrom('disposal_item as item')
        .innerJoin('disposal_minute as minute', 'minute.disposal_id', 'item.disposal_id')
        .select('minute.disposed_on')
        .whereRef('item.filled_record_id', '=', 'filled_record.id')
        .limit(1)
        .as('disposedOn'),
    )
    .orderBy('filled_record.completed_at', 'desc')
    .orderBy('filled_record.id')
    .limit(10_000)
    .execute();
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const hay = fold(`${row.number} ${row.title} ${row.officerName} ${row.unitVi ?? ''}`);
    const asked =
      (filter.form === '' || row.formCode === filter.form) && words.every((one) => hay.includes(one));
    return asked && (filter.year === '' || String(row.year) === filter.year);
  });
  const page = Math.min(filter.page, Math.max(1, Math.ceil(found.length / recordsPageSize)));
  return {
    rows: found.slice((page - 1) * recordsPageSize, page * recordsPageSize),
    total: found.length,
    page,
    forms: [...new Set(rows.map((row) => row.formCode))].sort(),
    years: [...new Set(rows.map((row) => String(row.year)))],
  };
}
export type RecordLine = Awaited<ReturnType<typeof listRecords>>['rows'][number];
