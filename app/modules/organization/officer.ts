import { z } from 'zod';
import { dayValue, keyValue, nameValue, noteValue } from './form-values.ts';

export const officerForm = z.object({
  key: keyValue,
  name: nameValue,
  email: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)
    .refine((text) => text === null || z.email().safeParse(text).success, {
      message: 'organization.form.email-wrong',
    }),
  validFrom: dayValue,
});
export type OfficerForm = z.output<typeof officerForm>;

export const leavingForm = z.object({ until: dayValue, reason: noteValue });
export type LeavingForm = z.output<typeof leavingForm>;
