import { fold } from '#app/modules/search/fold.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { openStates, type RequestState, requestStates } from './change-request.ts';

export const requestsPageSize = 50;

export interface RequestFilter {
  /** `open`, `all` or one state. */
  state: string;
  kind: string;
  unitId: string;
  words: string;
  page: number;
}

export function requestFilterOf(url: URL): RequestFilter {
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  return {
    state: asked('state') || 'open',
    kind: asked('kind'),
    unitId: asked('unit'),
    words: asked('q'),
    page: Math.max(1, Number.parseInt(asked('page'), 10) || 1),
  };
}

/** The register of requests, newest first. */
export async function listRequests(db: Db, actor: Actor, filter: RequestFilter) {
  authorize(actor, 'change-request.read');
  let query = db
    .selectFrom('change_request')
    .innerJoin('unit', 'unit.id', 'change_request.unit_id')
    .innerJoin('officer', 'officer.id', 'change_request.proposed_by')
    .leftJoin('document', 'document.id', 'change_request.document_id')
    .leftJoin('change_request_decision as decision', 'decision.change_request_id', 'change_request.id')
    .select(['change_request.id', 'change_request.number', 'change_request.kind', 'change_request.state'])
    .select(['change_request.title', 'change_request.reason', 'change_request.proposed_at as proposedAt'])
    .select(['officer.name as proposer', 'unit.name_vi as unitVi', 'unit.name_en as unitEn'])
    .select(['document.code', 'decision.due_on as dueOn'])
    .where('change_request.agency_id', '=', actor.agencyId);
  const states = statesOf(filter.state);
  if (states) query = query.where('change_request.state', 'in', states);
  if (filter.kind) query = query.where('change_request.kind', '=', filter.kind);
  if (filter.unitId) query = query.where('change_request.unit_id', '=', filter.unitId);
  const rows = await query
    .orderBy('change_request.year', 'desc')
    .orderBy('change_request.sequence', 'desc')
    .limit(10_000)
    .execute();
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const hay = fold(`${row.number} ${row.code ?? ''} ${row.title} ${row.reason} ${row.proposer}`);
    return words.every((word) => hay.includes(word));
  });
  const page = Math.min(filter.page, Math.max(1, Math.ceil(found.length / requestsPageSize)));
  return {
    rows: found.slice((page - 1) * requestsPageSize, page * requestsPageSize),
    total: found.length,
    page,
  };
}
export type RequestLine = Awaited<ReturnType<typeof listRequests>>['rows'][number];

function statesOf(asked: string): readonly RequestState[] | null {
  if (asked === 'all') return null;
  const one = requestStates.find((state) => state === asked);
  return one ? [one] : openStates;
}
