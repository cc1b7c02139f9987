import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Instant } from '#db/schema.ts';
import { beginDocument } from '../drafting/editing.server.ts';
import { draftFromProcedure } from './draft-from-procedure.ts';
import { getProcedure } from './procedures.server.ts';

/** Begins a document with the facts of a procedure filled in. */
export async function beginFromProcedure(
  room: Parameters<typeof beginDocument>[0],
  actor: Actor,
  code: string,
  now: Instant,
): Promise<{ documentId: string; revisionId: string }> {
  authorize(actor, 'document.draft');
  const procedure = await getProcedure(room.db, actor, code, 'vi');
  const source = draftFromProcedure(procedure, draftWords);
  return beginDocument(room, actor, { source, kind: 'procedure', title: procedure.read.name }, now);
}

/** The text is Vietnamese whatever the language of the screen. */
export function draftWords(key: string, values: Record<string, string> = {}): string {
  return translate('vi', `tthc.draft.${key}`, values);
}
