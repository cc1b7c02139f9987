import { type Day, dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { refuseFor } from '../revision-facts.server.ts';
import { getDocument } from '../revision-record.server.ts';
import { openStates, type RequestKind, refusalToCancel, refusalToPropose } from './change-request.ts';
import { getRequest, moveRequest, nextRequestNumber, requestFacts } from './request-record.server.ts';

export interface NewRequest {
  kind: RequestKind;
  /** Of the document to be amended or withdrawn. */
  documentId: string | null;
  /** Of the document to be written. */
  title: string;
  documentKind: string;
  reason: string;
  legalGround: string;
  groundInForceFrom: Day | null;
  contentBefore: string;
  contentAfter: string;
  impactForms: string;
  impactTraining: string;
  impactSoftware: string;
}

/** Hands in a request (BM-01-01); it gets its number at once and is never taken out of the register. */
export async function proposeChange(
  trx: Trx,
  actor: Actor,
  input: NewRequest,
  now: Instant,
): Promise<string> {
  authorize(actor, 'change-request.propose');
  const about = input.kind === 'write' ? null : await aboutDocument(trx, actor, input.documentId, dayOf(now));
  const unitId = actor.unitIds[0] ?? (await unitOf(trx, actor));
  refuseFor(
    refusalToPropose({
      ...input,
      officer: actor.officerId,
      hasUnit: unitId !== null,
      inForce: about?.inForce ?? false,
      openRequest: about?.openRequest ?? null,
    }),
  );
  const id = newId();
  const numbered = await nextRequestNumber(trx, actor.agencyId, now);
  await trx
    .insertInto('change_request')
    .values({
      ...numbered,
      id,
      agency_id: actor.agencyId,
      kind: input.kind,
      state: 'proposed',
      document_id: about?.id ?? null,
      document_kind: about?.kind ?? input.documentKind,
      title: about?.title ?? input.title,
      unit_id: unitId ?? '',
      reason: input.reason,
      legal_ground: input.legalGround,
      ground_in_force_from: input.groundInForceFrom,
      content_before: input.contentBefore,
      content_after: input.contentAfter,
      impact_forms: input.impactForms,
      impact_training: input.impactTraining,
      impact_software: input.impactSoftware,
      revision_id: null,
      version: 1,
      proposed_at: now,
      proposed_by: actor.officerId ?? '',
    })
    .execute();
  await record(trx, actor, {
    action: 'change-request.proposed',
    object: { type: 'change_request', id, version: 1 },
    now,
    reason: input.reason,
  });
  return id;
}

async function aboutDocument(trx: Trx, actor: Actor, documentId: string | null, day: Day) {
  if (documentId === null) throw new NotFound();
  const document = await getDocument(trx, actor, documentId);
  const current = await trx
    .selectFrom(inForceOn(trx, actor.agencyId, day).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select('revision.title_vi')
    .where('current.document_id', '=', document.id)
    .executeTakeFirst();
  const open = await trx
    .selectFrom('change_request')
    .select('number')
    .where('document_id', '=', document.id)
    .where('state', 'in', [...openStates])
    .executeTakeFirst();
  return {
    id: document.id,
    kind: document.kind,
    title: current?.title_vi ?? '',
    inForce: current !== undefined,
    openRequest: open?.number ?? null,
  };
}

async function unitOf(trx: Trx, actor: Actor): Promise<string | null> {
  const [positionId] = actor.positionIds;
  if (!positionId) return null;
  const position = await trx
    .selectFrom('position')
    .select('unit_id')
    .where('id', '=', positionId)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  return position?.unit_id ?? null;
}

/** The proposer takes the request back, with the reason; it keeps its number. */
export async function cancelRequest(
  trx: Trx,
  actor: Actor,
  input: { requestId: string; reason: string },
  now: Instant,
): Promise<void> {
  authorize(actor, 'change-request.propose');
  const row = await getRequest(trx, actor, input.requestId);
  refuseFor(refusalToCancel(await requestFacts(trx, row, dayOf(now)), actor.officerId, input.reason));
  const version = await moveRequest(trx, actor, row, 'cancel', now, { reason: input.reason });
  await record(trx, actor, {
    action: 'change-request.cancelled',
    object: { type: 'change_request', id: row.id, version },
    now,
    reason: input.reason,
  });
}
