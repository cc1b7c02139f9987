import { addDays, type Day, dayOf } from '#app/http/clock.ts';
import { type ForceRecord, revisionInForce } from '../in-force.ts';
import { type Change, type Subject, threeMonthsAfter } from './change.ts';

/** A document as the watch sees it: its releases, and what each released revision names. */
export interface WatchedDocument {
  id: string;
  force: ForceRecord;
  /** `subject key` of everything named, by revision. */
  names: ReadonlyMap<string, ReadonlySet<string>>;
}

export function named(subject: Subject, key: string): string {
  return `${subject} ${key}`;
}

/** The revision in force on a day that names the thing; null where none does. */
function standingOn(document: WatchedDocument, change: Change, day: Day): string | null {
  const revision = revisionInForce(document.force, day);
  if (revision === null) return null;
  return document.names.get(revision)?.has(named(change.subject, change.key)) ? revision : null;
}

/**
 * Whether a document in force still has to follow a change that has taken effect: it stands on what changed, and its
 * text is not one made for the change. On what has ended nobody may stand; what was only amended asks those who stood
 * on it then.
 */
export function isDependent(document: WatchedDocument, change: Change, day: Day): boolean {
  if (change.effect > day) return false;
  const revision = standingOn(document, change, day);
  if (revision === null || follows(document, revision, change)) return false;
  return change.what === 'ended' || standingOn(document, change, lastDayBefore(change)) !== null;
}

/** The last day on which a text could not know: the eve of a change to come, else the day it became known here. */
function lastDayBefore(change: Change): Day {
  const known = dayOf(change.knownAt);
  return known >= change.effect ? known : addDays(change.effect, -1);
}

/** A text follows a change when it is in force from then on and names the new law, where there is one. */
function follows(document: WatchedDocument, revision: string, change: Change): boolean {
  const release = document.force.releases.findLast((one) => one.revision === revision);
  if (!release) return false;
  const isNewer =
    change.subject === 'tthc'
      ? release.recordedAt > change.knownAt
      : release.from !== null && release.from >= change.effect;
  if (!isNewer) return false;
  if (change.by !== null) return document.names.get(revision)?.has(named('legal-basis', change.by)) ?? false;
  return change.what !== 'ended';
}

/** What the change will ask for on its day, as texts stand now. */
export function willDepend(document: WatchedDocument, change: Change, today: Day): boolean {
  const revision = standingOn(document, change, today);
  return revision !== null && !follows(document, revision, change);
}

/** One document that has to follow one change. */
export interface CurrencyTask {
  documentId: string;
  change: Change;
  /** Last day of the three months (QĐ 19/2014/QĐ-TTg Điều 4 khoản 4). */
  due: Day;
}

export interface NotAffected {
  documentId: string;
  subject: Subject;
  key: string;
  changeId: string;
}

function sameMatter(task: CurrencyTask): string {
  return [task.documentId, task.change.subject, task.change.key, task.change.id].join('\n');
}

/** Everything that is open on a day, what is due first on top. A recorded "not affected" ends it. */
export function openTasks(
  changes: readonly Change[],
  documents: readonly WatchedDocument[],
  decisions: readonly NotAffected[],
  day: Day,
): CurrencyTask[] {
  const decided = new Set(
    decisions.map((one) => [one.documentId, one.subject, one.key, one.changeId].join('\n')),
  );
  return changes
    .flatMap((change) =>
      documents
        .filter((document) => isDependent(document, change, day))
        .map((document) => ({
          documentId: document.id,
          change,
          due: threeMonthsAfter(change.clockFrom),
        })),
    )
    .filter((task, _at, all) => !isToldTwice(task, all))
    .filter((task) => !decided.has(sameMatter(task)))
    .sort((a, b) => compare(a.due, b.due) || compare(sameMatter(a), sameMatter(b)));
}

/** That a law begins is told to whoever must leave the law it replaces already. */
function isToldTwice(task: CurrencyTask, all: readonly CurrencyTask[]): boolean {
  const { documentId, change } = task;
  return (
    change.what === 'begun' &&
    all.some(
      (other) =>
        other.documentId === documentId && other.change.what === 'ended' && other.change.by === change.key,
    )
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
