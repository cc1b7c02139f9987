import type { Actor } from '#app/permissions/actor.ts';
import type { Day, Db } from '#db/schema.ts';

export const pendingKinds = [
  'acknowledgement',
  'approval',
  'release',
  'review',
  'draft',
  'periodic-review',
  'comment',
  'request',
  'currency',
  'nonconformity',
  'action',
  'audit',
] as const;
export type PendingKind = (typeof pendingKinds)[number];

/** One thing that waits for this person now, with the page where it is done. */
export interface Pending {
  kind: PendingKind;
  /** Unique within its kind. */
  id: string;
  /** Code or number people know it by; null where there is none. */
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  to: string;
  due: Day | null;
}

/** A module's answer to "what waits for me?"; gives nothing to a person who may not do it. */
export type PendingFor = (db: Db, actor: Actor, day: Day) => Promise<Pending[]>;

function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** All that waits, what is due first on top, then in the order of kinds and codes. */
export async function askAll(
  sources: readonly PendingFor[],
  db: Db,
  actor: Actor,
  day: Day,
): Promise<Pending[]> {
  const all: Pending[] = [];
  for (const source of sources) all.push(...(await source(db, actor, day)));
  return all.sort(
    (a, b) =>
      compareDays(a.due, b.due) ||
      pendingKinds.indexOf(a.kind) - pendingKinds.indexOf(b.kind) ||
      compareTexts(a.code ?? a.titleVi, b.code ?? b.titleVi) ||
      compareTexts(a.id, b.id),
  );
}
