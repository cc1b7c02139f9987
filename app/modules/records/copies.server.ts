import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../documents/in-force-query.server.ts';
import { refuseFor } from '../documents/revision-facts.server.ts';
import { copyState, refusalToGive, refusalToTakeBack } from './controlled-copy.ts';

/** Every controlled print of the office, or of one document, with to whom it went and whether it is back. */
export async function listCopies(db: Db | Trx, actor: Actor, day: Day, documentId?: string) {
  authorize(actor, 'controlled-copy.read');
  const current = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .select('revision_id')
    .execute();
  const inForce = new Set(current.map((row) => row.revision_id));
  const all = db
    .selectFrom('journal_entry as entry')
    .innerJoin('revision', 'revision.id', 'entry.object_id')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select(['entry.object_version as number', 'entry.recorded_at as printedAt', 'entry.reason'])
    .select(['entry.actor_name as printedBy', 'document.id as documentId', 'document.code'])
    .select(['revision.id as revisionId', 'revision.issue', 'revision.amendment'])
    .select(['revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .where('entry.agency_id', '=', actor.agencyId)
    .where('entry.object_type', '=', 'revision')
    .where('entry.action', '=', 'revision.printed');
  const prints = await (documentId ? all.where('document.id', '=', documentId) : all)
    .orderBy('entry.seq', 'desc')
    .limit(5000)
    .execute();
  const given = new Map(
    (await givenCopies(db, actor)).map((row) => [`${row.revisionId} ${row.number}`, row]),
  );
  return prints.map((print) => {
    const copy = given.get(`${print.revisionId} ${print.number}`) ?? null;
    const facts = {
      givenOn: copy?.givenOn ?? null,
      returnedOn: copy?.returnedOn ?? null,
      inForce: inForce.has(print.revisionId),
    };
    return { ...print, number: Number(print.number ?? 0), copy, ...facts, state: copyState(facts) };
  });
}
export type PrintedCopy = Awaited<ReturnType<typeof listCopies>>[number];

async function givenCopies(db: Db | Trx, actor: Actor) {
  return db
    .selectFrom('controlled_copy as copy')
    .leftJoin('controlled_copy_return as back', 'back.controlled_copy_id', 'copy.id')
    .select(['copy.id', 'copy.revision_id as revisionId', 'copy.copy_number as number', 'copy.holder'])
    .select(['copy.place', 'copy.given_on as givenOn', 'back.returned_on as returnedOn', 'back.recalled'])
    .select('back.note')
    .where('copy.agency_id', '=', actor.agencyId)
    .execute();
}

export async function getPrint(
  db: Db | Trx,
  actor: Actor,
  about: { revisionId: string; number: number } | { copyId: string },
  day: Day,
): Promise<PrintedCopy> {
  const copies = await listCopies(db, actor, day);
  const found = copies.find((one) =>
    'copyId' in about
      ? one.copy?.id === about.copyId
      : one.revisionId === about.revisionId && one.number === about.number,
  );
  if (!found) throw new NotFound();
  return found;
}

/** Records to whom or to which place a controlled print was given. */
export async function giveCopy(
  trx: Trx,
  actor: Actor,
  input: { revisionId: string; number: number; holder: string; place: string; on: Day },
  now: Instant,
): Promise<void> {
  authorize(actor, 'controlled-copy.keep');
  const today = dayOf(now);
  const print = await getPrint(trx, actor, input, today);
  const copy = { state: print.state, printedOn: dayOf(print.printedAt) };
  refuseFor(refusalToGive(copy, { ...input, officer: actor.officerId, today }));
  const id = newId();
  await trx
    .insertInto('controlled_copy')
    .values({
      id,
      agency_id: actor.agencyId,
      revision_id: print.revisionId,
      copy_number: print.number,
      holder: input.holder,
      place: input.place,
      given_on: input.on,
      recorded_at: now,
      recorded_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, {
    action: 'controlled-copy.given',
    object: { type: 'controlled_copy', id, version: print.number },
    now,
  });
}

/** Records that a copy is back: handed in, or called back because it may no longer be used. */
export async function takeBackCopy(
  trx: Trx,
  actor: Actor,
  input: { copyId: string; on: Day; note: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'controlled-copy.keep');
  const today = dayOf(now);
  const print = await getPrint(trx, actor, { copyId: input.copyId }, today);
  refuseFor(refusalToTakeBack(print, { officer: actor.officerId, on: input.on, today }));
  await trx
    .insertInto('controlled_copy_return')
    .values({
      id: newId(),
      agency_id: actor.agencyId,
      controlled_copy_id: input.copyId,
      returned_on: input.on,
      recalled: print.state === 'to-recall' ? 1 : 0,
      note: input.note,
      recorded_at: now,
      recorded_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, {
    action: 'controlled-copy.returned',
    object: { type: 'controlled_copy', id: input.copyId },
    now,
    ...(input.note ? { reason: input.note } : {}),
  });
}
