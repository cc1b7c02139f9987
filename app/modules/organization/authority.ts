import { z } from 'zod';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { dayValue, inOrder, openDayValue, outOfOrder } from './form-values.ts';

export const authorityForm = z
  .object({
    positionId: z.string().min(1, { message: 'errors.field.required' }),
    documentKind: z.enum(documentKinds),
    validFrom: dayValue,
    validUntil: openDayValue,
  })
  .refine(inOrder, outOfOrder);
export type AuthorityForm = z.output<typeof authorityForm>;

export const authorityEndForm = z.object({ until: dayValue });
