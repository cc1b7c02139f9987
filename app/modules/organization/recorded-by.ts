import type { Actor } from '#app/permissions/actor.ts';

/** Who a row says recorded it; the journal names the same. */
export function recordedBy(actor: Actor): string {
  return actor.officerId ?? actor.accountId ?? actor.roles[0] ?? 'citizen';
}
