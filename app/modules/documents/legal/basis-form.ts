import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { legalBasisStatuses } from './basis-status.ts';

export const legalBasisKinds = [
  'luat',
  'nghi-quyet',
  'nghi-dinh',
  'quyet-dinh',
  'thong-tu',
  'chi-thi',
  'tieu-chuan',
] as const;

const line = (most: number) => z.string().trim().min(1).max(most);
const day = z.string().trim().refine(isDay, { message: 'errors.field.day' });
const openDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(text), { message: 'errors.field.day' })
  .transform((text) => (text === '' ? null : text));
const openKey = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || /^[a-z0-9-]+$/.test(text), { message: 'errors.field.invalid' })
  .transform((text) => (text === '' ? null : text));

/** What the register says of one legal basis. */
export const newBasisForm = z.object({
  kind: z.enum(legalBasisKinds),
  numberSign: line(120),
  issuer: line(200),
  title: line(1000),
  signedOn: openDay,
  inForceFrom: openDay,
  inForceUntil: openDay,
  status: z.enum(legalBasisStatuses),
  replacedBy: openKey,
  note: z.string().trim().max(2000).default(''),
});

/** The same looked up again, with the reason of the new row. */
export const basisChangeForm = newBasisForm.extend({ reason: line(500) });

export const amendmentForm = z.object({
  amendedBy: openKey,
  effectOn: day,
  note: line(1000),
});

export const retractionForm = z.object({ note: line(500) });

export type BasisFacts = z.infer<typeof newBasisForm>;
