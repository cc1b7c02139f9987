import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Day, Db, Instant, Trx } from '#db/schema.ts';
import { refusalToEnd } from './appointment.ts';
import type { AuthorityForm } from './authority.ts';
import { overlaps } from './period.ts';
import { getPosition } from './positions.server.ts';

export interface ListedAuthority {
  id: string;
  documentKind: string;
  positionId: string;
  positionNameVi: string;
  positionNameEn: string;
}

function authoritiesOf(db: Db, actor: Actor) {
  return db
    .selectFrom('authority')
    .innerJoin('position', 'position.id', 'authority.position_id')
    .select([
      'authority.id',
      'authority.document_kind as documentKind',
      'position.id as positionId',
      'position.name_vi as positionNameVi',
      'position.name_en as positionNameEn',
    ])
    .where('authority.agency_id', '=', actor.agencyId);
}

/** Which positions may approve which kinds of document on a day. */
export async function listAuthorities(db: Db, actor: Actor, day: Day): Promise<ListedAuthority[]> {
  authorize(actor, 'organization.read');
  return authoritiesOf(db, actor)
    .where('authority.valid_from', '<=', day)
    .where((eb) => eb.or([eb('authority.valid_until', 'is', null), eb('authority.valid_until', '>=', day)]))
    .orderBy('position.sort')
    .limit(1000)
    .execute();
}

async function refuseSameAuthority(trx: Trx, actor: Actor, input: AuthorityForm): Promise<void> {
  const others = await trx
    .selectFrom('authority')
    .select(['valid_from as from', 'valid_until as until'])
    .where('agency_id', '=', actor.agencyId)
    .where('position_id', '=', input.positionId)
    .where('document_kind', '=', input.documentKind)
    .execute();
  const asked = { from: input.validFrom, until: input.validUntil };
  if (others.some((other) => overlaps(asked, other)))
    throw new Refused('organization.refusal.authority-exists');
}

/** A position may approve a kind of document from a day on. */
export async function recordAuthority(
  trx: Trx,
  actor: Actor,
  input: AuthorityForm,
  now: Instant,
): Promise<string> {
  authorize(actor, 'organization.maintain');
  const position = await getPosition(trx, actor, input.positionId);
  await refuseSameAuthority(trx, actor, input);
  const id = newId();
  await trx
    .insertInto('authority')
    .values({
      id,
      agency_id: actor.agencyId,
      position_id: position.id,
      document_kind: input.documentKind,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      recorded_at: now,
    })
    .execute();
  await record(trx, actor, {
    action: 'authority.recorded',
    object: { type: 'authority', id },
    now,
    payload: { position: position.key, kind: input.documentKind, from: input.validFrom },
  });
  return id;
}

export interface Authority extends ListedAuthority {
  validFrom: Day;
  validUntil: Day | null;
}

export async function getAuthority(db: Db, actor: Actor, id: string): Promise<Authority> {
  authorize(actor, 'organization.read');
  const authority = await authoritiesOf(db, actor)
    .select(['authority.valid_from as validFrom', 'authority.valid_until as validUntil'])
    .where('authority.id', '=', id)
    .executeTakeFirst();
  if (!authority) throw new NotFound();
  return authority;
}

/** The position may not approve the kind after a day. */
export async function endAuthority(
  trx: Trx,
  actor: Actor,
  input: { authorityId: string; until: Day },
  now: Instant,
): Promise<void> {
  authorize(actor, 'organization.maintain');
  const authority = await getAuthority(trx, actor, input.authorityId);
  const reason = refusalToEnd(authority, input.until);
  if (reason) throw new Refused(reason.code, reason.details);
  await trx
    .updateTable('authority')
    .set({ valid_until: input.until })
    .where('id', '=', authority.id)
    .execute();
  await record(trx, actor, {
    action: 'authority.recorded',
    object: { type: 'authority', id: authority.id },
    now,
    payload: { kind: authority.documentKind, until: input.until },
  });
}
