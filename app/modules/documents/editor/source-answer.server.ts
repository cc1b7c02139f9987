import { isRefused } from '#app/http/errors.ts';
import type { RefusedForm, TypedValues } from '#app/http/forms.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { type EditedDraft, saveEditedDraft } from '../drafting/editing.server.ts';
import { getRevision } from '../revision-record.server.ts';
import { conflictCodes, type FormAnswer } from './form-answer.server.ts';
import { keepingOwnLines } from './prose.ts';

/**
 * Saves a text typed as a whole. Lines that say what they said keep the bytes they are stored with; a text in which
 * nothing was changed is not saved again. A refusal comes back with what was typed, a conflict with both texts.
 */
export async function answerSource(
  room: { db: Db; press: TextPress },
  actor: Actor,
  typed: EditedDraft,
  values: TypedValues,
  now: Instant,
): Promise<Pick<FormAnswer, 'saved' | 'form'>> {
  authorize(actor, 'document.draft');
  const { revisionId, version, changeSummary, legalGround } = typed;
  const revision = await getRevision(room.db, actor, revisionId);
  const source = keepingOwnLines(revision.source, typed.source);
  const same =
    revision.version === version &&
    revision.source === source &&
    revision.change_summary === changeSummary &&
    revision.legal_ground === legalGround;
  if (same && revision.state === 'draft') return { saved: { version, at: now } };
  try {
    const saved = await saveEditedDraft(room, actor, { ...typed, source }, now);
    return { saved: { version: saved, at: now } };
  } catch (problem) {
    if (!isRefused(problem)) throw problem;
    const refusal = { code: problem.code, details: problem.details };
    const form: RefusedForm = { ok: false, values, errors: {}, refusal };
    if (!conflictCodes.includes(problem.code)) return { form };
    return { form: { ...form, conflict: { source: revision.source, version: revision.version } } };
  }
}
