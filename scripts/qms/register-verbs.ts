import {
  listRegister,
  type RegisterRow,
  registerPageSize,
} from '#app/modules/documents/register/register.server.ts';
import { listOfficers } from '#app/modules/organization/officers.server.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { type Call, NotDone, WrongUsage } from './call.ts';
import type { Office } from './office.ts';

export async function units({ db, reader, day }: Office) {
  const rows = await listUnits(db, reader, day);
  return rows.map(({ key, nameVi, nameEn, kind }) => ({ key, name: nameVi, nameEn, kind }));
}

export async function positions({ db, reader, day }: Office) {
  const rows = await listPositions(db, reader, day);
  return rows.map((row) => ({
    key: row.key,
    name: row.nameVi,
    nameEn: row.nameEn,
    unit: row.unitKey,
    seats: row.seats,
    holders: row.holders.map((holder) => holder.officerKey),
  }));
}

export async function officers({ db, reader, day }: Office) {
  const { officers: rows } = await listOfficers(db, reader, day, { pageSize: 1000 });
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    positions: row.positions.map((held) => held.nameVi),
  }));
}

export async function documents({ db, reader, day }: Office) {
  const rows: RegisterRow[] = [];
  for (let page = 1; ; page++) {
    const found = await listRegister(db, reader, { on: day, page });
    rows.push(...found.rows);
    if (page * registerPageSize >= found.total) break;
  }
  return rows.map((row) => ({
    key: row.documentId,
    code: row.code ?? row.claimedCode,
    kind: row.kind,
    title: row.titleVi,
    state: row.state === 'in-preparation' ? (row.openState ?? 'draft') : row.state,
    inForceFrom: row.inForceFrom,
  }));
}

export async function duties(office: Office, call: Call) {
  if (call.officer === null) throw new WrongUsage('Say whose duties: --officer <key>.');
  const { db, reader, day, agencyId } = office;
  const officer = await db
    .selectFrom('officer')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('key', '=', call.officer)
    .executeTakeFirst();
  if (!officer) throw new NotDone(`There is no officer with the key “${call.officer}”; see: qms officers.`);
  const rows = await dutiesOfOfficer(db, reader, officer.id, day);
  return rows.map((duty) => ({
    document: duty.code,
    step: duty.stepKey,
    letter: duty.letter,
    within: duty.times.map((time) => ({ case: time.caseTitle, within: time.within })),
    form: duty.forms,
    through: duty.through.kind === 'delegation' ? 'delegation' : 'appointment',
    title: duty.titleVi,
    stepTitle: duty.stepTitle,
    acting: duty.through.kind === 'acting',
    position: duty.through.positionNameVi,
  }));
}
