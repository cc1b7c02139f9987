import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';

/** What the quality officer adds to a record type; the retention only where the text does not say it. */
export const recordTypeForm = z.object({
  from: z
    .string()
    .trim()
    .refine((text) => isDay(text), { message: 'errors.field.day' }),
  place: z.string().trim().max(300).default(''),
  legalGround: z.string().trim().max(500).default(''),
  retention: z.enum(['', 'years', 'permanent', 'until']).default(''),
  years: z
    .string()
    .trim()
    .default('')
    .refine((text) => /^(\d{1,3})?$/.test(text), { message: 'errors.field.invalid' }),
  event: z.string().trim().max(300).default(''),
});

/** The retention as texts write it; null where none was chosen. */
export function retentionWritten({
  retention,
  years,
  event,
}: Pick<z.infer<typeof recordTypeForm>, 'retention' | 'years' | 'event'>): string | null {
  if (retention === 'permanent') return 'permanent';
  if (retention === 'years') return `P${Number(years)}Y`;
  return retention === 'until' ? `until:${event}` : null;
}
