import { dayOf } from '#app/http/clock.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db, Instant } from '#db/schema.ts';
import { refusalToDecide, refusalToStart } from './change-request.ts';
import { authorityOver } from './deciding.server.ts';
import { getRequest, requestFacts } from './request-record.server.ts';

/** Why this person may not decide a request now; said on the page instead of a button that would fail. */
export async function whyNotDecide(
  db: Db,
  actor: Actor,
  requestId: string,
  now: Instant,
): Promise<Refusal | null> {
  authorize(actor, 'change-request.decide');
  const day = dayOf(now);
  const row = await getRequest(db, actor, requestId);
  // A refusal with its reason asks for nothing that only the form can give.
  const trial = { agreed: false, reason: '?', dueOn: null, drafter: null, drafterMay: false };
  const hasAuthority = (await authorityOver(db, actor, row, day)) !== null;
  const decision = { ...trial, officer: actor.officerId, today: day, hasAuthority };
  return refusalToDecide(await requestFacts(db, row, day), decision);
}

/** Why this person may not begin the draft of a request now. */
export async function whyNotStart(
  db: Db,
  actor: Actor,
  requestId: string,
  now: Instant,
): Promise<Refusal | null> {
  authorize(actor, 'document.draft');
  const row = await getRequest(db, actor, requestId);
  const facts = await requestFacts(db, row, dayOf(now));
  return refusalToStart(facts, actor.officerId, actor.roles.includes('quality-officer'));
}
