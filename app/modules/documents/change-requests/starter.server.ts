import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { starterText } from '../drafting/starter-text.server.ts';
import type { RequestedDraft } from './drafting-for-request.server.ts';
import { getRequest } from './request-record.server.ts';

/** The text a document to be written begins with; null where a document is amended. */
export async function starterOf(
  room: { db: Db; press: TextPress },
  actor: Actor,
  requestId: string,
  content: string,
): Promise<RequestedDraft['starter']> {
  authorize(actor, 'document.draft');
  const row = await getRequest(room.db, actor, requestId);
  if (row.kind !== 'write') return null;
  const kind = row.document_kind as DocumentKind; // chosen from the closed list
  const source = starterText(content, kind, row.title);
  const { compiled } = await room.press.check(source, { file: row.number, locale: 'vi' });
  return { source, frontMatter: compiled?.frontMatter ?? null };
}
