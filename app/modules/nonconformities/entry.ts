import { z } from 'zod';
import { isDay } from '#app/http/clock.ts';
import { causeCategories } from './cause-categories.ts';

const day = z.string().refine(isDay);
const why = z.object({ question: z.string(), answer: z.string(), evidence: z.string() });

/** What is written at each stage; the latest entry of a kind counts. */
export const entryShapes = {
  acceptance: z.object({ opinion: z.string() }),
  correction: z.object({ what: z.string(), doneBy: z.string(), doneOn: day }),
  consequence: z.object({ text: z.string() }),
  'need-for-action': z.object({ needed: z.boolean(), reason: z.string() }),
  cause: z.object({
    method: z.enum(['five-whys', 'ishikawa', 'other']),
    whys: z.array(why),
    categories: z.array(z.enum(causeCategories)),
    rootCause: z.string(),
  }),
  'similar-cases': z.object({ text: z.string() }),
  /** Ids of the actions that make up the plan from now on. */
  plan: z.object({ actions: z.array(z.string()) }),
  'plan-approval': z.object({ approved: z.boolean(), opinion: z.string() }),
  verification: z.object({ criterion: z.string(), findings: z.string() }),
  effectiveness: z.object({ effective: z.boolean(), findings: z.string(), effectiveOn: day }),
  /** What became of the risks and opportunities (10.2.1 e). */
  risk: z.object({ text: z.string() }),
  cancellation: z.object({ reason: z.string() }),
} as const;

export type EntryKind = keyof typeof entryShapes;
export type EntryContent<Kind extends EntryKind> = z.output<(typeof entryShapes)[Kind]>;

export interface Entry {
  kind: string;
  content: string;
  entered_at: string;
  entered_by: string;
}

/** Content, time and person of the latest entry of a kind, or null. `entries` oldest first. */
export function latestEntry<Kind extends EntryKind>(
  entries: readonly Entry[],
  kind: Kind,
): { content: EntryContent<Kind>; at: string; by: string } | null {
  const last = entries.filter((entry) => entry.kind === kind).at(-1);
  if (!last) return null;
  // The shape of this very kind; the compiler does not follow an indexed schema.
  const content = entryShapes[kind].parse(JSON.parse(last.content)) as EntryContent<Kind>;
  return { content, at: last.entered_at, by: last.entered_by };
}
