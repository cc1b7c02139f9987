import { dayOf } from '#app/http/clock.ts';
import type { FrontMatter } from '#app/mdx/compiled-document.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { createDocument, startRevision } from '../drafting/draft.server.ts';
import { refuseFor } from '../revision-facts.server.ts';
import { refusalToStart } from './change-request.ts';
import { type ChangeRequest, getRequest, moveRequest, requestFacts } from './request-record.server.ts';

export interface RequestedDraft {
  requestId: string;
  newIssue: boolean;
  /** First text of a document to be written, read by the press before the transaction. */
  starter: { source: string; frontMatter: FrontMatter | null } | null;
}

/** Begins the draft an agreed request asks for: a new document, or the next revision. Gives the revision. */
export async function startRequestedDraft(
  trx: Trx,
  actor: Actor,
  input: RequestedDraft,
  now: Instant,
): Promise<string> {
  authorize(actor, 'document.draft');
  const row = await getRequest(trx, actor, input.requestId);
  const facts = await requestFacts(trx, row, dayOf(now));
  refuseFor(refusalToStart(facts, actor.officerId, actor.roles.includes('quality-officer')));
  const begun = await begin(trx, actor, row, input, now);
  const version = await moveRequest(trx, actor, row, 'start', now, {
    document_id: begun.documentId,
    revision_id: begun.revisionId,
  });
  await record(trx, actor, {
    action: 'change-request.draft-started',
    object: { type: 'change_request', id: row.id, version },
    now,
    payload: { revisionId: begun.revisionId },
  });
  return begun.revisionId;
}

async function begin(trx: Trx, actor: Actor, row: ChangeRequest, input: RequestedDraft, now: Instant) {
  const carried = { changeSummary: summaryOf(row), legalGround: row.legal_ground };
  if (row.document_id !== null) {
    const documentId = row.document_id;
    const revisionId = await startRevision(
      trx,
      actor,
      { documentId, ...carried, newIssue: input.newIssue },
      now,
    );
    return { documentId, revisionId };
  }
  const fallback = { kind: row.document_kind, title: row.title };
  const text = input.starter ?? { source: '', frontMatter: null };
  return createDocument(trx, actor, { ...text, ...carried, fallback }, now);
}

/** What the change summary starts from: the request's number, its reason and what is to be changed. */
export function summaryOf(row: Pick<ChangeRequest, 'number' | 'reason' | 'content_after'>): string {
  const what = [row.reason, row.content_after].map((text) => text.trim()).filter(Boolean);
  return `${row.number}: ${what.join('\n')}`.slice(0, 2000);
}
