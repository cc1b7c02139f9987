import { z } from 'zod';

export const lines = ['own', 'other', 'undecided'] as const;

/** Whose procedures these are, one or many of them. */
export const lineForm = z.object({
  code: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string().max(40)).min(1, { message: 'tthc.refusal.none-chosen' }).max(2000),
  ),
  line: z.enum(lines),
  reason: z.string().trim().min(1).max(500),
});
