import { z } from 'zod';
import { dayValue, inOrder, keyValue, nameValue, openDayValue, outOfOrder } from './form-values.ts';

export const roleKinds = ['own', 'other-agency', 'applicant', 'body'] as const;
export type RoleKind = (typeof roleKinds)[number];

/** One alias per line, the same words never twice. */
export const roleForm = z.object({
  key: keyValue,
  kind: z.enum(roleKinds),
  nameVi: nameValue,
  nameEn: nameValue,
  aliases: z
    .string()
    .max(4000, { message: 'errors.field.too-long' })
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ]),
});
export type RoleForm = z.output<typeof roleForm>;

export const mappingForm = z
  .object({
    roleKey: z.string().min(1, { message: 'errors.field.required' }),
    positionId: z.string().min(1, { message: 'errors.field.required' }),
    field: z
      .string()
      .trim()
      .transform((text) => (text === '' ? null : text))
      .nullable()
      .default(null)
      .refine((text) => text === null || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), {
        message: 'organization.form.key-wrong',
      }),
    validFrom: dayValue,
    validUntil: openDayValue,
  })
  .refine(inOrder, outOfOrder);
export type MappingForm = z.output<typeof mappingForm>;

export const mappingEndForm = z.object({ until: dayValue });
export type MappingEndForm = z.output<typeof mappingEndForm>;
