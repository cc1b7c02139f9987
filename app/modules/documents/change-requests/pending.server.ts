import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { documentPath } from '../paths.ts';
import { openStates } from './change-request.ts';
import { actsOn, type RequestActName } from './request-page.server.ts';
import { requestPath } from './request-paths.ts';
import { type ChangeRequest, requestFacts } from './request-record.server.ts';

/** Requests that wait for this person: for an opinion, for the decision, for the draft, for the withdrawal. */
export async function pendingRequests(db: Db, actor: Actor, day: Day) {
  if (!may(actor, 'change-request.read') || !actor.officerId) return [];
  const rows = await db
    .selectFrom('change_request')
    .leftJoin('change_request_decision as decision', 'decision.change_request_id', 'change_request.id')
    .selectAll('change_request')
    .select(['decision.due_on', 'decision.drafter_id'])
    .where('change_request.agency_id', '=', actor.agencyId)
    .where('change_request.state', 'in', [...openStates])
    .orderBy('change_request.proposed_at')
    .limit(500)
    .execute();
  const pending = [];
  for (const row of rows) {
    const acts = await actsOn(db, actor, row, await requestFacts(db, row, day), day);
    const act = acts.find((one) => waitsFor(one, row.drafter_id, actor.officerId));
    if (!act) continue;
    const say = (locale: 'vi' | 'en') => `${translate(locale, `requests.act.${act}`)}: ${row.title}`;
    pending.push({
      kind: 'request' as const,
      id: row.id,
      code: row.number,
      titleVi: say('vi'),
      titleEn: say('en'),
      to: pathTo(act, row),
      due: row.due_on,
    });
  }
  return pending;
}

/** One's own request to cancel asks for nothing; a draft waits for the drafter named, not for everyone who might. */
function waitsFor(act: RequestActName, drafter: string | null, officer: string | null): boolean {
  return act !== 'cancellation' && (act !== 'draft' || drafter === officer);
}

function pathTo(act: RequestActName, row: Pick<ChangeRequest, 'id' | 'document_id'>): string {
  if (act === 'withdrawal') return documentPath(row.document_id ?? '', 'withdrawal');
  return act === 'cancellation' ? requestPath(row.id) : requestPath(row.id, act);
}
