import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { CompiledDocument, Finding, FrontMatter } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { foldCode } from './document-code.ts';
import { createDocument, startRevision } from './drafting/draft.server.ts';
import { saveDraft } from './drafting/draft-saving.server.ts';

export interface LibraryText {
  /** Path inside the folder. */
  file: string;
  source: string;
  frontMatter: FrontMatter | null;
  compiled: CompiledDocument | null;
  findings: Finding[];
}

/** Every MDX text of a folder, guarded, in the order of their paths. */
export async function readLibrary(press: TextPress, folder: string): Promise<LibraryText[]> {
  const files = mdxFilesIn(folder);
  return Promise.all(
    files.map(async (path) => {
      const file = relative(folder, path);
      const source = readFileSync(path, 'utf8');
      const { findings, compiled } = await press.check(source, { file, locale: 'vi' });
      return { file, source, findings, compiled, frontMatter: compiled?.frontMatter ?? null };
    }),
  );
}

export function mdxFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.mdx') && statSync(path).isFile())
    .sort();
}

export interface LibraryOutcome {
  added: string[];
  changed: string[];
  same: string[];
  /** Not taken: the guard refused the text, or a revision is in review. */
  left: { file: string; reason: string }[];
}

/** Brings texts in as drafts: new documents, or a draft of the next revision where the text differs. */
export async function importLibrary(
  trx: Trx,
  actor: Actor,
  texts: LibraryText[],
  now: Instant,
): Promise<LibraryOutcome> {
  authorize(actor, 'library.exchange');
  const outcome: LibraryOutcome = { added: [], changed: [], same: [], left: [] };
  for (const text of texts) await importText(trx, actor, text, outcome, now);
  await record(trx, actor, {
    action: 'library.imported',
    object: { type: 'agency', id: actor.agencyId },
    now,
    payload: { added: outcome.added.length, changed: outcome.changed.length },
  });
  return outcome;
}

async function importText(
  trx: Trx,
  actor: Actor,
  text: LibraryText,
  outcome: LibraryOutcome,
  now: Instant,
): Promise<void> {
  const { file, source, frontMatter, compiled } = text;
  if (!frontMatter) {
    outcome.left.push({ file, reason: text.findings[0]?.message ?? '' });
    return;
  }
  const known = frontMatter.code
    ? await findByCode(trx, actor, frontMatter.code)
    : await findByText(trx, actor, source);
  if (!known) {
    await createDocument(trx, actor, { source, frontMatter, compiled, origin: { library: file } }, now);
    outcome.added.push(file);
    return;
  }
  const last = await trx
    .selectFrom('revision')
    .select(['id', 'state', 'version', 'source', 'change_summary', 'legal_ground'])
    .where('document_id', '=', known)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (last.source === source) {
    outcome.same.push(file);
    return;
  }
  if (last.state !== 'draft' && last.state !== 'released') {
    outcome.left.push({ file, reason: 'documents.refusal.revision-open' });
    return;
  }
  const [changeSummary, legalGround] = [last.change_summary, last.legal_ground];
  const revisionId =
    last.state === 'draft'
      ? last.id
      : await startRevision(
          trx,
          actor,
          { documentId: known, changeSummary: '', legalGround: '', newIssue: false },
          now,
        );
  const version = last.state === 'draft' ? last.version : 1;
  const saved = { revisionId, version, source, frontMatter, compiled, changeSummary, legalGround };
  await saveDraft(trx, actor, saved, now);
  outcome.changed.push(file);
}

/** A document without a code is known by its very text. */
async function findByText(trx: Trx, actor: Actor, source: string): Promise<string | undefined> {
  const found = await trx
    .selectFrom('revision')
    .innerJoin('document', 'document.id', 'revision.document_id')
    .select('document.id')
    .where('revision.agency_id', '=', actor.agencyId)
    .where('revision.source_sha256', '=', sha256(source))
    .where('document.code', 'is', null)
    .where('document.claimed_code', 'is', null)
    .executeTakeFirst();
  return found?.id;
}

/** A document by its code, or by the code its draft claims. */
export async function findByCode(db: Db | Trx, actor: Actor, code: string): Promise<string | undefined> {
  const assigned = await db
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('code_folded', '=', foldCode(code))
    .executeTakeFirst();
  if (assigned) return assigned.id;
  const claimed = await db
    .selectFrom('document')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('code', 'is', null)
    .where('claimed_code', '=', code)
    .orderBy('created_at')
    .executeTakeFirst();
  return claimed?.id;
}

/** Writes the newest text of every document into a folder, one file a document, named by code. */
export async function exportLibrary(db: Db, actor: Actor, folder: string): Promise<string[]> {
  authorize(actor, 'library.exchange');
  const rows = await db
    .selectFrom('document')
    .innerJoin('revision', 'revision.document_id', 'document.id')
    .select([
      'document.id',
      'document.kind',
      'document.code',
      'document.claimed_code',
      'revision.number',
      'revision.source',
    ])
    .where('document.agency_id', '=', actor.agencyId)
    .orderBy('document.id')
    .orderBy('revision.number')
    .execute();
  const newest = new Map(rows.map((row) => [row.id, row]));
  const written: string[] = [];
  for (const row of newest.values()) {
    const name = `${(row.code ?? row.claimed_code ?? row.id).replace(/[^\p{L}\p{N}._-]+/gu, '-')}.mdx`;
    const taken = written.includes(join(row.kind, name));
    const file = join(row.kind, taken ? `${basename(name, '.mdx')}-${row.id}.mdx` : name);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), row.source);
    written.push(file);
  }
  return written.sort();
}
