import { type Day, dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { daysOverdue, dueDay, hasEnded } from './due.ts';
import { latestEntry } from './entry.ts';
import { readCase } from './facts.server.ts';
import { nextStep } from './next-step.ts';
import type { NonconformityState } from './nonconformity-facts.ts';
import { findNonconformity } from './nonconformity-record.server.ts';

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

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

function matches(line: RegisterLine, filter: RegisterFilter): boolean {
  if (filter.open && hasEnded(line.state)) return false;
  if (filter.overdue && line.daysOverdue === 0) return false;
  const words = folded(filter.words ?? '').trim();
  if (words === '') return true;
  const hay = folded(`${line.number} ${line.statement} ${line.documentCode ?? ''} ${line.personInCharge}`);
  return words.split(/\s+/).every((word) => hay.includes(word));
}

export interface Happened {
  at: Instant;
  by: string;
  /** `entry` kinds and `move` target states: message keys under nonconformities.happened. */
  what: string;
  note: string;
}

/** One nonconformity with everything written about it, what is next, and one timeline. */
export async function getNonconformity(db: Db, actor: Actor, name: string, now: Instant) {
  authorize(actor, 'nonconformity.read');
  const row = await findNonconformity(db, actor, name);
  const today = dayOf(now);
  const file = await readCase(db, row, today);
  const unit = await db
    .selectFrom('unit')
    .select(['name_vi as vi', 'name_en as en'])
    .where('id', '=', row.unit_id)
    .executeTakeFirstOrThrow();
  const names = await officerNames(db, actor.agencyId);
  const dated = {
    state: row.state,
    grade: row.grade,
    detectedOn: row.detected_on,
    actions: file.actions.map((action) => ({ dueOn: action.dueOn, done: action.evidence.length > 0 })),
  };
  const timeline = await happenings(db, row, names);
  return {
    row,
    ...file,
    unit,
    document: await documentOf(db, row),
    source: await sourceOf(db, row),
    names,
    next: nextStep(file.facts),
    due: hasEnded(row.state) ? null : dueDay(dated),
    daysOverdue: daysOverdue(dated, today),
    timeline,
  };
}
export type NonconformityRead = Awaited<ReturnType<typeof getNonconformity>>;

async function officerNames(db: Db, agencyId: string): Promise<Record<string, string>> {
  const officers = await db
    .selectFrom('officer')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .execute();
  return Object.fromEntries(officers.map(({ id, name }) => [id, name]));
}

async function documentOf(
  db: Db,
  row: { document_id: string | null; revision_id: string | null; step_key: string | null },
) {
  if (row.document_id === null) return null;
  const document = await db
    .selectFrom('document')
    .select(['id', 'code', 'claimed_code'])
    .where('id', '=', row.document_id)
    .executeTakeFirst();
  const step =
    row.revision_id && row.step_key
      ? await db
          .selectFrom('step')
          .select('title')
          .where('revision_id', '=', row.revision_id)
          .where('key', '=', row.step_key)
          .executeTakeFirst()
      : undefined;
  return document
    ? { id: document.id, code: document.code ?? document.claimed_code ?? '', step: step?.title ?? null }
    : null;
}

/** The checklist a row of which opened it. */
async function sourceOf(db: Db, row: { source_kind: string; source_id: string | null }) {
  if (row.source_kind !== 'checklist' || row.source_id === null) return null;
  const found = await db
    .selectFrom('checklist_item')
    .innerJoin('checklist', 'checklist.id', 'checklist_item.checklist_id')
    .select(['checklist.id', 'checklist.number', 'checklist_item.id as itemId'])
    .where('checklist_item.id', '=', row.source_id)
    .executeTakeFirst();
  return found ?? null;
}

async function happenings(
  db: Db,
  row: { id: string; created_at: Instant; created_by: string; statement: string },
  names: Record<string, string>,
): Promise<Happened[]> {
  const moves = await db
    .selectFrom('nonconformity_move')
    .select(['to_state', 'reason', 'moved_at', 'moved_by'])
    .where('nonconformity_id', '=', row.id)
    .execute();
  const entries = await db
    .selectFrom('nonconformity_entry')
    .select(['kind', 'content', 'entered_at', 'entered_by'])
    .where('nonconformity_id', '=', row.id)
    .execute();
  const proofs = await db
    .selectFrom('action_evidence')
    .innerJoin('corrective_action', 'corrective_action.id', 'action_evidence.action_id')
    .select(['corrective_action.what', 'action_evidence.evidence', 'entered_at', 'entered_by'])
    .where('corrective_action.nonconformity_id', '=', row.id)
    .execute();
  const who = (id: string) => names[id] ?? '';
  const all: (Happened & { rank: number })[] = [
    { at: row.created_at, by: who(row.created_by), what: 'opened', note: row.statement, rank: 0 },
    ...entries.map((entry) => ({
      at: entry.entered_at,
      by: who(entry.entered_by),
      what: `entry-${entry.kind}`,
      note: gist(entry),
      rank: 1,
    })),
    ...proofs.map((proof) => ({
      at: proof.entered_at,
      by: who(proof.entered_by),
      what: 'evidence',
      note: `${proof.what} — ${proof.evidence}`,
      rank: 2,
    })),
    ...moves.map((move) => ({
      at: move.moved_at,
      by: who(move.moved_by),
      what: `move-${move.to_state}`,
      note: '',
      rank: 3,
    })),
  ];
  return all
    .sort((a, b) => (a.at === b.at ? a.rank - b.rank : a.at < b.at ? -1 : 1))
    .map(({ rank: _, ...happened }) => happened);
}

/** The sentence of an entry worth reading in a list; the rest stands in its own place on the page. */
function gist(entry: { kind: string; content: string; entered_at: string; entered_by: string }): string {
  const content: Record<string, unknown> = JSON.parse(entry.content); // written by `enter` only
  const words = ['what', 'text', 'rootCause', 'reason', 'opinion', 'findings'].map((key) => content[key]);
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? '';
}
