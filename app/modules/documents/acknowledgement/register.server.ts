import { type Day, dayOf } from '#app/http/clock.ts';
import { heldOn } from '#app/modules/organization/on-day-query.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { partsOfRow } from './asking.ts';
import { readRevisions } from './read-revisions.server.ts';
import { linesAPage, type RegisterFilter, type RegisterLine, selected } from './register.ts';
import { waitingOn } from './waiting.server.ts';

/** Signatures looked at, the latest first; an office of a hundred officers signs about this many in ten years. */
const mostSignatures = 20_000;

type Line = Omit<RegisterLine, 'officerName' | 'unitVi' | 'unitEn'>;

/** Who has and who has not acknowledged what (BM-01-05), whole. */
export async function wholeAcknowledgementRegister(
  db: Db,
  actor: Actor,
  filter: RegisterFilter,
  day: Day,
): Promise<RegisterLine[]> {
  authorize(actor, 'acknowledgement.read');
  const documentIds = filter.documentId === undefined ? undefined : [filter.documentId];
  const about = { officerId: filter.officerId, documentIds };
  const lines = [...(await linesWaiting(db, actor, about, day)), ...(await linesSigned(db, actor, about))];
  const people = await peopleOf(db, actor, [...new Set(lines.map((line) => line.officerId))], day);
  const named = lines.map((line): RegisterLine => {
    const { name = '', unitVi = '', unitEn = '' } = people.get(line.officerId) ?? {};
    return { ...line, officerName: name, unitVi, unitEn };
  });
  return selected(named, filter, day);
}

/** The same by pages, with the names of the parts. */
export async function acknowledgementRegister(db: Db, actor: Actor, filter: RegisterFilter, day: Day) {
  const lines = await wholeAcknowledgementRegister(db, actor, filter, day);
  const page = Math.max(1, Math.min(filter.page, Math.ceil(lines.length / linesAPage) || 1));
  return {
    lines: await withPartNames(db, lines.slice((page - 1) * linesAPage, page * linesAPage)),
    ...{ total: lines.length, page },
    signed: lines.filter((line) => line.acknowledgedAt !== null).length,
  };
}

interface AboutWhom {
  officerId?: string | undefined;
  documentIds?: readonly string[] | undefined;
}

async function linesWaiting(db: Db, actor: Actor, about: AboutWhom, day: Day): Promise<Line[]> {
  const waiting = await waitingOn(db, actor.agencyId, day, about);
  return waiting.map(({ revision, officerId, asked, since, due }) => {
    const { documentId, revisionId, code, titleVi, titleEn, issue, amendment } = revision;
    return {
      key: `${officerId} ${revisionId}`,
      ...{ documentId, revisionId, code, titleVi, titleEn, issue, amendment, officerId },
      parts: asked.whole ? null : asked.parts,
      given: since,
      due,
      acknowledgedAt: null,
    };
  });
}

async function linesSigned(db: Db, actor: Actor, { officerId, documentIds }: AboutWhom): Promise<Line[]> {
  let query = db
    .selectFrom('acknowledgement')
    .innerJoin('revision', 'revision.id', 'acknowledgement.revision_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .leftJoin('release_item', 'release_item.revision_id', 'revision.id')
    .select(['acknowledgement.id as key', 'document.id as documentId', 'revision.id as revisionId'])
    .select(['document.code', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .select(['revision.issue', 'revision.amendment', 'acknowledgement.officer_id as officerId'])
    .select(['acknowledgement.sections', 'acknowledgement.acknowledged_at as acknowledgedAt'])
    .select('release_item.in_force_from as from')
    .where('acknowledgement.agency_id', '=', actor.agencyId)
    .orderBy('acknowledgement.acknowledged_at', 'desc')
    .orderBy('acknowledgement.id')
    .limit(mostSignatures);
  if (officerId !== undefined) query = query.where('acknowledgement.officer_id', '=', officerId);
  if (documentIds) query = query.where('document.id', 'in', documentIds);
  const rows = await query.execute();
  const readings = await readRevisions(
    db,
    rows.map((row) => row.revisionId),
  );
  return rows.map(({ sections, from, ...row }) => {
    const reading = readings.get(row.revisionId);
    const parts = reading ? partsOfRow(JSON.parse(sections), reading) : []; // written by acknowledgeParts only
    const whole = reading?.parts.every((part) => parts.includes(part.key)) ?? false;
    const signedOn = dayOf(row.acknowledgedAt);
    return {
      ...row,
      parts: whole ? null : parts,
      given: from && from < signedOn ? from : signedOn,
      due: null,
    };
  });
}

async function peopleOf(db: Db, actor: Actor, officerIds: readonly string[], day: Day) {
  const people = new Map<string, { name: string; unitVi: string; unitEn: string }>();
  if (officerIds.length === 0) return people;
  const rows = await db
    .selectFrom('officer')
    .leftJoin(heldOn(db, actor.agencyId, day).as('held'), 'held.officer_id', 'officer.id')
    .leftJoin('position', 'position.id', 'held.position_id')
    .leftJoin('unit', 'unit.id', 'position.unit_id')
    .select(['officer.id', 'officer.name', 'unit.name_vi', 'unit.name_en'])
    .where('officer.agency_id', '=', actor.agencyId)
    .where('officer.id', 'in', officerIds)
    .orderBy('held.kind', 'desc')
    .orderBy('position.sort')
    .execute();
  for (const row of rows) {
    if (people.has(row.id)) continue;
    people.set(row.id, { name: row.name, unitVi: row.name_vi ?? '', unitEn: row.name_en ?? '' });
  }
  return people;
}

/** Parts by what people call them: "Bước 2", or the title of a section. */
export async function withPartNames(
  db: Db,
  lines: readonly RegisterLine[],
): Promise<(RegisterLine & { steps: number[]; sections: string[] })[]> {
  const ids = [...new Set(lines.filter((line) => line.parts !== null).map((line) => line.revisionId))];
  const steps = new Map<string, number>();
  const sections = new Map<string, string>();
  for (let at = 0; at < ids.length; at += 200) {
    const some = ids.slice(at, at + 200);
    const ofSteps = await db
      .selectFrom('step')
      .select(['revision_id', 'key', 'sort'])
      .where('revision_id', 'in', some)
      .execute();
    const ofSections = await db
      .selectFrom('section')
      .select(['revision_id', 'key', 'title'])
      .where('revision_id', 'in', some)
      .execute();
    for (const row of ofSteps) steps.set(`${row.revision_id} step:${row.key}`, row.sort);
    for (const row of ofSections) sections.set(`${row.revision_id} section:${row.key}`, row.title);
  }
  return lines.map((line) => {
    const places = (line.parts ?? []).map((part) => `${line.revisionId} ${part}`);
    return {
      ...line,
      steps: places.flatMap((place) => steps.get(place) ?? []),
      sections: places.flatMap((place) => sections.get(place) ?? []),
    };
  });
}
