import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import { readRetention } from '#app/pdf/body-components.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day } from '#db/schema.ts';
import { foldCode } from '../document-code.ts';
import { roleNamesOf } from '../drafting/pressing.server.ts';
import { listLegalBases } from '../legal/legal-register.server.ts';
import { documentRows } from './document-rows.server.ts';
import {
  namedInForce,
  namersByKey,
  type RegisterRoom,
  recordOf,
  responsibleInForce,
} from './named-rows.server.ts';
import { issueOf, type OfficeRegister, type RegisterCode, registerColumns } from './office-register.ts';
import { type RegisterFilter, wholeRegister } from './register.server.ts';

/** One register of the office as it stands on a day. `filter` narrows the register of documents, as its screen does. */
export async function officeRegister(
  room: RegisterRoom,
  code: RegisterCode,
  filter: Omit<RegisterFilter, 'on'> = {},
): Promise<OfficeRegister> {
  authorize(room.actor, 'document.read');
  const rows = await rowsOf(room, code, filter);
  const say = (name: string) => translate(room.locale, `registers.column.${name}`);
  return {
    code,
    columns: [say('no'), ...registerColumns[code].map(([name]) => say(name))],
    rows: rows.map((row, at) => [String(at + 1), ...row]),
  };
}

function rowsOf(
  room: RegisterRoom,
  code: RegisterCode,
  filter: Omit<RegisterFilter, 'on'>,
): Promise<string[][]> {
  switch (code) {
    case 'BM-01-02':
      return documentRows(room, filter);
    case 'BM-01-03':
      return externalRows(room);
    case 'BM-01-04':
      return formRows(room);
    default:
      return recordRows(room);
  }
}

/** Legal bases: documents that came from outside. */
async function externalRows({ db, actor, locale, day }: RegisterRoom): Promise<string[][]> {
  const bases = await listLegalBases(db, actor, {}, day);
  const signs = new Map(bases.map((basis) => [basis.key, basis.number_sign]));
  const users = namersByKey(await namedInForce(db, actor.agencyId, 'legal-basis', day), (key) => key);
  const dayText = (one: Day | null) => (one ? formatDay(locale, one) : '');
  return bases.map((basis) => [
    basis.number_sign,
    translate(locale, `documents.legal.kind.${basis.kind}`),
    basis.issuer,
    dayText(basis.signed_on),
    basis.title,
    [dayText(basis.in_force_from), dayText(basis.in_force_until)].filter(Boolean).join(' – '),
    translate(locale, `documents.legal.status.${basis.status}`),
    basis.replaced_by ? (signs.get(basis.replaced_by) ?? basis.replaced_by) : '',
    (users.get(basis.key) ?? []).join('; '),
    dayText(basis.checked_on),
    basis.checked_by ?? '',
  ]);
}

/** Forms of the office in force, then those from elsewhere that its documents use. */
async function formRows(room: RegisterRoom): Promise<string[][]> {
  const { db, actor, locale, day } = room;
  const named = await namedInForce(db, actor.agencyId, 'form', day);
  const users = namersByKey(named, foldCode);
  const records = await namedInForce(db, actor.agencyId, 'record', day);
  const kept = (uses: (row: (typeof records)[number]) => boolean) => [
    ...new Set(records.filter(uses).map((row) => readRetention(recordOf(row).retention, locale))),
  ];
  const retentionOf = (code: string) => {
    const own = kept((row) => row.code !== null && foldCode(row.code) === foldCode(code));
    const steps = new Set(
      named
        .filter((row) => foldCode(row.key) === foldCode(code))
        .map((row) => `${row.revision_id} ${row.place}`),
    );
    return (own.length > 0 ? own : kept((row) => steps.has(`${row.revision_id} ${row.place}`))).join('; ');
  };
  const register = await wholeRegister(db, actor, { on: day, kind: 'form', state: 'in-force' });
  const own = register.map((row) => [
    row.code ?? '',
    (locale === 'en' && row.titleEn) || row.titleVi,
    issueOf(row),
    (users.get(foldCode(row.code ?? '')) ?? []).join('; '),
    retentionOf(row.code ?? ''),
  ]);
  const known = new Set(register.map((row) => foldCode(row.code ?? '')));
  const outside = new Map(
    named.filter((row) => !known.has(foldCode(row.key))).map((row) => [foldCode(row.key), row.key]),
  );
  const others = [...outside]
    .sort()
    .map(([folded, code]) => [
      code,
      translate(locale, 'registers.form-from-outside'),
      '',
      (users.get(folded) ?? []).join('; '),
      retentionOf(code),
    ]);
  return [...own, ...others];
}

/** Records that the documents in force keep: who makes them, where they stand, how long. */
async function recordRows({ db, actor, locale, day }: RegisterRoom): Promise<string[][]> {
  const rows = await namedInForce(db, actor.agencyId, 'record', day);
  const makers = await responsibleInForce(db, actor.agencyId, day);
  const roles = await roleNamesOf(db, actor.agencyId, locale);
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name_vi', 'name_en'])
    .where('agency_id', '=', actor.agencyId)
    .execute();
  const unitName = (id: string | null) => {
    const unit = units.find((one) => one.id === id);
    return (unit && (locale === 'en' ? unit.name_en : unit.name_vi)) ?? '';
  };
  return rows.map((row) => {
    const kept = recordOf(row);
    const maker = makers.get(`${row.revision_id} ${row.place}`);
    return [
      `${row.code ?? ''}/${row.key}`,
      kept.name,
      maker ? (roles[maker] ?? maker) : unitName(row.unit_id),
      roles[kept.keeper] ?? kept.keeper,
      readRetention(kept.retention, locale),
      `${row.code ?? ''} ${(locale === 'en' && row.title_en) || row.title_vi}`.trim(),
      translate(locale, `registers.from.${kept.from}`),
    ];
  });
}
