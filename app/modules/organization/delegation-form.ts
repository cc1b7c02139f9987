import { z } from 'zod';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { dayValue, nameValue, noteValue, openDayValue, severalValues } from './form-values.ts';

/** The register's form; whether the delegation is lawful is the rule `refusalToDelegate`. */
export const delegationForm = z.object({
  fromOfficerId: z.string().min(1, { message: 'errors.field.required' }),
  toOfficerId: z.string().min(1, { message: 'errors.field.required' }),
  roleKeys: severalValues,
  approvalKinds: severalValues.pipe(z.array(z.enum(documentKinds))),
  validFrom: dayValue,
  validUntil: openDayValue,
  conditions: noteValue,
  decisionNumber: noteValue,
});
export type DelegationForm = z.output<typeof delegationForm>;

export const delegationEndForm = z.object({ until: dayValue, reason: nameValue });
export type DelegationEndForm = z.output<typeof delegationEndForm>;
