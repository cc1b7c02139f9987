import { Refused } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { CompiledDocument, Finding } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';
import { checkDocument } from '../check/check-document.ts';
import type { Surroundings } from '../check/surroundings.ts';
import type { Revision } from '../revision-record.server.ts';
import type { PressedText } from './pressed-text.ts';
import { surroundingsOf } from './surroundings.server.ts';

/** Guard and six-clears check of a text as it would stand in the office today. Evaluates nothing. */
export async function checkText(
  press: TextPress,
  source: string,
  about: { file: string; locale: Locale },
  around: (compiled: CompiledDocument) => Promise<Surroundings>,
): Promise<{ findings: Finding[]; compiled: CompiledDocument | null }> {
  const { findings, compiled } = await press.check(source, about);
  if (!compiled) return { findings, compiled: null };
  return {
    findings: [...findings, ...checkDocument(compiled, await around(compiled), about.locale)],
    compiled,
  };
}

/**
 * Guards, checks and presses the text of a revision, before the transaction that needs it.
 * @throws Refused when the guard refuses the text: the drafter sees the findings in the editor.
 */
export async function pressRevision(
  press: TextPress,
  db: Db,
  actor: Actor,
  revision: Pick<Revision, 'id' | 'document_id' | 'source' | 'language'>,
  today: Day,
  locale: Locale,
): Promise<PressedText> {
  const language = revision.language === 'en' ? 'en' : 'vi';
  const roleNames = await roleNamesOf(db, actor.agencyId, language);
  const pressed = await press.press(revision.source, { file: revision.id, locale, roleNames });
  if (!pressed.compiled || pressed.html === null) {
    throw new Refused('documents.refusal.findings', { count: pressed.findings.length });
  }
  const field = pressed.compiled.frontMatter.field;
  const around = await surroundingsOf(db, actor, { documentId: revision.document_id, field }, today);
  return {
    sourceSha256: sha256(revision.source),
    html: pressed.html,
    compiled: pressed.compiled,
    findings: checkDocument(pressed.compiled, around, locale),
  };
}

/** Names of roles as the pages of a document in that language show them. */
export async function roleNamesOf(
  db: Db,
  agencyId: string,
  language: Locale,
): Promise<Record<string, string>> {
  const roles = await db
    .selectFrom('role')
    .select(['key', 'name_vi', 'name_en'])
    .where('agency_id', '=', agencyId)
    .orderBy('key')
    .execute();
  return Object.fromEntries(roles.map((role) => [role.key, language === 'en' ? role.name_en : role.name_vi]));
}
