import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { actionCount } from './action-count.ts';
import { causeCategories } from './cause-categories.ts';
import type { EntryContent } from './entry.ts';
import { sourceKinds } from './source.ts';

const words = z.string().trim().min(1).max(4000);
const note = z.string().trim().max(4000).default('');
const choice = z.string().min(1).max(64);
const orNone = z
  .string()
  .max(200)
  .default('')
  .transform((text) => (text.trim() === '' ? null : text.trim()));
const day = z.string().trim().min(1).refine(isDay, { message: 'nonconformities.form.day-wrong' });
const grade = z.enum(['minor', 'major'], { message: 'errors.field.required' });
const yesNo = z
  .enum(['yes', 'no'], { message: 'errors.field.required' })
  .transform((value) => value === 'yes');
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

export const reportForm = z.object({
  source: z.enum(sourceKinds, { message: 'errors.field.required' }),
  detectedOn: day,
  unit: choice,
  statement: words,
  requirement: words,
  evidence: words,
  grade,
  document: orNone,
  clause: orNone,
  personInCharge: orNone,
});

export const acceptanceForm = z.object({ grade, personInCharge: choice, opinion: note });

export const correctionForm = z.object({ what: words, doneBy: choice, doneOn: day, consequences: words });

export const whyCount = 5;

/** Rows `why1`, `answer1`, `proof1` … as they stand in the form. */
const whyFields = z.object(
  Object.fromEntries(
    Array.from({ length: whyCount }, (_, at) => at + 1).flatMap((n) => [
      [`why${n}`, note],
      [`answer${n}`, note],
      [`proof${n}`, note],
    ]),
  ),
);

const causeFields = z.object({
  needed: yesNo,
  reason: words,
  method: z.enum(['five-whys', 'ishikawa', 'other']).default('five-whys'),
  categories: z
    .union([z.enum(causeCategories), z.array(z.enum(causeCategories))])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat())),
  rootCause: note,
  similarCases: note,
  blameConfirmed: tick,
});

export const causeForm = causeFields.and(whyFields);

/** Rows of the five whys that hold an answer, in order. */
export function whysIn(form: Record<string, unknown>): EntryContent<'cause'>['whys'] {
  const said = (name: string) => String(form[name] ?? '');
  return Array.from({ length: whyCount }, (_, at) => at + 1)
    .map((n) => ({ question: said(`why${n}`), answer: said(`answer${n}`), evidence: said(`proof${n}`) }))
    .filter((row) => row.answer !== '');
}

const actionFields = z.object(
  Object.fromEntries(
    Array.from({ length: actionCount }, (_, at) => at + 1).flatMap((n) => [
      [`what${n}`, note],
      [`owner${n}`, note],
      [`due${n}`, note],
      [`revises${n}`, note],
    ]),
  ),
);

/** Rows `what1`, `owner1`, `due1`, `revises1` …; an empty row is no action, a half-filled one a mistake. */
export const planForm = actionFields.transform((form, context) => {
  const said = (name: string) => form[name] ?? '';
  const rows = Array.from({ length: actionCount }, (_, at) => at + 1).filter((n) =>
    ['what', 'owner', 'due', 'revises'].some((name) => said(`${name}${n}`) !== ''),
  );
  for (const n of rows) {
    for (const name of ['what', 'owner', 'due']) {
      if (said(`${name}${n}`) === '')
        context.addIssue({ code: 'custom', path: [`${name}${n}`], message: 'errors.field.required' });
    }
    if (said(`due${n}`) !== '' && !isDay(said(`due${n}`)))
      context.addIssue({ code: 'custom', path: [`due${n}`], message: 'nonconformities.form.day-wrong' });
  }
  return rows.map((n) => ({
    what: said(`what${n}`),
    ownerId: said(`owner${n}`),
    dueOn: said(`due${n}`),
    revisesDocumentId: said(`revises${n}`) || null,
  }));
});

export const planApprovalForm = z.object({ approved: yesNo, opinion: note });

export const evidenceForm = z.object({ evidence: words, doneOn: day });

export const verificationForm = z.object({
  criterion: words,
  findings: words,
  effective: yesNo,
  effectiveOn: day,
});

export const closureForm = z.object({ risks: words });
export const cancellationForm = z.object({ reason: words });
