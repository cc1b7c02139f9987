import { type Day, dayOf } from '#app/http/clock.ts';
import { workingCalendar } from '#app/modules/organization/working-calendar.server.ts';
import { addWorkingDays } from '#app/modules/organization/working-days.ts';
import type { Db, Trx } from '#db/schema.ts';
import { type AskedRevision, askedRevisions } from './asked-revisions.server.ts';
import { type Asked, askedInTurn, type Known, knowing, partsOfRow } from './asking.ts';
import { type ReadingOf, readRevisions } from './read-revisions.server.ts';
import { staffingOn } from './staffing.server.ts';
import { type FilledRoles, later, officersFilling, type Staffing } from './staffing.ts';

/** What one officer has acknowledged of one document. */
export interface ReadSoFar {
  known: Known;
  /** The revision acknowledged last: what a change is told against. */
  lastRevisionId: string | null;
}

/** One officer who is asked for something of one revision. */
export interface Waiting {
  revision: AskedRevision;
  officerId: string;
  asked: Asked;
  /** First day on which it was theirs to read. */
  since: Day;
  due: Day;
  lastRevisionId: string | null;
}

export interface Question {
  officerId?: string | undefined;
  documentIds?: readonly string[] | undefined;
}

const nothing: ReadSoFar = { known: new Map(), lastRevisionId: null };

/** Whom the releases ask on a day, and for what; of one document in the order it is to be read. */
export async function waitingOn(
  db: Db | Trx,
  agencyId: string,
  day: Day,
  question: Question = {},
): Promise<Waiting[]> {
  const revisions = await askedRevisions(db, agencyId, day, question);
  if (revisions.length === 0) return [];
  const staffing = await staffingOn(db, agencyId, day);
  const readings = await withBases(
    db,
    revisions.map((one) => one.revisionId),
  );
  const read = await readSoFar(db, agencyId, question);
  const waiting: Waiting[] = [];
  for (const inTurn of groupedByDocument(revisions)) {
    for (const [officerId, roles] of officersTouched(inTurn, readings, staffing)) {
      if (question.officerId !== undefined && question.officerId !== officerId) continue;
      const so = read.get(`${officerId} ${inTurn[0]?.documentId}`) ?? nothing;
      waiting.push(...waitingFor(officerId, roles, inTurn, readings, so));
    }
  }
  return waiting;
}

function waitingFor(
  officerId: string,
  roles: FilledRoles,
  inTurn: readonly AskedRevision[],
  readings: ReadonlyMap<string, ReadingOf>,
  { known, lastRevisionId }: ReadSoFar,
): Waiting[] {
  const texts = inTurn.flatMap((revision) => {
    const reading = readings.get(revision.revisionId);
    const base = reading?.baseId ? (readings.get(reading.baseId) ?? null) : null;
    return reading ? [{ ...reading, base, revision }] : [];
  });
  return askedInTurn(texts, new Set(roles.keys()), known)
    .filter(({ asked }) => asked.parts.length > 0)
    .map(({ revision: { revision }, asked }) => {
      const theirs = [...roles.values()].sort()[0] ?? '';
      const given = revision.from ?? dayOf(revision.releasedAt);
      const since = later(theirs, given);
      const due = addWorkingDays(since, revision.within, workingCalendar());
      return { revision, officerId, asked, since, due, lastRevisionId };
    });
}

/** Officers with a duty in one of the revisions or in the one it replaces, with the roles they fill there. */
function officersTouched(
  inTurn: readonly AskedRevision[],
  readings: ReadonlyMap<string, ReadingOf>,
  staffing: Staffing,
): Map<string, FilledRoles> {
  const texts = inTurn.flatMap((revision) => readings.get(revision.revisionId) ?? []);
  const bases = texts.flatMap((text) => (text.baseId ? (readings.get(text.baseId) ?? []) : []));
  const roles = [...texts, ...bases].flatMap((text) => [...text.duties.values()].flatMap((set) => [...set]));
  return officersFilling(roles, texts.at(-1)?.field ?? null, staffing);
}

/** The revisions and those each replaces. */
export async function withBases(
  db: Db | Trx,
  revisionIds: readonly string[],
): Promise<Map<string, ReadingOf>> {
  const own = await readRevisions(db, revisionIds);
  const bases = await readRevisions(
    db,
    [...own.values()].flatMap((reading) => reading.baseId ?? []),
  );
  return new Map([...own, ...bases]);
}

/** What officers have acknowledged, by `officer document`. */
export async function readSoFar(
  db: Db | Trx,
  agencyId: string,
  { officerId, documentIds }: Question,
): Promise<Map<string, ReadSoFar>> {
  let query = db
    .selectFrom('acknowledgement')
    .innerJoin('revision', 'revision.id', 'acknowledgement.revision_id')
    .select(['acknowledgement.officer_id', 'acknowledgement.revision_id', 'acknowledgement.sections'])
    .select('revision.document_id')
    .where('acknowledgement.agency_id', '=', agencyId)
    .orderBy('acknowledgement.acknowledged_at')
    .orderBy('acknowledgement.id');
  if (officerId !== undefined) query = query.where('acknowledgement.officer_id', '=', officerId);
  if (documentIds) query = query.where('revision.document_id', 'in', documentIds);
  const rows = await query.execute();
  const readings = await readRevisions(
    db,
    rows.map((row) => row.revision_id),
  );
  const read = new Map<string, ReadSoFar>();
  for (const row of rows) {
    const reading = readings.get(row.revision_id);
    if (!reading) continue;
    const key = `${row.officer_id} ${row.document_id}`;
    const sections: string[] = JSON.parse(row.sections); // written by acknowledgeParts only
    const known = knowing(read.get(key)?.known ?? nothing.known, reading, partsOfRow(sections, reading));
    read.set(key, { known, lastRevisionId: row.revision_id });
  }
  return read;
}

function groupedByDocument(revisions: readonly AskedRevision[]): AskedRevision[][] {
  const groups = new Map<string, AskedRevision[]>();
  for (const revision of revisions) {
    const group = groups.get(revision.documentId) ?? [];
    group.push(revision);
    groups.set(revision.documentId, group);
  }
  return [...groups.values()];
}
