import { Refused } from '#app/http/errors.ts';
import type { CompiledDocument, FrontMatter } from '#app/mdx/compiled-document.ts';
import { canonical, sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { indexCopy, indexRevision } from '#app/modules/search/indexing.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { getDocument, noteAuthor } from '../revision-record.server.ts';
import { findUnit } from './owning-unit.server.ts';
import { type DraftHeading, headingOf } from './reading-front-matter.ts';

export interface NewDocument {
  source: string;
  /** Front matter as the text press read it; null when it cannot be read yet. */
  frontMatter: FrontMatter | null;
  /** What the whole text says, where it can be read: found by step and section then. */
  compiled?: CompiledDocument | null;
  /** Used while the front matter cannot be read. */
  fallback?: { kind: string; title: string };
  issue?: number;
  amendment?: number;
  changeSummary?: string;
  legalGround?: string;
  /** Where the text came from: file, findings of the import, claimed dates. */
  origin?: Record<string, unknown>;
}

const emptyHeading: DraftHeading = {
  kind: 'procedure',
  title_vi: '',
  title_en: null,
  field: null,
  is_public: 0,
  confidentiality: 'internal',
  review_interval: 'P12M',
  language: 'vi',
};

/** Begins a new document with its first draft. The code in the text is a claim until submission. */
export async function createDocument(
  trx: Trx,
  actor: Actor,
  input: NewDocument,
  now: Instant,
): Promise<{ documentId: string; revisionId: string }> {
  authorize(actor, 'document.draft');
  const heading = input.frontMatter
    ? headingOf(input.frontMatter)
    : { ...emptyHeading, kind: input.fallback?.kind ?? 'procedure', title_vi: input.fallback?.title ?? '' };
  const documentId = newId();
  const revisionId = newId();
  await trx
    .insertInto('document')
    .values({
      id: documentId,
      agency_id: actor.agencyId,
      kind: heading.kind,
      code: null,
      code_folded: null,
      claimed_code: input.frontMatter?.code ?? null,
      unit_id: await findUnit(trx, actor, input.frontMatter?.unit),
      created_at: now,
      created_by: actor.officerId ?? 'system',
    })
    .execute();
  await insertRevision(
    trx,
    actor,
    { ...input, documentId, revisionId, number: 1, baseRevisionId: null, heading },
    now,
  );
  await record(trx, actor, {
    action: input.origin ? 'document.imported' : 'document.created',
    object: { type: 'document', id: documentId },
    now,
    payload: { revisionId },
  });
  await indexRevision(trx, revisionId, input.compiled ?? null);
  return { documentId, revisionId };
}

async function insertRevision(
  trx: Trx,
  actor: Actor,
  input: NewDocument & {
    documentId: string;
    revisionId: string;
    number: number;
    baseRevisionId: string | null;
    heading: DraftHeading;
  },
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('revision')
    .values({
      ...input.heading,
      id: input.revisionId,
      agency_id: actor.agencyId,
      document_id: input.documentId,
      number: input.number,
      issue: input.issue ?? 1,
      amendment: input.amendment ?? 0,
      state: 'draft',
      source: input.source,
      source_sha256: sha256(input.source),
      page_sha256: null,
      change_summary: input.changeSummary ?? '',
      legal_ground: input.legalGround ?? '',
      base_revision_id: input.baseRevisionId,
      version: 1,
      origin: canonical(input.origin ?? {}),
      findings: '[]',
      created_at: now,
      created_by: actor.officerId ?? 'system',
      submitted_at: null,
      submitted_by: null,
    })
    .execute();
  await noteAuthor(trx, actor, input.revisionId, newId(), now);
}

export interface NextRevision {
  documentId: string;
  changeSummary: string;
  legalGround: string;
  /** A new issue (lần ban hành) starts again at amendment 0; otherwise the amendment (lần sửa đổi) grows by one. */
  newIssue: boolean;
}

/** Begins the next revision of a document from its last one. One open revision at a time. */
export async function startRevision(
  trx: Trx,
  actor: Actor,
  input: NextRevision,
  now: Instant,
): Promise<string> {
  authorize(actor, 'document.draft');
  const document = await getDocument(trx, actor, input.documentId);
  const last = await trx
    .selectFrom('revision')
    .selectAll()
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (last.state !== 'released') throw new Refused('documents.refusal.revision-open');
  const revisionId = newId();
  const { kind, title_vi, title_en, field, is_public, confidentiality, review_interval, language } = last;
  await insertRevision(
    trx,
    actor,
    {
      heading: { kind, title_vi, title_en, field, is_public, confidentiality, review_interval, language },
      documentId: document.id,
      revisionId,
      number: last.number + 1,
      baseRevisionId: last.id,
      source: last.source,
      frontMatter: null,
      issue: input.newIssue ? last.issue + 1 : last.issue,
      amendment: input.newIssue ? 0 : last.amendment + 1,
      changeSummary: input.changeSummary,
      legalGround: input.legalGround,
    },
    now,
  );
  await record(trx, actor, {
    action: 'revision.drafted',
    object: { type: 'revision', id: revisionId, version: last.number + 1 },
    now,
    reason: input.changeSummary,
  });
  await indexCopy(trx, revisionId, last.id);
  return revisionId;
}
