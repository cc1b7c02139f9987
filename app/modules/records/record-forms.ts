import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

const day = z
  .string()
  .trim()
  .refine((text) => isDay(text), { message: 'errors.field.day' });
const line = z.string().trim().max(300);
const long = z.string().trim().max(2000);

export const newFillingForm = z.object({
  form: z.string().trim().min(1).max(60),
  document: line.default(''),
  step: line.default(''),
});

export const completionForm = z.object({
  version: z.coerce.number().int(),
  type: line.default(''),
  reason: long.default(''),
});

export const revisionChoiceForm = z.object({ choice: z.enum(['carry-over', 'keep']) });

export const agreementForm = z.object({ agreed: z.literal('yes', { message: 'errors.field.required' }) });

export const recordEventForm = z.object({ on: day, description: long.min(1) });

export const disposalForm = z.object({
  record: z.preprocess(
    (given) => (typeof given === 'string' ? [given] : (given ?? [])),
    z.array(line).max(500),
  ),
  reason: long.min(1),
});

export const disposalDecisionForm = z.object({
  agreed: z.enum(['yes', 'no']),
  number: line.min(1),
  on: day,
  members: long.default(''),
  reason: long.default(''),
});

export const disposalMinuteForm = z.object({
  on: day,
  place: line.min(1),
  method: line.min(1),
  witnesses: long.min(1),
  conclusion: long.min(1),
});

/** Names typed one a line. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
}

export const copyForm = z.object({
  revision: line.min(1),
  number: z.coerce.number().int().min(1),
  holder: line.default(''),
  place: line.default(''),
  on: day,
});

export const copyReturnForm = z.object({ on: day, note: line.default('') });

export const settlementForm = z.object({ outcome: z.enum(['accepted', 'rejected']), reason: long.min(1) });
