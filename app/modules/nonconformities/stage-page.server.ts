import { type Day, dayOf } from '#app/http/clock.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { listOfficers } from '../organization/officers.server.ts';
import { listUnits } from '../organization/units.server.ts';
import { latestEntry } from './entry.ts';
import { type Handled, type Handler, isHandler } from './handling.ts';
import { doersOf, type NonconformityFacts } from './nonconformity-facts.ts';
import { handledOf, handlerOf } from './nonconformity-record.server.ts';
import { isOffered } from './offer.ts';
import { getNonconformity } from './reading.server.ts';
import { refusalToOpen, type Stage } from './stage-refusal.ts';

/** Everything the pages of one nonconformity show, for this reader. */
export async function readCasePage(db: Db, actor: Actor, name: string, now: Instant) {
  const read = await getNonconformity(db, actor, name, now);
  const { row, entries, actions, facts, names, revises } = read;
  const who = (id: string | null | undefined) => (id ? (names[id] ?? '') : '');
  const correction = latestEntry(entries, 'correction');
  const cause = latestEntry(entries, 'cause');
  const openOwners = actions.filter((action) => action.evidence.length === 0).map((one) => one.ownerId);
  const handled = handledOf(row);
  const handler = handlerOf(actor);
  const doers = doersOf(facts);
  const offered = (step: Parameters<typeof isOffered>[0]) =>
    isOffered(step, actor, handler, handled, { openOwners, doers });
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    grade: row.grade,
    statement: row.statement,
    requirement: row.requirement,
    evidence: row.evidence,
    recurrenceOf: row.recurrence_of,
    detectedOn: row.detected_on,
    detectedBy: who(row.detected_by),
    personInChargeId: row.person_in_charge_id,
    personInCharge: who(row.person_in_charge_id),
    unit: read.unit,
    document: read.document,
    source: { kind: row.source_kind, checklist: read.source },
    due: read.due,
    daysOverdue: read.daysOverdue,
    today: dayOf(now),
    next: read.next,
    nextWho: {
      people: [...new Set(openOwners.map((id) => who(id)))],
      inCharge: who(row.person_in_charge_id),
    },
    offered: offered(read.next),
    refusals: refusalsOf(facts, handled, handler, dayOf(now)),
    canPlanAgain: row.state === 'analysed' && read.next === 'plan-approval' && isHandler(handled, handler),
    canCancel: may(actor, 'nonconformity.cancel') && row.state !== 'closed' && row.state !== 'cancelled',
    correction: correction && { ...correction.content, doneBy: who(correction.content.doneBy) },
    consequences: latestEntry(entries, 'consequence')?.content.text ?? null,
    need: latestEntry(entries, 'need-for-action')?.content ?? null,
    cause: cause?.content ?? null,
    similarCases: latestEntry(entries, 'similar-cases')?.content.text ?? null,
    verification: latestEntry(entries, 'verification')?.content ?? null,
    effectiveness: latestEntry(entries, 'effectiveness')?.content ?? null,
    actions: actions.map((action, at) => ({
      id: action.id,
      what: action.what,
      ownerId: action.ownerId,
      owner: who(action.ownerId),
      dueOn: action.dueOn,
      late: action.evidence.length === 0 && action.dueOn < dayOf(now),
      revises: revises[at] ?? null,
      proofs: action.evidence.map((one) => ({ ...one, enteredBy: who(one.enteredBy) })),
      mayProve:
        (row.state === 'plan-approved' || row.state === 'in-progress') &&
        (action.ownerId === actor.officerId || offered('evidence')),
    })),
    timeline: read.timeline,
  };
}
export type CasePage = Awaited<ReturnType<typeof readCasePage>>;

function refusalsOf(facts: NonconformityFacts, handled: Handled, handler: Handler, today: Day) {
  const of = (stage: Stage) => refusalToOpen(stage, facts, handled, handler, today);
  return {
    acceptance: of('acceptance'),
    correction: of('correction'),
    plan: of('plan'),
    'plan-approval': of('plan-approval'),
    verification: of('verification'),
  };
}

/** People and units to choose from. */
export async function readChoices(db: Db, actor: Actor, now: Instant) {
  const today = dayOf(now);
  const { officers } = await listOfficers(db, actor, today, { pageSize: 1000 });
  const units = await listUnits(db, actor, today);
  return {
    officers: officers.map(({ id, name, positions }) => ({
      id,
      name,
      positionVi: positions[0]?.nameVi ?? '',
      positionEn: positions[0]?.nameEn ?? '',
    })),
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
  };
}
export type Choices = Awaited<ReturnType<typeof readChoices>>;
