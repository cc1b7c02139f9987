import { z } from 'zod';
import {
  dayValue,
  inOrder,
  keyValue,
  nameValue,
  openDayValue,
  outOfOrder,
  wholeNumber,
} from './form-values.ts';

export const unitKinds = ['leadership', 'office', 'division', 'centre', 'other'] as const;

export const unitForm = z
  .object({
    key: keyValue,
    kind: z.enum(unitKinds),
    nameVi: nameValue,
    nameEn: nameValue,
    sort: wholeNumber(999),
    validFrom: dayValue,
    validUntil: openDayValue,
  })
  .refine(inOrder, outOfOrder);

export type UnitForm = z.output<typeof unitForm>;
