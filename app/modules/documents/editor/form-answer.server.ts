import { dayOf } from '#app/http/clock.ts';
import { isRefused } from '#app/http/errors.ts';
import { type RefusedForm, typedValues } from '#app/http/forms.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { drawnText, type ShownText } from '../reading/shown-text.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { type FilledForm, saveForm } from './form-saving.server.ts';

/** What a filled form gets: where it stands now, or everything a person needs to go on without losing a word. */
export interface FormAnswer {
  saved?: { version: number; at: Instant };
  /** The row a button moved or made, to come back to. */
  row?: string;
  text?: ShownText;
  form?: RefusedForm & { conflict?: { source: string; version: number } };
  refusal?: string[];
}

export const conflictCodes = ['documents.refusal.changed-meanwhile', 'documents.refusal.not-a-draft'];
const largestBase = 400_000;

/** Reads the form of one part. Its base is kept to the byte; what was typed is normalised as everywhere. */
export function fillingIn(form: FormData, revisionId: string): FilledForm {
  const values = typedValues(form);
  const { version = [], base: _base, act = [], ...fields } = values;
  return {
    revisionId,
    version: Number(version[0]) || 0,
    base: baseIn(form.get('base')),
    values: fields,
    act: act.find((one) => one !== '') ?? '',
    byItself: false,
  };
}

function baseIn(field: FormDataEntryValue | null): string {
  if (typeof field !== 'string' || field.length > largestBase * 2) return '';
  try {
    const base: unknown = JSON.parse(field);
    return typeof base === 'string' && base.length <= largestBase ? base : '';
  } catch {
    return '';
  }
}

export async function answerForm(
  room: { db: Db; press: TextPress },
  actor: Actor,
  filling: FilledForm,
  now: Instant,
  locale: Locale,
): Promise<FormAnswer> {
  authorize(actor, 'document.draft');
  const refused = (errors: RefusedForm['errors'], refusal: RefusedForm['refusal'] = null): RefusedForm => {
    return { ok: false, values: filling.values, errors, refusal };
  };
  let own = '';
  try {
    const saving = await saveForm(room, actor, filling, now, locale, (source) => {
      own = source;
    });
    const wrong = Object.keys(saving.errors).length > 0;
    if (!saving.saved) return { form: refused(saving.errors), refusal: saving.refusal };
    const saved = { version: saving.version, at: now };
    if (!filling.byItself) return { saved, ...(saving.row ? { row: saving.row } : {}) };
    const revision = await getRevision(room.db, actor, filling.revisionId);
    const text = await drawnText(room, actor, revision, dayOf(now), locale);
    return { saved, text, ...(wrong ? { form: refused(saving.errors) } : {}) };
  } catch (problem) {
    if (!isRefused(problem)) throw problem;
    const form = refused({}, { code: problem.code, details: problem.details });
    if (!conflictCodes.includes(problem.code)) return { form };
    const revision = await getRevision(room.db, actor, filling.revisionId);
    const { source, version, change_summary, legal_ground } = revision;
    const values = { source: [own], changeSummary: [change_summary], legalGround: [legal_ground] };
    return { form: { ...form, values, conflict: { source, version } } };
  }
}
