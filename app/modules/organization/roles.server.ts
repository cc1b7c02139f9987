import { z } from 'zod';
import { NotFound, Refused } from '#app/http/errors.ts';
import { record } from '#app/modules/journal/record.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { newId } from '#db/new-id.ts';
import type { Db, Instant, Trx } from '#db/schema.ts';
import { type RoleForm, type RoleKind, roleKinds } from './role.ts';

export interface Role {
  id: string;
  key: string;
  kind: RoleKind;
  nameVi: string;
  nameEn: string;
  aliases: string[];
}

const aliasList = z.array(z.string());
const kindOfRole = z.enum(roleKinds);

function rolesOf(db: Db, actor: Actor) {
  return db
    .selectFrom('role')
    .select(['id', 'key', 'kind', 'name_vi as nameVi', 'name_en as nameEn', 'aliases'])
    .where('agency_id', '=', actor.agencyId);
}

function roleOf<Row extends { kind: string; aliases: string }>(row: Row) {
  return { ...row, kind: kindOfRole.parse(row.kind), aliases: aliasList.parse(JSON.parse(row.aliases)) };
}

/** Roles that texts may name, own ones first. */
export async function listRoles(db: Db, actor: Actor): Promise<Role[]> {
  authorize(actor, 'organization.read');
  const rows = await rolesOf(db, actor).orderBy('key').limit(1000).execute();
  return rows
    .map(roleOf)
    .sort((a, b) => roleKinds.indexOf(a.kind) - roleKinds.indexOf(b.kind) || (a.key < b.key ? -1 : 1));
}

export async function getRole(db: Db, actor: Actor, key: string): Promise<Role> {
  authorize(actor, 'organization.read');
  const row = await rolesOf(db, actor).where('key', '=', key).executeTakeFirst();
  if (!row) throw new NotFound();
  return roleOf(row);
}

/** A role that texts may name from now on. */
export async function recordRole(trx: Trx, actor: Actor, input: RoleForm, now: Instant): Promise<string> {
  authorize(actor, 'organization.maintain');
  const known = await rolesOf(trx, actor).where('key', '=', input.key).executeTakeFirst();
  if (known) throw new Refused('organization.refusal.key-in-use');
  const id = newId();
  await trx
    .insertInto('role')
    .values({ id, agency_id: actor.agencyId, key: input.key, ...factsOf(input, now) })
    .execute();
  await recordedRole(trx, actor, { id, key: input.key, before: null }, now);
  return id;
}

/** Corrected names and aliases of a role; its key never changes. */
export async function changeRole(trx: Trx, actor: Actor, input: RoleForm, now: Instant): Promise<void> {
  authorize(actor, 'organization.maintain');
  const before = await getRole(trx, actor, input.key);
  await trx.updateTable('role').set(factsOf(input, now)).where('id', '=', before.id).execute();
  await recordedRole(trx, actor, { id: before.id, key: input.key, before }, now);
}

function factsOf(input: RoleForm, now: Instant) {
  return {
    kind: input.kind,
    name_vi: input.nameVi,
    name_en: input.nameEn,
    aliases: JSON.stringify(input.aliases),
    recorded_at: now,
  };
}

async function recordedRole(
  trx: Trx,
  actor: Actor,
  { id, key, before }: { id: string; key: string; before: Role | null },
  now: Instant,
): Promise<void> {
  const object = { type: 'role', id };
  await record(trx, actor, { action: 'role.recorded', object, now, payload: { key, before } });
}
