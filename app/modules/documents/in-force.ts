import type { Day, Instant } from '#app/http/clock.ts';

/** A release of one revision as recorded. */
export interface ReleasedRevision {
  revision: string;
  /** First day in force; null while it waits until all have acknowledged. The day, once known, is a row of its own. */
  from: Day | null;
  /** Last day in force where the decision sets one. */
  until: Day | null;
  recordedAt: Instant;
}

/** Ends everything of the document that was released before it was recorded. `from`: first day no longer in force. */
export interface RecordedWithdrawal {
  from: Day;
  recordedAt: Instant;
}

export interface ForceRecord {
  releases: readonly ReleasedRevision[];
  withdrawals: readonly RecordedWithdrawal[];
}

export type ForceState =
  | 'not-released'
  | 'awaiting-acknowledgement'
  | 'not-yet-in-force'
  | 'in-force'
  | 'superseded'
  | 'withdrawn'
  | 'expired';

/**
 * What a revision is on a day. The release that began last is the only one that can be in force; what it superseded
 * never comes back by itself. A release withdrawn before its first day supersedes nothing.
 * `knownAt` leaves out what was recorded after that instant.
 */
export function stateOn(record: ForceRecord, revision: string, day: Day, knownAt?: Instant): ForceState {
  const known = asKnownAt(record, knownAt);
  const own = latestPerRevision(known.releases).find((release) => release.revision === revision);
  if (!own) return 'not-released';
  if (!hasDay(own)) return stateOfWaiting(known, own);
  const leading = leadingOn(known, day);
  if (own.from <= day && leading && leading !== own && beganAfter(leading, own)) return 'superseded';
  if (isWithdrawn(own, known.withdrawals, day)) return 'withdrawn';
  if (own.from > day) return 'not-yet-in-force';
  return own.until !== null && own.until < day ? 'expired' : 'in-force';
}

/** The one revision in force on a day, or null. */
export function revisionInForce(record: ForceRecord, day: Day, knownAt?: Instant): string | null {
  const known = asKnownAt(record, knownAt);
  const leading = leadingOn(known, day);
  if (!leading || (leading.until !== null && leading.until < day)) return null;
  return isWithdrawn(leading, known.withdrawals, day) ? null : leading.revision;
}

type DatedRelease = ReleasedRevision & { from: Day };

function hasDay(release: ReleasedRevision): release is DatedRelease {
  return release.from !== null;
}

/** A release that waits is overtaken by any later decision about the document: it will never begin. */
function stateOfWaiting({ releases, withdrawals }: ForceRecord, own: ReleasedRevision): ForceState {
  const after = (one: { recordedAt: Instant }) => one.recordedAt > own.recordedAt;
  if (withdrawals.some((withdrawal) => withdrawal.recordedAt >= own.recordedAt)) return 'withdrawn';
  const overtaken = latestPerRevision(releases).some((one) => one.revision !== own.revision && after(one));
  return overtaken ? 'superseded' : 'awaiting-acknowledgement';
}

/** The release that has begun last by the day, those aside that were withdrawn before they could begin. */
function leadingOn({ releases, withdrawals }: ForceRecord, day: Day): DatedRelease | undefined {
  let leading: DatedRelease | undefined;
  for (const release of latestPerRevision(releases).filter(hasDay)) {
    if (release.from > day || isWithdrawn(release, withdrawals, release.from)) continue;
    if (!leading || beganAfter(release, leading)) leading = release;
  }
  return leading;
}

/** A correction adds a row: of several releases of one revision the one recorded last speaks. */
function latestPerRevision(releases: readonly ReleasedRevision[]): ReleasedRevision[] {
  const latest = new Map<string, ReleasedRevision>();
  for (const release of releases) {
    const before = latest.get(release.revision);
    if (!before || before.recordedAt <= release.recordedAt) latest.set(release.revision, release);
  }
  return [...latest.values()];
}

/** Of two that begin on one day the one recorded last begins after the other; recorded together, the greater id. */
function beganAfter(one: DatedRelease, other: DatedRelease): boolean {
  if (one.from !== other.from) return one.from > other.from;
  if (one.recordedAt !== other.recordedAt) return one.recordedAt > other.recordedAt;
  return one.revision > other.revision;
}

function isWithdrawn(
  release: ReleasedRevision,
  withdrawals: readonly RecordedWithdrawal[],
  day: Day,
): boolean {
  return withdrawals.some(
    (withdrawal) => withdrawal.recordedAt >= release.recordedAt && withdrawal.from <= day,
  );
}

function asKnownAt(record: ForceRecord, knownAt: Instant | undefined): ForceRecord {
  if (knownAt === undefined) return record;
  return {
    releases: record.releases.filter((release) => release.recordedAt <= knownAt),
    withdrawals: record.withdrawals.filter((withdrawal) => withdrawal.recordedAt <= knownAt),
  };
}
