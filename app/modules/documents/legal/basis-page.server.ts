import { NotFound } from '#app/http/errors.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { listCurrencyTasks } from '../currency/tasks.server.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { amendmentsNow, legalBasesNow } from './bases-now.server.ts';
import { basisStatusOn } from './basis-status.ts';

/** Every law of the register to choose from, by its number and sign. */
export async function basisChoices(db: Db, actor: Actor) {
  authorize(actor, 'legal-basis.read');
  const rows = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'number_sign', 'title'])
    .execute();
  return rows
    .map((row) => ({
      value: row.key,
      lang: 'vi' as const,
      label: `${row.number_sign} – ${row.title.length > 70 ? `${row.title.slice(0, 69)}…` : row.title}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
}

/** One law as the register has it now. Staff only: the public list says what citizens need. */
export async function getBasis(db: Db, actor: Actor, key: string, day: Day) {
  authorize(actor, 'currency.read');
  const row = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .selectAll()
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  const names = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'number_sign'])
    .execute();
  const nameOf = (other: string | null) => names.find((one) => one.key === other)?.number_sign ?? other;
  return {
    ...{ id: row.id, key: row.key, kind: row.kind, numberSign: row.number_sign, issuer: row.issuer },
    ...{ title: row.title, signedOn: row.signed_on, inForceFrom: row.in_force_from },
    ...{ inForceUntil: row.in_force_until, status: basisStatusOn(row, day), recordedStatus: row.status },
    ...{ replacedBy: row.replaced_by, replacedByName: nameOf(row.replaced_by), note: row.note },
    ...{ checkedOn: row.checked_on, checkedBy: row.checked_by },
  };
}

/** A law with its history, what changes in it, which texts in force stand on it, and what they have to follow. */
export async function readBasis(db: Db, actor: Actor, key: string, day: Day) {
  const basis = await getBasis(db, actor, key, day);
  const versions = await db
    .selectFrom('legal_basis_version as version')
    .leftJoin('officer', 'officer.id', 'version.recorded_by')
    .select(['version.id', 'version.in_force_from', 'version.in_force_until', 'version.status'])
    .select(['version.reason', 'version.recorded_at', 'officer.name'])
    .where('version.legal_basis_id', '=', basis.id)
    .orderBy('version.recorded_at', 'desc')
    .orderBy('version.id')
    .limit(200)
    .execute();
  const amendments = await amendmentsNow(db, actor.agencyId)
    .where('legal_basis.key', '=', key)
    .orderBy('amendment.effect_on')
    .execute();
  const names = new Map((await basisChoices(db, actor)).map((one) => [one.value, one.label]));
  return {
    basis: { ...basis, checkedBy: await officerName(db, actor, basis.checkedBy) },
    versions: versions.map((row) => ({
      ...{ id: row.id, from: row.in_force_from, until: row.in_force_until, status: row.status },
      ...{ reason: row.reason, at: row.recorded_at, who: row.name ?? '' },
    })),
    amendments: amendments.map((row) => ({
      ...{ id: row.id, effectOn: row.effect_on, note: row.note },
      by: row.amended_by === null ? null : { key: row.amended_by, name: names.get(row.amended_by) ?? '' },
    })),
    usedBy: await usersOf(db, actor, key, basis.numberSign, day),
    tasks: await listCurrencyTasks(db, actor, day, { key }),
  };
}

async function officerName(db: Db, actor: Actor, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const officer = await db
    .selectFrom('officer')
    .select('name')
    .where('id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .executeTakeFirst();
  return officer?.name ?? null;
}

async function usersOf(db: Db, actor: Actor, key: string, sign: string, day: Day) {
  return db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('mention', 'mention.revision_id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['document.id', 'document.code', 'revision.title_vi as titleVi', 'revision.title_en as titleEn'])
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb('mention.kind', '=', 'legal-basis'), eb('mention.key', '=', key)]),
        eb.and([eb('mention.kind', '=', 'number-sign'), eb('mention.key', '=', sign)]),
      ]),
    )
    .orderBy('document.code')
    .execute();
}
