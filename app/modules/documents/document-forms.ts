import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { choicesIn } from './acknowledgement/questions.ts';

const day = z.string().trim().refine(isDay, { message: 'errors.field.day' });
const openDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(text), { message: 'errors.field.day' })
  .transform((text) => (text === '' ? null : text));
const line = z.string().trim().min(1).max(300);
const listed = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
);

/** A hidden field that our page fills in: missing only where the page is old or somebody wrote the form by hand. */
const version = z.coerce
  .number({ message: 'errors.field.stale' })
  .int('errors.field.stale')
  .positive('errors.field.stale');
const seenHash = z
  .string({ message: 'errors.field.stale' })
  .regex(/^[0-9a-f]{64}$/, { message: 'errors.field.stale' });
/** The signer's password, where the last confirmation is too old; `confirmPerson` asks. */
const password = z.string().max(200).default('');

/** The decision that puts approved revisions in force, together. */
export const releaseForm = z.object({
  revision: listed.refine((ids) => ids.length > 0, { message: 'documents.refusal.nothing-to-release' }),
  decisionNumber: line,
  signedOn: day,
  signer: line,
  inForceFrom: day,
  inForceUntil: openDay,
  password,
});

const questionFields = {
  question1: z.string().trim().max(300).default(''),
  choices1: z.string().max(2000).default(''),
  right1: z.coerce.number().int().default(0),
  question2: z.string().trim().max(300).default(''),
  choices2: z.string().max(2000).default(''),
  right2: z.coerce.number().int().default(0),
  /** The revision they are about; not needed where only one is released. */
  questionsAbout: z.string().default(''),
};

/** A decision made here, with the terms of its reading. */
export const readReleaseForm = releaseForm.extend({
  signatory: z.string().max(200).default(''),
  signer: z.string().trim().max(300).default(''),
  whenAcknowledged: z.enum(['yes', 'no']).default('no'),
  acknowledgeWithin: z.coerce.number().int().min(0).max(60).default(5),
  ...questionFields,
});

/** The questions of a release: those with words, each about its revision. */
export function questionsIn(form: z.infer<typeof readReleaseForm>) {
  const revisionId = form.questionsAbout || (form.revision.length === 1 ? (form.revision[0] ?? '') : '');
  return [
    { words: form.question1, choices: choicesIn(form.choices1), right: form.right1, revisionId },
    { words: form.question2, choices: choicesIn(form.choices2), right: form.right2, revisionId },
  ].filter((question) => question.words !== '' || question.choices.length > 0);
}

/** A decision made before the system, with its scan. */
export const adoptionForm = releaseForm.omit({ revision: true }).extend({
  seenHash,
  decisionFile: z.instanceof(File, { message: 'errors.field.required' }),
});

export const withdrawalForm = z.object({
  decisionNumber: line,
  reason: z.string().trim().min(1).max(2000),
  from: day,
});

/** A signature under the text that was shown: its hash, and the signer's yes. */
export const signingForm = z.object({
  seenHash,
  agreed: z.literal('yes', { message: 'documents.sign.not-agreed' }),
  password,
});

export const returnForm = z.object({ comment: z.string().trim().min(1).max(4000) });

export const nextRevisionForm = z.object({
  changeSummary: z.string().trim().min(1).max(2000),
  legalGround: z.string().trim().max(1000).default(''),
  newIssue: z.enum(['yes', 'no']).default('no'),
});

export const newDocumentForm = z
  .object({
    title: z.string().trim().min(1).max(300),
    kind: z.enum(documentKinds, { message: 'errors.field.invalid' }).default('procedure'),
    /** Code of a text of the library. */
    template: z.string().default(''),
    from: z.string().default(''),
  })
  .refine(({ template, from }) => template === '' || from === '', {
    message: 'documents.new.one-start',
    path: ['template'],
  });

export const draftForm = z.object({
  version,
  source: z.string().max(400_000),
  changeSummary: z.string().trim().max(2000).default(''),
  legalGround: z.string().trim().max(1000).default(''),
});

export const printForm = z.object({ reason: z.string().trim().min(1).max(300) });

export const submissionForm = z.object({ version });
