import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefused } from '#app/http/errors.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import { manualSheet } from '#app/pdf/sheets/manual-sheet.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Instant } from '#db/schema.ts';
import { wholeRegister } from '../register/register.server.ts';
import { agencyNames, type CopyRoom, copiedDocument } from './file-copy.server.ts';
import { keptFile } from './kept-copy.server.ts';
import { type ManualKind, manualKinds } from './whole-manual.ts';

/** The most documents that are bound together; a ward has some eighty. */
const mostDocuments = 400;
/** A book of several hundred pages takes longer than the usual sheet; others wait for it. */
const deadlineMs = 180_000;

export interface ManualPlan {
  /** Hash of everything the book says: the same book is made once. */
  key: string;
  locale: Locale;
  day: Day;
  kinds: ManualKind[];
  revisionIds: string[];
}

/** Which documents in force the book holds, in the order of the library, as its reader may see them. */
export async function planManual(
  room: Pick<CopyRoom, 'db' | 'origin'>,
  actor: Actor,
  wish: { kinds: ManualKind[]; locale: Locale; day: Day },
): Promise<ManualPlan> {
  authorize(actor, 'document.read');
  const { kinds, locale, day } = wish;
  const register = await wholeRegister(room.db, actor, { on: day, state: 'in-force' });
  const chosen = manualKinds.filter((kind) => kinds.includes(kind));
  const rows = chosen.flatMap((kind) => register.filter((row) => row.kind === kind)).slice(0, mostDocuments);
  const revisionIds = rows.map((row) => row.revisionId);
  const { agency } = await agencyNames(room.db, actor.agencyId, locale);
  const said = JSON.stringify([1, room.origin, actor.agencyId, agency, locale, day, chosen, revisionIds]);
  const key = createHash('sha256').update(said).digest('hex');
  return { key, locale, day, kinds: chosen, revisionIds };
}

export type ManualState =
  | { state: 'ready'; file: string }
  | { state: 'making'; done: number; of: number }
  /** Another book is being made. */
  | { state: 'waiting' }
  | { state: 'failed' };

const works = new Map<string, { done: number; failed: boolean }>();

/** What there is of a book; nothing is begun by asking. */
export async function manualState(room: CopyRoom, plan: ManualPlan): Promise<ManualState | null> {
  const file = fileOf(room, plan);
  if ((await stat(file).catch(() => null))?.isFile()) return { state: 'ready', file };
  const work = works.get(plan.key);
  if (work?.failed) return { state: 'failed' };
  if (work) return { state: 'making', done: work.done, of: plan.revisionIds.length };
  return [...works.values()].some((one) => !one.failed) ? { state: 'waiting' } : null;
}

/** Begins a book unless it is there or another one is being made; the work goes on after the answer. */
export async function beginManual(
  room: CopyRoom,
  actor: Actor,
  plan: ManualPlan,
  now: Instant,
  onFault: (fault: unknown) => void,
): Promise<{ finished: Promise<void> }> {
  authorize(actor, 'document.read');
  const state = await manualState(room, plan);
  if (state !== null && state.state !== 'failed') return { finished: Promise.resolve() };
  const work = { done: 0, failed: false };
  works.set(plan.key, work);
  const finished = makeManual(room, actor, plan, now, () => {
    work.done += 1;
  }).then(
    () => void works.delete(plan.key),
    (fault) => {
      work.failed = true;
      onFault(fault);
    },
  );
  return { finished };
}

function fileOf(room: CopyRoom, plan: ManualPlan): string {
  return join(room.folder, `${plan.key}.manual.pdf`);
}

async function makeManual(
  room: CopyRoom,
  actor: Actor,
  plan: ManualPlan,
  now: Instant,
  told: () => void,
): Promise<void> {
  const { locale, day } = plan;
  const documents = [];
  for (const revisionId of plan.revisionIds) {
    // A text that cannot be read any more must not keep the others from paper.
    const one = await copiedDocument(room, actor, revisionId, day).catch((error) => {
      if (isRefused(error)) return null;
      throw error;
    });
    if (one) documents.push(one);
    told();
  }
  const sheet = manualSheet({
    ...{ locale, day, documents, stamp: now },
    ...(await agencyNames(room.db, actor.agencyId, locale)),
    kinds: plan.kinds.map((kind) => translate(locale, `documents.kind.${kind}`)),
  });
  await keptFile(fileOf(room, plan), await room.pdf.render(sheet, deadlineMs));
}
