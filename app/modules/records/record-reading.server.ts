import type { Selectable } from 'kysely';
import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { FilledRecordTable } from '#db/schema/records.ts';
import type { Db, Trx } from '#db/schema.ts';
import { mappedOn, mappingOf } from '../organization/on-day-query.server.ts';
import { positionsOfRole } from '../organization/role-mapping.ts';
import { unitOfActor } from './filling.server.ts';

export type FilledRecord = Selectable<FilledRecordTable>;

/** For whom every record is open: they answer for the system, check it, or lead the office. */
const seeAll = ['quality-officer', 'auditor', 'leader', 'system'] as const;

interface Reader {
  all: boolean;
  units: string[];
  /** Keeper roles, with their field, that this person's positions fill today. */
  keeps: { role: string; field: string | null }[];
}

async function readerOf(db: Db | Trx, actor: Actor, day: Day): Promise<Reader> {
  if (seeAll.some((role) => actor.roles.includes(role))) return { all: true, units: [], keeps: [] };
  const own = await unitOfActor(db, actor);
  const units = [...new Set([...actor.unitIds, ...(own ? [own] : [])])];
  const pairs = await db
    .selectFrom('filled_record')
    .select(['keeper_role', 'keeper_field'])
    .distinct()
    .where('agency_id', '=', actor.agencyId)
    .where('keeper_role', 'is not', null)
    .execute();
  const mappings = (await mappedOn(db, actor.agencyId, day).execute()).map(mappingOf);
  const keeps = pairs
    .map((pair) => ({ role: pair.keeper_role ?? '', field: pair.keeper_field }))
    .filter(({ role, field }) =>
      positionsOfRole(role, field, day, mappings).some((position) => actor.positionIds.includes(position)),
    );
  return { all: false, units, keeps };
}

/** The records this person may read: their own, their unit's, those they keep. Everything else is not there. */
export async function readableRecords(db: Db | Trx, actor: Actor, day: Day) {
  authorize(actor, 'record.read');
  const reader = await readerOf(db, actor, day);
  const all = db.selectFrom('filled_record').where('filled_record.agency_id', '=', actor.agencyId);
  const query = reader.all
    ? all
    : all.where((eb) =>
        eb.or([
          eb('filled_record.officer_id', '=', actor.officerId ?? ''),
          ...(reader.units.length > 0 ? [eb('filled_record.unit_id', 'in', reader.units)] : []),
          ...reader.keeps.map(({ role, field }) =>
            eb.and([
              eb('filled_record.keeper_role', '=', role),
              field === null
                ? eb('filled_record.keeper_field', 'is', null)
                : eb('filled_record.keeper_field', '=', field),
            ]),
          ),
        ]),
      );
  return { query };
}

export async function getRecord(
  db: Db | Trx,
  actor: Actor,
  recordId: string,
  day: Day,
): Promise<FilledRecord> {
  const { query } = await readableRecords(db, actor, day);
  const row = await query
    .selectAll('filled_record')
    .where('filled_record.id', '=', recordId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row;
}

/** All versions of a record, the newest first; `content` is null once it was disposed of. */
export async function versionsOf(db: Db | Trx, recordId: string) {
  return db
    .selectFrom('filled_record_version as version')
    .leftJoin('record_content', 'record_content.id', 'version.id')
    .innerJoin('revision', 'revision.id', 'version.revision_id')
    .selectAll('version')
    .select(['record_content.content', 'revision.issue', 'revision.amendment'])
    .where('version.filled_record_id', '=', recordId)
    .orderBy('version.version', 'desc')
    .execute();
}

export async function newestContent(db: Db | Trx, recordId: string) {
  const [newest] = await versionsOf(db, recordId);
  return newest?.content ? { ...newest, content: newest.content } : null;
}

/** The disposals in which a record stands, the newest first. */
export async function disposalsOf(db: Db | Trx, recordId: string) {
  return db
    .selectFrom('disposal_item as item')
    .innerJoin('disposal', 'disposal.id', 'item.disposal_id')
    .leftJoin('disposal_decision as decision', 'decision.disposal_id', 'disposal.id')
    .leftJoin('disposal_minute as minute', 'minute.disposal_id', 'disposal.id')
    .select(['disposal.id', 'disposal.number', 'decision.agreed', 'decision.decision_number'])
    .select(['minute.disposed_on'])
    .where('item.filled_record_id', '=', recordId)
    .orderBy('disposal.year', 'desc')
    .orderBy('disposal.sequence', 'desc')
    .execute();
}

export async function correctionFacts(db: Db | Trx, row: FilledRecord) {
  const disposals = await disposalsOf(db, row.id);
  return {
    maker: row.officer_id,
    disposed: disposals.some((one) => one.disposed_on !== null),
    inOpenDisposal: disposals.some((one) => one.disposed_on === null && one.agreed !== 0),
  };
}

export async function eventsOf(db: Db | Trx, recordId: string) {
  return db
    .selectFrom('record_event as event')
    .innerJoin('officer', 'officer.id', 'event.recorded_by')
    .selectAll('event')
    .select('officer.name as recordedByName')
    .where('event.filled_record_id', '=', recordId)
    .orderBy('event.recorded_at', 'desc')
    .orderBy('event.id')
    .execute();
}

/** The day a record was completed, on the office's calendar. */
export function completedOn(row: Pick<FilledRecord, 'completed_at'>): Day {
  return dayOf(row.completed_at);
}
