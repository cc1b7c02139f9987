import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotFound } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { DocumentKind } from '#app/mdx/compiled-document.ts';
import { readFrontMatter } from '#app/mdx/front-matter.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { applyEdits, type Edit } from '../editor/edits.ts';
import { wholeRegister } from '../register/register.server.ts';
import { getDocument } from '../revision-record.server.ts';

/** A text that explains itself, for a new document of a kind. `content` is the folder of the program's content. */
export function starterText(content: string, kind: DocumentKind, title: string): string {
  const own = join(content, 'starters', `${kind}.mdx`);
  const text = readFileSync(existsSync(own) ? own : join(content, 'starters', 'text.mdx'), 'utf8');
  return text
    .replace(/^kind: .*$/m, `kind: ${kind}`)
    .replace(/^title: .*$/m, `title: { vi: ${JSON.stringify(title)} }`);
}

interface LibraryText {
  /** File below `content/library`. */
  file: string;
  code: string;
  title: { vi: string; en: string | null };
}

/** The texts of the starter library, by code. */
export function libraryTexts(content: string): LibraryText[] {
  const folder = join(content, 'library');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((file) => {
      const yaml = readFileSync(join(folder, file), 'utf8').split(/^---$/m)[1] ?? '';
      const { frontMatter } = readFrontMatter(yaml);
      return frontMatter?.code ? [{ file, code: frontMatter.code, title: frontMatter.title }] : [];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Everything a new document may begin from: texts of the library by code, documents of the office by id. */
export async function startsToChoose(db: Db, actor: Actor, content: string, day: Day, locale: Locale) {
  authorize(actor, 'document.draft');
  const rows = await wholeRegister(db, actor, { on: day });
  const said = (...words: (string | null)[]) => words.filter(Boolean).join(' – ');
  return {
    templates: libraryTexts(content).map(({ code, title }) => ({
      value: code,
      label: said(code, (locale === 'en' && title.en) || title.vi),
    })),
    documents: rows.map((row) => ({
      value: row.documentId,
      label: said(row.code ?? row.claimedCode, (locale === 'en' && row.titleEn) || row.titleVi),
    })),
  };
}

/** A text of the library as the start of a document. Only what the library lists is read. */
export async function textFromLibrary(
  press: TextPress,
  content: string,
  code: string,
  title: string,
): Promise<string> {
  const found = libraryTexts(content).find((text) => text.code === code);
  if (!found) throw new NotFound();
  return startingText(press, readFileSync(join(content, 'library', found.file), 'utf8'), title);
}

/** The newest text of a document as the start of another one: its code and English title stay behind. */
export async function textFrom(
  room: { db: Db; press: TextPress },
  actor: Actor,
  documentId: string,
  title: string,
): Promise<string> {
  authorize(actor, 'document.read-draft');
  const document = await getDocument(room.db, actor, documentId);
  const newest = await room.db
    .selectFrom('revision')
    .select('source')
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return startingText(room.press, newest.source, title);
}

/** Nothing of the first document's past is the new one's: no code, no other title, no step replaced or given up. */
async function startingText(press: TextPress, source: string, title: string): Promise<string> {
  const { outline } = await press.outline(source, { file: 'new.mdx', locale: 'vi' });
  if (!outline) return source;
  const past = outline.components.flatMap((component, of): Edit[] => {
    if (component.name === 'Steps') return [{ do: 'attribute', of, name: 'retired', value: null }];
    return component.name === 'Step' ? [{ do: 'attribute', of, name: 'replaces', value: null }] : [];
  });
  return applyEdits(source, outline, [
    { do: 'front-matter', path: 'code', value: null },
    { do: 'front-matter', path: 'title.vi', value: title },
    { do: 'front-matter', path: 'title.en', value: null },
    ...past,
  ]);
}
