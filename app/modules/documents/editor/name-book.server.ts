import type { Locale } from '#app/i18n/locale.ts';
import { mappedOn, mappingOf } from '#app/modules/organization/on-day-query.server.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { positionsOfRole } from '#app/modules/organization/role-mapping.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import { listUnits } from '#app/modules/organization/units.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { feesOn } from '../fees/fees.server.ts';
import { inForceOn } from '../in-force-query.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import type { NameBook, NamedThing } from './name-book.ts';

/** Everything a writer may name, in the reader's words; roles with who fills them on the day in the document's field. */
export async function nameBook(
  db: Db,
  actor: Actor,
  field: string | null,
  day: Day,
  locale: Locale,
): Promise<NameBook> {
  authorize(actor, 'document.draft');
  const say = (vi: string, en: string | null) => (locale === 'en' && en ? en : vi);
  const units = await listUnits(db, actor, day);
  const bases = await db
    .selectFrom(legalBasesNow(db, actor.agencyId).as('basis'))
    .select(['key', 'number_sign', 'title'])
    .orderBy('key')
    .limit(2000)
    .execute();
  const forms = await db
    .selectFrom(inForceOn(db, actor.agencyId, day).as('current'))
    .innerJoin('document', 'document.id', 'current.document_id')
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .select(['document.code', 'revision.title_vi', 'revision.title_en'])
    .where('document.kind', 'in', ['form', 'external'])
    .orderBy('document.code')
    .limit(2000)
    .execute();
  const fees = await feesOn(db, actor.agencyId, day);
  return {
    roles: await rolesToday(db, actor, field, day, locale),
    units: units.map((unit) => ({ key: unit.key, name: say(unit.nameVi, unit.nameEn) })),
    bases: bases.map((basis) => ({ key: basis.key, name: basis.number_sign, about: basis.title })),
    forms: forms.flatMap((form) =>
      form.code ? [{ key: form.code, name: form.code, about: say(form.title_vi, form.title_en) }] : [],
    ),
    fees: fees.map((fee) => ({ key: fee.item, name: say(fee.name_vi, fee.name_en) })),
  };
}

async function rolesToday(
  db: Db,
  actor: Actor,
  field: string | null,
  day: Day,
  locale: Locale,
): Promise<NamedThing[]> {
  const roles = await listRoles(db, actor);
  const mappings = (await mappedOn(db, actor.agencyId, day).execute()).map(mappingOf);
  const positions = new Map((await listPositions(db, actor, day)).map((one) => [one.id, one]));
  return roles.map((role) => {
    const filled = positionsOfRole(role.key, field, day, mappings).flatMap((id) => {
      const position = positions.get(id);
      if (!position) return [];
      const name = locale === 'en' ? position.nameEn : position.nameVi;
      const people = position.holders.map((holder) => holder.officerName);
      return [people.length > 0 ? `${name}: ${people.join(', ')}` : name];
    });
    return {
      key: role.key,
      name: locale === 'en' ? role.nameEn : role.nameVi,
      about: filled.join('; '),
      aliases: role.aliases,
    };
  });
}
