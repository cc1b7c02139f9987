import { z } from 'zod';

export const commentForm = z.object({
  section: z.string().default(''),
  comment: z.string().trim().min(1).max(4000),
});

export const answerForm = z.object({
  accepted: z.enum(['yes', 'no']),
  answer: z.string().trim().max(4000).default(''),
});
