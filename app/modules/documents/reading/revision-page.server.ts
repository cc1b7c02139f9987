import type { Day } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { changesBetween } from '../comparison/text-changes.ts';
import { importStory } from '../import/import-command.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { readRevision } from './reading.server.ts';

/** What every page about one revision says at its head, without its source. */
export async function revisionHead(db: Db, actor: Actor, revisionId: string, day: Day) {
  const { document, revision, force, signatures, returns, release } = await readRevision(
    db,
    actor,
    revisionId,
    day,
  );
  const {
    id,
    state,
    kind,
    number,
    issue,
    amendment,
    title_vi,
    title_en,
    version,
    source_sha256,
    change_summary,
    legal_ground,
  } = revision;
  return {
    documentId: document.id,
    code: document.code ?? document.claimed_code,
    hasCode: document.code !== null,
    revision: {
      ...{ id, state, kind, number, issue, amendment, title_vi, title_en, version, source_sha256 },
      ...{ change_summary, legal_ground },
    },
    ...{ force, signatures, returns, release },
  };
}

export type RevisionHead = Awaited<ReturnType<typeof revisionHead>>;

/** What changed against the revision it was drafted from; null for a first revision. */
export async function changesOfRevision(db: Db, actor: Actor, revisionId: string) {
  const revision = await getRevision(db, actor, revisionId);
  if (!revision.base_revision_id) return null;
  const base = await getRevision(db, actor, revision.base_revision_id);
  return {
    base: { id: base.id, issue: base.issue, amendment: base.amendment },
    changes: changesBetween(base.source, revision.source),
  };
}

/** Findings and unread paragraphs of the import a draft came from. */
export async function importOfRevision(db: Db, actor: Actor, revisionId: string) {
  const story = importStory((await getRevision(db, actor, revisionId)).origin);
  if (!story) return null;
  const { file, findings, unread } = story;
  return { file, findings, unread };
}

/** Id of the newest revision of a document of the actor's agency, whatever its state. */
export async function newestRevisionOf(db: Db, actor: Actor, documentId: string): Promise<string> {
  authorize(actor, 'document.read-draft');
  const newest = await db
    .selectFrom('revision')
    .select('id')
    .where('document_id', '=', documentId)
    .where('agency_id', '=', actor.agencyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) throw new NotFound();
  return newest.id;
}
