import { z } from 'zod';
import { reviewOutcomes } from './periodic-review.ts';

const listed = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(120)).max(500),
);

export const reviewForm = z.object({
  revision: z.string({ message: 'errors.field.stale' }).max(60),
  outcome: z.enum(reviewOutcomes, { message: 'errors.field.required' }),
  remark: z.string().trim().min(1).max(2000),
  checked: listed,
});
