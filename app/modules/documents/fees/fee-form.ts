import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

/** What the office asks for one item, from a day on. An amount left open is fixed by the province. */
export const feeForm = z
  .object({
    nameVi: line(300),
    nameEn: line(300),
    amount: z
      .string()
      .trim()
      .default('')
      .refine((text) => text === '' || /^\d{1,3}([. ]?\d{3}){0,3}$/.test(text), {
        message: 'fees.amount-wrong',
      })
      .transform((text) => (text === '' ? null : Number(text.replace(/[. ]/g, '')))),
    unit: line(60),
    legalBasis: z
      .string()
      .trim()
      .default('')
      .transform((text) => (text === '' ? null : text)),
    note: z.string().trim().max(1000).default(''),
    validFrom: z.string().trim().refine(isDay, { message: 'errors.field.day' }),
    validUntil: z
      .string()
      .trim()
      .default('')
      .refine((text) => text === '' || isDay(text), { message: 'errors.field.day' })
      .transform((text) => (text === '' ? null : text)),
  })
  .refine((fee) => fee.validUntil === null || fee.validUntil >= fee.validFrom, {
    message: 'fees.days-out-of-order',
    path: ['validUntil'],
  });

export const newFeeForm = z.intersection(
  z.object({
    item: z
      .string()
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'fees.item-wrong' })
      .max(64),
  }),
  feeForm,
);

export type FeeFacts = z.infer<typeof feeForm>;
