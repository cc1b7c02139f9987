import type { Day } from '#app/http/clock.ts';
import type { Db, Trx } from '#db/schema.ts';
import { waitingOn } from '../documents/acknowledgement/waiting.server.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { type Entry, latestEntry } from './entry.ts';
import type { Check, NonconformityFacts, PlannedAction } from './nonconformity-facts.ts';
import type { Nonconformity } from './nonconformity-record.server.ts';

export interface RecordedAction {
  id: string;
  what: string;
  ownerId: string;
  dueOn: Day;
  revisesDocumentId: string | null;
  plannedAt: string;
  plannedBy: string;
  evidence: { evidence: string; doneOn: Day; enteredAt: string; enteredBy: string }[];
}

export interface CaseFile {
  facts: NonconformityFacts;
  entries: Entry[];
  /** The plan as it stands: actions done before and those still to do. */
  actions: RecordedAction[];
  /** `actions` in the same order as `facts.actions`, with what they revise. */
  revises: ((PlannedAction['revises'] & { documentId: string }) | null)[];
}

/** All that was written about a nonconformity, and what the rules read from it. */
export async function readCase(db: Db | Trx, row: Nonconformity, today: Day): Promise<CaseFile> {
  const entries = await db
    .selectFrom('nonconformity_entry')
    .select(['kind', 'content', 'entered_at', 'entered_by'])
    .where('nonconformity_id', '=', row.id)
    .orderBy('entered_at')
    .execute();
  const actions = await plannedActions(db, row, latestEntry(entries, 'plan')?.content.actions ?? []);
  const revises: CaseFile['revises'] = [];
  for (const action of actions) revises.push(await revisionState(db, row.agency_id, action, today));
  const waitingSince = await lastComeToCheck(db, row.id);
  return { entries, actions, revises, facts: factsFrom(row, entries, actions, revises, waitingSince) };
}

function factsFrom(
  row: Nonconformity,
  entries: Entry[],
  actions: RecordedAction[],
  revises: CaseFile['revises'],
  waitingSince: string,
): NonconformityFacts {
  const correction = latestEntry(entries, 'correction');
  const need = latestEntry(entries, 'need-for-action');
  const cause = latestEntry(entries, 'cause');
  const checks = entries.filter((entry) => entry.entered_at >= waitingSince);
  const verification = latestEntry(checks, 'verification');
  const effectiveness = latestEntry(checks, 'effectiveness');
  const check = (entry: { content: { findings: string }; by: string }): Check => ({
    by: entry.by,
    findings: entry.content.findings,
  });
  return {
    state: row.state,
    grade: row.grade,
    recurring: row.recurrence_of !== null,
    statement: row.statement,
    requirement: row.requirement,
    evidence: row.evidence,
    personInCharge: row.person_in_charge_id,
    correction: correction?.content ?? null,
    consequences: latestEntry(entries, 'consequence')?.content.text ?? '',
    needForAction: need && { ...need.content, decidedBy: need.by },
    cause: cause && {
      method: cause.content.method,
      rootCause: cause.content.rootCause,
      similarCases: latestEntry(entries, 'similar-cases')?.content.text ?? '',
    },
    actions: actions.map((action, at) => ({
      what: action.what,
      owner: action.ownerId,
      dueOn: action.dueOn,
      evidenceBy: action.evidence.map((one) => one.enteredBy),
      revises: revises[at] ?? null,
    })),
    verification: verification && check(verification),
    effectiveness: effectiveness && {
      ...check(effectiveness),
      effective: effectiveness.content.effective,
    },
  };
}

/** Later than everything while it has never come to the check, so that no check counts. */
async function lastComeToCheck(db: Db | Trx, id: string): Promise<string> {
  const move = await db
    .selectFrom('nonconformity_move')
    .select('moved_at')
    .where('nonconformity_id', '=', id)
    .where('to_state', '=', 'waiting-for-check')
    .orderBy('moved_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return move?.moved_at ?? '9999-12-31T23:59:59.999Z';
}

/** Actions of the latest plan in its order. */
async function plannedActions(
  db: Db | Trx,
  row: Nonconformity,
  plan: readonly string[],
): Promise<RecordedAction[]> {
  const rows = await db
    .selectFrom('corrective_action')
    .selectAll()
    .where('nonconformity_id', '=', row.id)
    .execute();
  const evidence = await db
    .selectFrom('action_evidence')
    .innerJoin('corrective_action', 'corrective_action.id', 'action_evidence.action_id')
    .select([
      'action_evidence.action_id',
      'action_evidence.evidence',
      'action_evidence.done_on as doneOn',
      'action_evidence.entered_at as enteredAt',
      'action_evidence.entered_by as enteredBy',
    ])
    .where('corrective_action.nonconformity_id', '=', row.id)
    .orderBy('action_evidence.entered_at')
    .execute();
  return plan.flatMap((id): RecordedAction[] => {
    const action = rows.find((one) => one.id === id);
    if (!action) return [];
    return [
      {
        id,
        what: action.what,
        ownerId: action.owner_id,
        dueOn: action.due_on,
        revisesDocumentId: action.revises_document_id,
        plannedAt: action.planned_at,
        plannedBy: action.planned_by,
        evidence: evidence.filter((one) => one.action_id === id).map(({ action_id: _, ...one }) => one),
      },
    ];
  });
}

/** How far a newer revision of the named document has come: released after the plan, in force, read by all it touches. */
async function revisionState(db: Db | Trx, agencyId: string, action: RecordedAction, today: Day) {
  if (action.revisesDocumentId === null) return null;
  const documentId = action.revisesDocumentId;
  const document = await db
    .selectFrom('document')
    .select(['code', 'claimed_code'])
    .where('id', '=', documentId)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  const code = document?.code ?? document?.claimed_code ?? '…';
  const newer = await db
    .selectFrom(inForceOn(db, agencyId, today).as('current'))
    .innerJoin('release', 'release.id', 'current.release_id')
    .select('current.revision_id')
    .where('current.document_id', '=', documentId)
    .where('release.released_at', '>', action.plannedAt)
    .executeTakeFirst();
  if (!newer) return { documentId, code, newerInForce: false, acknowledged: false };
  const waiting = await waitingOn(db, agencyId, today, { documentIds: [documentId] });
  const acknowledged = !waiting.some((one) => one.revision.revisionId === newer.revision_id);
  return { documentId, code, newerInForce: true, acknowledged };
}
