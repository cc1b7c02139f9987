import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { getDocument } from '../revision-record.server.ts';

/** A text that explains itself, for a new document of a kind. `content` is the folder of the program's content. */
export function starterText(content: string, kind: DocumentKind, title: string): string {
  const own = join(content, 'starters', `${kind}.mdx`);
  const text = readFileSync(existsSync(own) ? own : join(content, 'starters', 'text.mdx'), 'utf8');
  return text
    .replace(/^kind: .*$/m, `kind: ${kind}`)
    .replace(/^title: .*$/m, `title: { vi: ${JSON.stringify(title)} }`);
}

/** The newest text of a document as the start of another one: its code and English title stay behind. */
export async function textFrom(db: Db, actor: Actor, documentId: string, title: string): Promise<string> {
  authorize(actor, 'document.read-draft');
  const document = await getDocument(db, actor, documentId);
  const newest = await db
    .selectFrom('revision')
    .select('source')
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [head = '', ...body] = newest.source.split(/(?<=\n)---\n/);
  const fresh = head
    .replace(/^code: .*\n/m, '')
    .replace(/^title: .*$/m, `title: { vi: ${JSON.stringify(title)} }`);
  return [fresh, ...body].join('---\n');
}
