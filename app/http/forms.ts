import { data } from '@remix-run/node';
import type { z } from 'zod';
import { isRefused, type RefusalDetails, UnreadableForm } from './errors.ts';

/** What a person typed, kept so that a refused form loses nothing. One name may carry several values. */
export type TypedValues = Record<string, string[]>;

/** Message keys per field; the key `''` belongs to the whole form. */
export type FieldErrors = Record<string, string[]>;

export interface RefusedForm {
  ok: false;
  values: TypedValues;
  errors: FieldErrors;
  refusal: { code: string; details: RefusalDetails } | null;
}

export type FormOutcome<T> = { ok: true; value: T; values: TypedValues } | RefusedForm;

/** Text in Unicode NFC with unix line ends and without NUL, which PostgreSQL refuses; what a person types on two machines compares equal. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

export function typedValues(form: FormData): TypedValues {
  const values: TypedValues = Object.create(null);
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    const list = values[name] ?? [];
    list.push(normalizeText(value));
    values[name] = list;
  }
  return values;
}

/**
 * Reads a form by a schema. A name with one value is given as text, with several as an array (use `z.preprocess` or
 * `listField` for a list that may hold one). Files are given as they are. An issue message of the schema that is a
 * message key is shown as such; others become the general sentence for their kind.
 */
export function parseForm<T>(form: FormData, schema: z.ZodType<T>): FormOutcome<T> {
  const values = typedValues(form);
  const input: Record<string, unknown> = Object.create(null);
  for (const name of new Set(form.keys())) {
    const typed = values[name];
    if (typed) input[name] = typed.length === 1 ? typed[0] : typed;
    const files = form.getAll(name).filter((value) => typeof value !== 'string');
    if (files.length > 0 && !typed) input[name] = files.length === 1 ? files[0] : files;
  }
  const read = schema.safeParse(input);
  if (read.success) return { ok: true, value: read.data, values };
  const errors: FieldErrors = {};
  for (const issue of read.error.issues) {
    const name = String(issue.path[0] ?? '');
    const list = errors[name] ?? [];
    const key = messageOf(issue);
    if (!list.includes(key)) list.push(key);
    errors[name] = list;
  }
  return { ok: false, values, errors, refusal: null };
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z-]+(\.[a-z0-9-]+)+$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined))
    return 'errors.field.required';
  if (issue.code === 'too_big') return 'errors.field.too-long';
  if (issue.code === 'unrecognized_keys') return 'errors.field.unknown';
  return 'errors.field.invalid';
}

/**
 * What was sent, as a form.
 * @throws UnreadableForm when the body stops short or is not what its type says.
 */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new UnreadableForm();
  }
}

export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<FormOutcome<T>> {
  return parseForm(await formOf(request), schema);
}

const secrets = ['password', 'again', 'current'];

/**
 * The answer to a form with mistakes: status 400 (409 when the field refused), the typed values and what to mend. A
 * password never comes back in a page.
 */
export function showMistakes(form: RefusedForm) {
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !secrets.includes(name)));
  return data({ ...form, values }, { status: form.refusal ? 409 : 400 });
}

/**
 * Runs a command for a form. A refusal of the field comes back as a form with its reason, so that what the person
 * typed stays on the page; every other error goes on its way.
 */
export async function attempt<T>(
  values: TypedValues,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | RefusedForm> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!isRefused(error)) throw error;
    return { ok: false, values, errors: {}, refusal: { code: error.code, details: error.details } };
  }
}
