import { type Day, dayOf } from '#app/http/clock.ts';
import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { daysOverdue, dueDay, hasEnded } from './due.ts';
import { latestEntry } from './entry.ts';
import type { NonconformityState } from './nonconformity-facts.ts';

export const registerPageSize = 50;

export interface RegisterFilter {
  today: Day;
  state?: string | undefined;
  /** Neither closed nor cancelled. */
  open?: boolean | undefined;
  overdue?: boolean | undefined;
  unitId?: string | undefined;
  source?: string | undefined;
  grade?: string | undefined;
  year?: number | undefined;
  words?: string | undefined;
  page?: number | undefined;
  pageSize?: number | undefined;
}

/** One line of the register (BM-03-02). */
export interface RegisterLine {
  id: string;
  number: string;
  detectedOn: Day;
  source: string;
  unitVi: string;
  unitEn: string;
  statement: string;
  grade: 'minor' | 'major';
  clause: string | null;
  documentCode: string | null;
  personInCharge: string;
  state: NonconformityState;
  recurrenceOf: string | null;
  due: Day | null;
  closedOn: Day | null;
  verifier: string | null;
  daysOpen: number;
  daysOverdue: number;
}

export async function listNonconformities(
  db: Db,
  actor: Actor,
  filter: RegisterFilter,
): Promise<{ rows: RegisterLine[]; total: number; page: number; overdue: number }> {
  authorize(actor, 'nonconformity.read');
  const all = (await readLines(db, actor, filter)).filter((line) => matches(line, filter));
  const pageSize = filter.pageSize ?? registerPageSize;
  const page = Math.max(1, Math.min(filter.page ?? 1, Math.ceil(all.length / pageSize) || 1));
  return {
    rows: all.slice((page - 1) * pageSize, page * pageSize),
    total: all.length,
    page,
    overdue: all.filter((line) => line.daysOverdue > 0).length,
  };
}

async function readLines(db: Db, actor: Actor, filter: RegisterFilter): Promise<RegisterLine[]> {
  let query = db
    .selectFrom('nonconformity')
    .innerJoin('unit', 'unit.id', 'nonconformity.unit_id')
    .innerJoin('officer', 'officer.id', 'nonconformity.person_in_charge_id')
    .leftJoin('document', 'document.id', 'nonconformity.document_id')
    .select([
      'nonconformity.id',
      'nonconformity.number',
      'nonconformity.detected_on as detectedOn',
      'nonconformity.source_kind as source',
      'nonconformity.statement',
      'nonconformity.grade',
      'nonconformity.clause',
      'nonconformity.state',
      'nonconformity.recurrence_of as recurrenceOf',
      'unit.name_vi as unitVi',
      'unit.name_en as unitEn',
      'officer.name as personInCharge',
      'document.code as documentCode',
    ])
    .where('nonconformity.agency_id', '=', actor.agencyId);
  if (filter.state) query = query.where('nonconformity.state', '=', filter.state);
  if (filter.unitId) query = query.where('nonconformity.unit_id', '=', filter.unitId);
  if (filter.source) query = query.where('nonconformity.source_kind', '=', filter.source);
  if (filter.grade) query = query.where('nonconformity.grade', '=', filter.grade);
  if (filter.year) query = query.where('nonconformity.year', '=', filter.year);
  const rows = await query
    .orderBy('nonconformity.year', 'desc')
    .orderBy('nonconformity.sequence', 'desc')
    .limit(20_000)
    .execute();
  const followUp = await followUpOf(db, actor.agencyId);
  return rows.map((row): RegisterLine => {
    const state = row.state as NonconformityState; // the column's check constraint
    const grade = row.grade === 'major' ? 'major' : 'minor';
    const { actions, closedAt, verifier } = followUp(row.id);
    const dated = { state, grade, detectedOn: row.detectedOn, actions } as const;
    const closedOn = closedAt === null ? null : dayOf(closedAt);
    return {
      ...row,
      state,
      grade,
      due: state === 'cancelled' ? null : dueDay(dated),
      closedOn,
      verifier,
      daysOpen: Math.max(0, daysFrom(row.detectedOn, closedOn ?? filter.today)),
      daysOverdue: daysOverdue(dated, filter.today),
    };
  });
}

/** Actions of the latest plan, when it ended, and who verified, for all nonconformities of the agency at once. */
async function followUpOf(db: Db, agencyId: string) {
  const plans = await db
    .selectFrom('nonconformity_entry')
    .leftJoin('officer', 'officer.id', 'nonconformity_entry.entered_by')
    .select(['nonconformity_id', 'kind', 'content', 'entered_at', 'entered_by', 'officer.name'])
    .where('nonconformity_entry.agency_id', '=', agencyId)
    .where('kind', 'in', ['plan', 'verification'])
    .orderBy('entered_at')
    .execute();
  const actions = await db
    .selectFrom('corrective_action')
    .select((eb) => [
      'corrective_action.id',
      'corrective_action.due_on as dueOn',
      eb
        .selectFrom('action_evidence')
        .select((one) => one.fn.countAll().as('count'))
        .whereRef('action_evidence.action_id', '=', 'corrective_action.id')
        .as('proofs'),
    ])
    .where('corrective_action.agency_id', '=', agencyId)
    .execute();
  const ends = await db
    .selectFrom('nonconformity_move')
    .select(['nonconformity_id', 'moved_at'])
    .where('agency_id', '=', agencyId)
    .where('to_state', 'in', ['closed', 'cancelled'])
    .execute();
  const actionOf = new Map(actions.map(({ id, dueOn, proofs }) => [id, { dueOn, done: Number(proofs) > 0 }]));
  const endOf = new Map(ends.map((row) => [row.nonconformity_id, row.moved_at]));
  const entriesOf = new Map<string, typeof plans>();
  for (const entry of plans) {
    const list = entriesOf.get(entry.nonconformity_id) ?? [];
    list.push(entry);
    entriesOf.set(entry.nonconformity_id, list);
  }
  return (id: string) => {
    const entries = entriesOf.get(id) ?? [];
    return {
      actions: (latestEntry(entries, 'plan')?.content.actions ?? []).flatMap(
        (action) => actionOf.get(action) ?? [],
      ),
      closedAt: endOf.get(id) ?? null,
      verifier: entries.filter((entry) => entry.kind === 'verification').at(-1)?.name ?? null,
    };
  };
}

function daysFrom(from: Day, until: Day): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

function matches(line: RegisterLine, filter: RegisterFilter): boolean {
  if (filter.open && hasEnded(line.state)) return false;
  if (filter.overdue && line.daysOverdue === 0) return false;
  const words = fold(filter.words ?? '').trim();
  if (words === '') return true;
  const hay = fold(`${line.number} ${line.statement} ${line.documentCode ?? ''} ${line.personInCharge}`);
  return words.split(/\s+/).every((word) => hay.includes(word));
}
