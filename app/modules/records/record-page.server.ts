import { dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { refusalToCorrect } from './filling.ts';
import { fieldsOf, readContent } from './form-fields.server.ts';
import { refusalToRecordEvent } from './record-event.ts';
import {
  completedOn,
  correctionFacts,
  disposalsOf,
  eventsOf,
  type FilledRecord,
  getRecord,
  versionsOf,
} from './record-reading.server.ts';
import { retentionNow } from './record-type.ts';
import { listRecordTypes } from './record-types.server.ts';
import { lastDayKept, retentionOf, retentionState } from './retention.ts';

/** How long a record is kept, as known today. */
export async function retentionFacts(db: Db, actor: Actor, row: FilledRecord, now: Instant) {
  const today = dayOf(now);
  const types = row.type_document_id ? await listRecordTypes(db, actor, today) : [];
  const type = types.find((one) => one.documentId === row.type_document_id && one.key === row.type_key);
  const retention = retentionOf(row.retention, type ? retentionNow(type) : null);
  const events = await eventsOf(db, row.id);
  const lastDay = lastDayKept(retention, completedOn(row), events[0]?.happened_on ?? null);
  return { type: type ?? null, retention, lastDay, state: retentionState(retention, lastDay, today), events };
}

/** A record as its page and its paper show it; `asked` names a version, else the newest is shown. */
export async function readRecord(
  db: Db,
  actor: Actor,
  recordId: string,
  now: Instant,
  asked: number | null = null,
) {
  const row = await getRecord(db, actor, recordId, dayOf(now));
  const versions = await versionsOf(db, row.id);
  const shown = versions.find((one) => one.version === asked) ?? versions[0];
  const unit = row.unit_id
    ? await db
        .selectFrom('unit')
        .select(['name_vi', 'name_en'])
        .where('id', '=', row.unit_id)
        .executeTakeFirst()
    : undefined;
  const kept = await retentionFacts(db, actor, row, now);
  const { disposed, ...facts } = await correctionFacts(db, row);
  const corrector = { officer: actor.officerId, isQualityOfficer: actor.roles.includes('quality-officer') };
  return {
    row,
    unit: unit ? { vi: unit.name_vi, en: unit.name_en } : null,
    versions: versions.map(({ content: _content, ...version }) => version),
    shown: shown
      ? {
          version: shown.version,
          fields: await fieldsOf(db, shown.revision_id),
          values: shown.content ? readContent(shown.content) : null,
        }
      : null,
    kept,
    disposals: await disposalsOf(db, row.id),
    disposed,
    canCorrect: may(actor, 'record.fill') && refusalToCorrect({ ...facts, disposed }, corrector) === null,
    canNoteEvent:
      may(actor, 'record.note-event') &&
      refusalToRecordEvent({ retention: kept.retention, disposed, completedOn: completedOn(row) }, null) ===
        null,
  };
}
export type ReadRecord = Awaited<ReturnType<typeof readRecord>>;
