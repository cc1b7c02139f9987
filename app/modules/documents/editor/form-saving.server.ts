import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import type { FieldErrors, TypedValues } from '#app/http/forms.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { saveEditedDraft } from '../drafting/editing.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { applyEdits } from './edits.ts';
import { fieldEdits } from './field-edits.ts';
import { nameBook } from './name-book.server.ts';
import { newRowEdits } from './new-rows.ts';
import { EditsOverlap } from './replacements.ts';
import { rowEdits, rowOfAct } from './row-acts.ts';

export interface FilledForm {
  revisionId: string;
  /** Version the writer saw last. */
  version: number;
  /** The text the form was made from: numbers in the names of fields are those of its outline. */
  base: string;
  values: TypedValues;
  /** The button of a row, if one was pressed. */
  act: string;
  /** Saved while typing: what is right so far is saved, what is not yet right waits. */
  byItself: boolean;
}

type FormSaving =
  | { saved: true; version: number; errors: FieldErrors; refusal: string[]; row: string | null }
  | { saved: false; errors: FieldErrors; refusal: string[] };

/**
 * Writes what was changed in the form into the text and saves it. Fields that cannot be right are given back with a
 * reason; so is a change after which the text could not be read any more. `mine` is called with the text as it would
 * be saved, before it is, so that a conflict can show it.
 * @throws Refused when somebody else saved meanwhile or the text is no draft any more.
 */
export async function saveForm(
  room: { db: Db; press: TextPress },
  actor: Actor,
  form: FilledForm,
  now: Instant,
  locale: Locale,
  mine: (source: string) => void,
): Promise<FormSaving> {
  authorize(actor, 'document.draft');
  const revision = await getRevision(room.db, actor, form.revisionId);
  const about = { file: form.revisionId, locale };
  const { outline } = await room.press.outline(form.base, about);
  if (!outline) throw new Refused('editor.refusal.no-outline');
  const book = await nameBook(room.db, actor, revision.field, dayOf(now), locale);
  const fields = fieldEdits(outline, form.values, book);
  const rows = newRowEdits(outline, form.values, book);
  const errors = { ...fields.errors, ...rows.errors };
  if (Object.keys(errors).length > 0 && !form.byItself) return { saved: false, errors, refusal: [] };
  const language = revision.language === 'en' ? 'en' : 'vi';
  const edits = [...fields.edits, ...rows.edits, ...rowEdits(outline, form.act, language)];
  const source = writtenInto(form.base, outline, edits);
  mine(source);
  const after = await room.press.outline(source, about);
  if (!after.outline) {
    return { saved: false, errors, refusal: after.findings.slice(0, 5).map((finding) => finding.message) };
  }
  const { version } = form;
  const row = rowOfAct(outline, form.act);
  if (revision.version === version && revision.source === source)
    return { saved: true, version, errors, refusal: [], row };
  const { change_summary: changeSummary, legal_ground: legalGround } = revision;
  const draft = { revisionId: form.revisionId, version, source, changeSummary, legalGround };
  return { saved: true, version: await saveEditedDraft(room, actor, draft, now), errors, refusal: [], row };
}

function writtenInto(...[base, outline, edits]: Parameters<typeof applyEdits>): string {
  try {
    return applyEdits(base, outline, edits);
  } catch (problem) {
    if (problem instanceof EditsOverlap) throw new Refused('editor.refusal.overlap');
    throw problem;
  }
}
