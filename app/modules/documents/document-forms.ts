import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

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

/** The decision that puts approved revisions in force, together. */
export const releaseForm = z.object({
  revision: listed.refine((ids) => ids.length > 0, { message: 'documents.refusal.nothing-to-release' }),
  decisionNumber: line,
  signedOn: day,
  signer: line,
  inForceFrom: day,
  inForceUntil: openDay,
});

/** A decision made before the system, with its scan. */
export const adoptionForm = releaseForm.omit({ revision: true }).extend({
  seenHash: z.string(),
  decisionFile: z.instanceof(File, { message: 'errors.field.required' }),
});

export const withdrawalForm = z.object({
  decisionNumber: line,
  reason: z.string().trim().min(1).max(2000),
  from: day,
});

/** A signature under the text that was shown: its hash, and the signer's yes. */
export const signingForm = z.object({
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
  agreed: z.literal('yes', { message: 'documents.sign.not-agreed' }),
});

export const returnForm = z.object({ comment: z.string().trim().min(1).max(4000) });

export const nextRevisionForm = z.object({
  changeSummary: z.string().trim().min(1).max(2000),
  legalGround: z.string().trim().max(1000).default(''),
  newIssue: z.enum(['yes', 'no']).default('no'),
});

export const newDocumentForm = z.object({
  title: z.string().trim().min(1).max(300),
  kind: z.string().default('procedure'),
  from: z.string().default(''),
});

export const draftForm = z.object({
  version: z.coerce.number().int().positive(),
  source: z.string().max(400_000),
  changeSummary: z.string().trim().max(2000).default(''),
  legalGround: z.string().trim().max(1000).default(''),
});

export const printForm = z.object({ reason: z.string().trim().min(1).max(300) });

export const submissionForm = z.object({ version: z.coerce.number().int().positive() });
