import { z } from 'zod';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { createDocument } from '../drafting/draft.server.ts';
import { type LegalBasis, recordLegalBases } from '../legal/legal-register.server.ts';
import { getRevision } from '../revision-record.server.ts';
import type { ImportedLegalBasis, ImportedProcedure } from './imported-procedure.ts';
import type { ReadProcedure } from './read-procedures.server.ts';

export type ImportOutcome =
  | { kind: 'drafted'; file: string; documentId: string; revisionId: string }
  /** The very same file was imported before. */
  | { kind: 'known'; file: string; documentId: string; revisionId: string };

/**
 * Records read procedures as drafts, each with its file's hash, what was read and every finding, and enters the legal
 * bases they name into the register (status unknown, to be looked up). Use one transaction a file: all of it or none.
 */
export async function importProcedures(
  trx: Trx,
  actor: Actor,
  procedures: readonly ReadProcedure[],
  now: Instant,
): Promise<ImportOutcome[]> {
  authorize(actor, 'document.import');
  const outcomes: ImportOutcome[] = [];
  for (const read of procedures) outcomes.push(await importOne(trx, actor, read, now));
  return outcomes;
}

async function importOne(trx: Trx, actor: Actor, read: ReadProcedure, now: Instant): Promise<ImportOutcome> {
  const { file, procedure, source, frontMatter, compiled } = read;
  const before = await trx
    .selectFrom('revision')
    .select(['id', 'document_id'])
    .where('agency_id', '=', actor.agencyId)
    .where('origin', 'like', `%"sha256":"${read.sha256}"%`)
    .executeTakeFirst();
  if (before) return { kind: 'known', file, documentId: before.document_id, revisionId: before.id };
  const drafted = await createDocument(
    trx,
    actor,
    {
      source,
      frontMatter,
      compiled,
      fallback: { kind: 'procedure', title: procedure.title },
      ...(procedure.issue ? { issue: procedure.issue } : {}),
      origin: { import: { sha256: read.sha256, procedure } },
    },
    now,
  );
  await recordLegalBases(trx, actor, procedure.legalBases.map(toRegister), now);
  return { kind: 'drafted', file, ...drafted };
}

const kindWords: Record<string, string> = {
  luật: 'luat',
  'bộ luật': 'luat',
  'nghị định': 'nghi-dinh',
  'thông tư': 'thong-tu',
  'thông tư liên tịch': 'thong-tu',
  'quyết định': 'quyet-dinh',
  'nghị quyết': 'nghi-quyet',
  'chỉ thị': 'chi-thi',
};

function toRegister(basis: ImportedLegalBasis): LegalBasis {
  return {
    key: basis.key,
    numberSign: basis.numberSign ?? (basis.raw.slice(0, 120) || basis.key),
    kind: kindWords[basis.kind.toLowerCase()] ?? (basis.kind || 'khac'),
    issuer: basis.issuer ?? '–',
    title: basis.title || basis.raw || basis.key,
    signedOn: basis.signedOn,
    inForceFrom: null,
    inForceUntil: null,
    status: 'unknown',
    replacedBy: null,
    note: '',
    checkedOn: null,
  };
}

const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

/** What a draft's origin says of its import; other drafts have none. */
const origin = z.object({
  import: z.object({
    sha256: z.string(),
    procedure: z.looseObject({
      file: z.string(),
      findings: z.array(finding),
      unread: z.array(z.string()),
    }),
  }),
});

export interface ImportStory {
  file: string;
  findings: z.infer<typeof finding>[];
  unread: string[];
  /** Written by `importProcedures` only, so it is the very procedure that was read. */
  procedure: ImportedProcedure;
}

/** What the import read and missed, kept with the draft; null for a text that was written here. */
export function importStory(revisionOrigin: string): ImportStory | null {
  const read = origin.safeParse(JSON.parse(revisionOrigin));
  if (!read.success) return null;
  const { procedure } = read.data.import;
  const { file, findings, unread } = procedure;
  // What a draft keeps leaves out what is null; a text without a code or an issue has them null again.
  const whole = { code: null, issue: null, issuedOn: null, effectiveOn: null, agency: null, ...procedure };
  return { file, findings, unread, procedure: whole as unknown as ImportedProcedure };
}

/** Drafts of one import with what was read, in the order asked for. */
export async function readImports(db: Db, actor: Actor, revisionIds: readonly string[]) {
  authorize(actor, 'document.import');
  const drafts = [];
  for (const id of revisionIds.slice(0, 500)) {
    const revision = await getRevision(db, actor, id);
    const story = importStory(revision.origin);
    if (story) drafts.push({ revision, story });
  }
  return drafts;
}
