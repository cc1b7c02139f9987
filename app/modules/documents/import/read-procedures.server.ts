import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument, Finding, FrontMatter } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { mappedOn } from '../../organization/on-day-query.server.ts';
import { draftFrom } from './draft.ts';
import { importProcedure } from './import-procedure.server.ts';
import type { ImportedProcedure } from './imported-procedure.ts';
import { isRefusal, type ReadRefusal } from './word-document.ts';

export interface WordFile {
  name: string;
  bytes: Buffer;
}

/** A Word procedure read, its draft written and guarded; nothing is recorded yet. */
export interface ReadProcedure {
  file: string;
  /** SHA-256 of the Word file. */
  sha256: string;
  procedure: ImportedProcedure;
  source: string;
  /** Null when the guard refused the draft; the findings say why. */
  frontMatter: FrontMatter | null;
  compiled: CompiledDocument | null;
  findings: Finding[];
}

/** Files under way at once: while the guard judges one, the next are read. */
const underWay = 3;

/**
 * Reads Word files as drafts in the language of the findings, one after the other in their order, each as soon as it is
 * there. A file that cannot be read comes back as one sentence.
 */
export async function* readProcedures(
  db: Db,
  press: TextPress,
  actor: Actor,
  files: readonly (() => WordFile)[],
  about: { locale: Locale; day: Day },
): AsyncGenerator<ReadProcedure | ReadRefusal> {
  authorize(actor, 'document.import');
  const roles = (await listRoles(db, actor)).map(({ key, nameVi, aliases }) => ({
    key,
    vi: nameVi,
    aliases,
  }));
  const positionOf = await onlyPositions(db, actor, about.day);
  const read = async ({ name, bytes }: WordFile): Promise<ReadProcedure | ReadRefusal> => {
    const procedure = await importProcedure(bytes, name, { roles, positionOf, locale: about.locale });
    if (isRefusal(procedure)) return procedure;
    const source = draftFrom(procedure);
    const { findings, compiled } = await press.check(source, { file: name, locale: about.locale });
    const frontMatter = compiled?.frontMatter ?? null;
    return { file: name, sha256: sha256(bytes), procedure, source, frontMatter, compiled, findings };
  };
  const begun: Promise<ReadProcedure | ReadRefusal>[] = [];
  for (let at = 0; at < files.length; at += 1) {
    for (const file of files.slice(at + begun.length, at + underWay)) {
      const reading = read(file());
      // Whoever stops at an earlier file asks no more for this one.
      reading.catch(() => undefined);
      begun.push(reading);
    }
    const next = begun.shift();
    if (next) yield await next;
  }
}

/** The key of the position that fills a role, where exactly one does. */
async function onlyPositions(db: Db, actor: Actor, day: Day): Promise<(role: string) => string | null> {
  const mappings = await db
    .selectFrom(mappedOn(db, actor.agencyId, day).as('mapped'))
    .innerJoin('position', 'position.id', 'mapped.position_id')
    .select(['mapped.role_key', 'mapped.field', 'position.key'])
    .execute();
  return (role) => {
    const filled = mappings.filter((one) => one.role_key === role && one.field === null);
    return filled.length === 1 ? (filled[0]?.key ?? null) : null;
  };
}
