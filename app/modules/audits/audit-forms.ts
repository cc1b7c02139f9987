import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { editions } from '../standards/edition.ts';
import { answers } from './grades.ts';
import { auditKinds } from './lifecycle.ts';
import { largestSeed } from './sampling.ts';

const words = z.string().trim().min(1).max(4000);
const line = z.string().trim().min(1).max(200);
const note = z.string().trim().max(4000).default('');
const day = z.string().trim().min(1).refine(isDay, { message: 'audits.form.day-wrong' });
const orNone = z
  .string()
  .max(64)
  .default('')
  .transform((text) => (text.trim() === '' ? null : text.trim()));
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat().filter((one) => one !== '')));
const edition = z.enum(editions, { message: 'errors.field.required' });

export const auditForm = z.object({
  kind: z.enum(auditKinds, { message: 'errors.field.required' }),
  title: line,
  objective: words,
  scope: note,
  edition,
  units: several.refine((units) => units.length > 0, { message: 'errors.field.required' }),
  periodFrom: day,
  periodUntil: day,
  plannedOn: day,
});

export const auditorForm = z.object({
  officer: z.string().min(1).max(64),
  part: z.enum(['lead', 'auditor'], { message: 'errors.field.required' }),
  exceptionReason: note,
  secondReviewer: orNone,
});

export const moveForm = z.object({ note });
export const auditReportForm = z.object({ conclusion: words });

export const checklistForm = z.object({
  title: z.string().trim().max(200).default(''),
  audit: orNone,
  edition: edition.optional(),
  documents: several,
  unit: orNone,
  seed: z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? undefined : Number(text)))
    .refine((seed) => seed === undefined || (Number.isInteger(seed) && seed >= 0 && seed <= largestSeed), {
      message: 'audits.refusal.seed',
    }),
});

export const answerForm = z.object({
  item: z.string().min(1).max(64),
  operation: z.string().min(8).max(64),
  answer: z.enum(answers as [string, ...string[]], { message: 'errors.field.required' }),
  evidence: note,
  note,
  unit: orNone,
  personInCharge: orNone,
});
