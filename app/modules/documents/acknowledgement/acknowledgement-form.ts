import { z } from 'zod';

const listed = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(120)).max(500),
);
const choice = z
  .string()
  .default('')
  .transform((text) => (/^[1-6]$/.test(text) ? Number(text) : null));

/** What was shown, by its hash, the answers to the questions about it, and the reader's yes. */
export const acknowledgementForm = z.object({
  revision: z.string({ message: 'errors.field.stale' }).max(60),
  part: listed,
  seenHash: z
    .string({ message: 'errors.field.stale' })
    .regex(/^[0-9a-f]{64}$/, { message: 'errors.field.stale' }),
  question1: z.string().max(60).default(''),
  answer1: choice,
  question2: z.string().max(60).default(''),
  answer2: choice,
  agreed: z.literal('yes', { message: 'documents.sign.not-agreed' }),
});

/** Answers given, in the form's order. */
export function answersIn(form: z.infer<typeof acknowledgementForm>) {
  return [
    { questionId: form.question1, choice: form.answer1 },
    { questionId: form.question2, choice: form.answer2 },
  ].flatMap(({ questionId, choice }) =>
    questionId !== '' && choice !== null ? [{ questionId, choice }] : [],
  );
}
