import { z } from 'zod';
import {
  dayValue,
  inOrder,
  keyValue,
  nameValue,
  openDayValue,
  outOfOrder,
  severalValues,
  wholeNumber,
} from './form-values.ts';

export const positionForm = z
  .object({
    key: keyValue,
    unitId: z.string().min(1, { message: 'errors.field.required' }),
    nameVi: nameValue,
    nameEn: nameValue,
    seats: wholeNumber(200),
    isHead: z
      .literal('yes')
      .optional()
      .transform((value) => value === 'yes'),
    sort: wholeNumber(999),
    validFrom: dayValue,
    validUntil: openDayValue,
    /** Roles a new position fills from its first day, for every field. */
    roleKeys: severalValues,
  })
  .refine(inOrder, outOfOrder);

export type PositionForm = z.output<typeof positionForm>;
