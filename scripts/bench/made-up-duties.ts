import type { Insertable } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  insertAll,
  insertDocuments,
  type MadeUpOffice,
  madeUpOffice,
  sinceTheFirstDay,
} from './made-up-office.ts';
import { wordMaker } from './made-up-words.ts';

type Rows<T extends keyof Database> = Insertable<Database[T]>[];

const roleCount = 60;
const positionCount = 70;
const stepsPerTask = 5;
const fields = ['ho-tich', 'dat-dai', 'xay-dung', 'van-hoa', null];
const numbers = (count: number) => Array.from({ length: count }, (_unused, at) => at);

/** Officers with a position each, some acting in a second one, some standing in for another by delegation. */
async function insertPeople(office: MadeUpOffice, officers: number): Promise<void> {
  const { db, agencyId, unitId } = office;
  const owner = { agency_id: agencyId };
  const make = wordMaker(1);
  const positions: Rows<'position'> = numbers(positionCount).map((at) => ({
    ...owner,
    ...sinceTheFirstDay,
    id: `p${at}`,
    unit_id: unitId,
    key: `p${at}`,
    name_vi: `Vị trí ${at}`,
    name_en: `Position ${at}`,
    seats: 3,
    is_head: 0,
    sort: at,
  }));
  const people: Rows<'officer'> = numbers(officers).map((at) => ({
    ...owner,
    ...sinceTheFirstDay,
    id: `o${at}`,
    key: `o${at}`,
    name: `Cán bộ ${at}`,
    email: null,
  }));
  const recorded = { decision: null, recorded_by: 'bench' };
  const held = (officer: number, position: number, kind: string): Rows<'appointment'>[number] => ({
    ...owner,
    ...sinceTheFirstDay,
    ...recorded,
    id: `a${officer}-${position}-${kind}`,
    officer_id: `o${officer}`,
    position_id: `p${position}`,
    kind,
  });
  const appointments = numbers(officers).flatMap((at) => [
    held(at, at % positionCount, 'official'),
    ...(at % 5 === 0 ? [held(at, (at + 7) % positionCount, 'acting')] : []),
  ]);
  const delegations: Rows<'delegation'> = numbers(Math.floor(officers / 10)).map((at) => ({
    ...owner,
    id: `d${at}`,
    from_officer_id: `o${at}`,
    to_officer_id: `o${at + 50}`,
    role_keys: JSON.stringify(numbers(10).map(() => `role-${make.below(roleCount)}`)),
    approval_kinds: '[]',
    valid_from: '2026-11-01',
    valid_until: '2026-12-31',
    conditions: '',
    decision_number: '1/QĐ-UBND',
    recorded_at: sinceTheFirstDay.recorded_at,
    recorded_by: 'bench',
  }));
  await insertAll(db, 'position', positions);
  await insertAll(db, 'officer', people);
  await insertAll(db, 'appointment', appointments);
  await insertAll(db, 'delegation', delegations);
}

/** Every role has a position, every fifth two, every third another one for one field. */
function mappingsOf(agencyId: string): Rows<'role_mapping'> {
  const mapped = (role: number, position: number, field: string | null) => ({
    ...sinceTheFirstDay,
    id: `m${role}-${position}-${field}`,
    agency_id: agencyId,
    role_key: `role-${role}`,
    position_id: `p${position % positionCount}`,
    field,
  });
  return numbers(roleCount).flatMap((role) => [
    mapped(role, role, null),
    ...(role % 5 === 0 ? [mapped(role, role + 10, null)] : []),
    ...(role % 3 === 0 ? [mapped(role, role + 20, fields[role % 4] ?? null)] : []),
  ]);
}

/** Tasks with steps; each step has one who does it, one who answers for it, and some who decide, are asked or told. */
async function insertTasks(office: MadeUpOffice, tasks: number): Promise<void> {
  const { db, agencyId } = office;
  const make = wordMaker(2);
  const documents = numbers(tasks).map((at) => ({
    id: `t${String(at).padStart(5, '0')}`,
    code: `QT-${String(at).padStart(5, '0')}`,
    title: make.words(8),
    field: fields[make.below(fields.length)] ?? null,
  }));
  await insertDocuments(office, documents);
  const steps: Rows<'step'> = [];
  const duties: Rows<'duty'> = [];
  for (const { id } of documents) {
    for (const sort of numbers(stepsPerTask)) {
      const step = `s-${id}-${sort}`;
      const times = [{ case: 'thuong', caseTitle: 'Thường', within: `${make.below(8) + 1}h`, counted: true }];
      steps.push({
        id: step,
        agency_id: agencyId,
        revision_id: `r-${id}`,
        key: `buoc-${sort}`,
        sort: sort + 1,
        title: make.words(5),
        text: make.words(60),
        result: sort % 2 === 0 ? make.words(4) : null,
        record: null,
        forms: JSON.stringify(sort % 3 === 0 ? [`BM-${make.below(99)}`] : []),
        next: '[]',
        times: JSON.stringify(times),
      });
      for (const letter of ['R', 'A', ...(sort === 3 ? ['D', 'I'] : []), ...(sort === 1 ? ['C'] : [])]) {
        const role_key = `role-${make.below(roleCount)}`;
        duties.push({
          id: `${step}-${letter}`,
          agency_id: agencyId,
          revision_id: `r-${id}`,
          step_id: step,
          role_key,
          letter,
        });
      }
    }
  }
  await insertAll(db, 'step', steps);
  await insertAll(db, 'duty', duties);
}

/** An office of a hundred people with every task of a ward written down. */
export async function officeWithTasks(tasks: number, officers: number): Promise<MadeUpOffice> {
  const office = await madeUpOffice();
  await insertPeople(office, officers);
  await insertAll(
    office.db,
    'role',
    numbers(roleCount).map((at) => ({
      id: `role-${at}`,
      agency_id: office.agencyId,
      key: `role-${at}`,
      kind: 'own',
      name_vi: `Vai trò ${at}`,
      name_en: `Role ${at}`,
      aliases: '[]',
      recorded_at: sinceTheFirstDay.recorded_at,
    })),
  );
  await insertAll(office.db, 'role_mapping', mappingsOf(office.agencyId));
  await insertTasks(office, tasks);
  return office;
}
