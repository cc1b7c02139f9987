import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { opinionParts, requestKinds } from './change-request.ts';

const long = z.string().trim().max(4000);
const openDay = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(text), { message: 'errors.field.day' })
  .transform((text) => (text === '' ? null : text));
const chosen = z
  .string()
  .default('')
  .transform((text) => (text === '' ? null : text));

/** BM-01-01 as its proposer fills it in. */
export const requestForm = z.object({
  kind: z.enum(requestKinds),
  document: chosen,
  title: z.string().trim().max(300).default(''),
  documentKind: z.enum(documentKinds).default('procedure'),
  reason: long.min(1),
  legalGround: z.string().trim().max(1000).default(''),
  groundInForceFrom: openDay,
  contentBefore: long.default(''),
  contentAfter: long.default(''),
  impactForms: z.string().trim().max(1000).default(''),
  impactTraining: z.string().trim().max(1000).default(''),
  impactSoftware: z.string().trim().max(1000).default(''),
});

export const opinionForm = z.object({
  part: z.enum(opinionParts),
  favours: z.enum(['yes', 'no']),
  opinion: long.default(''),
});

export const decisionForm = z.object({
  agreed: z.enum(['yes', 'no']),
  reason: long.default(''),
  dueOn: openDay,
  drafter: chosen,
});

export const requestedDraftForm = z.object({ newIssue: z.enum(['yes', 'no']).default('no') });

export const cancellationForm = z.object({ reason: long.min(1) });
