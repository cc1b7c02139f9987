import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

/** A day typed into a form. */
export const dayValue = z.string().trim().refine(isDay, { message: 'organization.form.day-wrong' });

/** A day that may be left open. */
export const openDayValue = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), { message: 'organization.form.day-wrong' })
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

/** A key people can read in addresses and files: `cv-tu-phap`. */
export const keyValue = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, { message: 'organization.form.key-wrong' })
  .max(60, { message: 'errors.field.too-long' });

export const nameValue = z
  .string()
  .trim()
  .min(1, { message: 'errors.field.required' })
  .max(200, { message: 'errors.field.too-long' });

export const noteValue = z.string().trim().max(2000, { message: 'errors.field.too-long' }).default('');

/** One choice or several of the same name. */
export const severalValues = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat().filter((one) => one !== '')));

export const wholeNumber = (most: number) =>
  z.coerce
    .number({ message: 'organization.form.number-wrong' })
    .int({ message: 'organization.form.number-wrong' })
    .min(0, { message: 'organization.form.number-wrong' })
    .max(most, { message: 'organization.form.number-wrong' });

/** The last day may not lie before the first. */
export function inOrder<T extends { validFrom: string; validUntil: string | null }>(value: T): boolean {
  return value.validUntil === null || value.validUntil >= value.validFrom;
}

export const outOfOrder = { message: 'organization.form.days-out-of-order', path: ['validUntil'] };
