import { afterEach, beforeEach, expect, test } from 'vitest';
import { endAppointment, listAppointments } from '#app/modules/organization/appointments.server.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { getPosition } from '#app/modules/organization/positions.server.ts';
import { listLoads, listUnfilledRoles } from '#app/modules/responsibilities/coverage.server.ts';
import {
  dutiesOfOfficer,
  dutiesOfPosition,
  dutiesOfUnit,
} from '#app/modules/responsibilities/duties.server.ts';
import { byDocument } from '#app/modules/responsibilities/duty.ts';
import { listDutyLines } from '#app/modules/responsibilities/duty-sheet.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { foundModelWard, officerWhoHolds, positionIdOf, staffOf } from '../organization/model-ward.ts';
import { putInForce, withdraw } from './procedure-in-force.ts';

let database: TestDatabase;
let agencyId: string;
let actor: Actor;
beforeEach(async () => {
  database = await openTestDatabase();
  agencyId = await foundModelWard(database.db);
  actor = staffOf(agencyId, 'quality-officer');
});
afterEach(() => database.close());

const today = '2026-03-03';
const birth = {
  code: 'QT-TP-01',
  title: 'Đăng ký khai sinh',
  field: 'ho-tich',
  inForceFrom: '2026-02-01',
  steps: [
    {
      key: 'tiep-nhan',
      title: 'Tiếp nhận hồ sơ',
      duties: [
        ['R', 'tiep-nhan'],
        ['A', 'giam-doc-ttpvhcc'],
      ],
    },
    {
      key: 'tham-tra',
      title: 'Thẩm tra',
      duties: [
        ['R', 'tu-phap-ho-tich'],
        ['A', 'truong-don-vi'],
      ],
    },
    {
      key: 'ky',
      title: 'Ký giấy khai sinh',
      duties: [
        ['R', 'lanh-dao'],
        ['A', 'lanh-dao'],
        ['D', 'lanh-dao'],
      ],
    },
  ] satisfies { key: string; title: string; duties: [string, string][] }[],
};

function sayings(duties: { stepKey: string; letter: string; through: { kind: string } }[]) {
  return duties.map((duty) => `${duty.stepKey} ${duty.letter} ${duty.through.kind}`);
}

test('an officer reads what the procedures in force ask of the position held', async () => {
  const { documentId } = await putInForce(database.db, agencyId, birth);
  const sen = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'cong-chuc-tiep-nhan',
  );
  const duties = await dutiesOfOfficer(database.db, actor, sen, today);
  expect(duties).toHaveLength(1);
  expect(duties[0]).toMatchObject({
    documentId,
    code: 'QT-TP-01',
    stepKey: 'tiep-nhan',
    stepOrder: 1,
    stepTitle: 'Tiếp nhận hồ sơ',
    letter: 'R',
    times: [{ case: 'thuong', within: '1h' }],
    forms: ['Mau-01'],
    result: 'Phiếu',
    through: { kind: 'appointment', positionNameVi: 'Công chức tiếp nhận và trả kết quả' },
  });
});

test('a role that differs by field goes to the position of the field, and only there', async () => {
  await putInForce(database.db, agencyId, birth);
  await putInForce(database.db, agencyId, {
    ...birth,
    code: 'QT-KT-01',
    title: 'Cấp phép xây dựng',
    field: 'xay-dung',
  });
  const economy = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'tre', name: 'Lê Văn Tre' },
    'pho-chu-tich-kinh-te',
  );
  const society = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'pho-chu-tich-van-xa',
  );
  const codes = async (officerId: string) => [
    ...new Set((await dutiesOfOfficer(database.db, actor, officerId, today)).map((duty) => duty.code)),
  ];
  expect(await codes(economy)).toEqual(['QT-KT-01']);
  expect(await codes(society)).toEqual(['QT-TP-01']);
});

test('a new appointment shows its duties with the next request, and its end takes them away', async () => {
  await putInForce(database.db, agencyId, birth);
  const tre = await officerWhoHolds(database.db, agencyId, { key: 'tre', name: 'Lê Văn Tre' }, 'ke-toan');
  expect(await dutiesOfOfficer(database.db, actor, tre, today)).toEqual([]);
  const sen = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'cv-tu-phap-ho-tich',
    {
      kind: 'acting',
    },
  );
  expect(sayings(await dutiesOfOfficer(database.db, actor, sen, today))).toEqual(['tham-tra R acting']);
  const [appointment] = await listAppointments(database.db, actor, { officerId: sen });
  await inTransaction(database.db, (trx) =>
    endAppointment(
      trx,
      actor,
      { appointmentId: appointment?.id ?? '', until: '2026-03-02', reason: 'Hết thời gian phụ trách' },
      '2026-03-03T01:00:00.000Z',
    ),
  );
  expect(await dutiesOfOfficer(database.db, actor, sen, today)).toEqual([]);
  expect(await dutiesOfOfficer(database.db, actor, sen, '2026-03-02')).toHaveLength(1);
});

test('a new revision replaces the duties of the one before from its first day, and a withdrawal ends them', async () => {
  const sen = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'cong-chuc-tiep-nhan',
  );
  expect(await dutiesOfOfficer(database.db, actor, sen, today)).toEqual([]);
  const { documentId } = await putInForce(database.db, agencyId, birth);
  await putInForce(database.db, agencyId, {
    ...birth,
    documentId,
    inForceFrom: '2026-04-01',
    releasedAt: '2026-03-01T02:00:00.000Z',
    steps: [
      ...birth.steps,
      {
        key: 'tra-ket-qua',
        title: 'Trả kết quả',
        duties: [
          ['R', 'tiep-nhan'],
          ['A', 'giam-doc-ttpvhcc'],
        ],
      },
    ],
  });
  const steps = async (day: string) =>
    (await dutiesOfOfficer(database.db, actor, sen, day)).map((duty) => duty.stepKey);
  expect(await steps(today)).toEqual(['tiep-nhan']);
  expect(await steps('2026-04-01')).toEqual(['tiep-nhan', 'tra-ket-qua']);
  await withdraw(database.db, agencyId, documentId, '2026-05-01');
  expect(await steps('2026-04-30')).toHaveLength(2);
  expect(await steps('2026-05-01')).toEqual([]);
});

test('a delegated role brings its steps to the delegate for the days of the delegation, and says from whom', async () => {
  await putInForce(database.db, agencyId, birth);
  const sen = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'pho-chu-tich-van-xa',
  );
  const tre = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'tre', name: 'Lê Văn Tre' },
    'chanh-van-phong',
  );
  const own = await dutiesOfOfficer(database.db, actor, tre, today);
  await inTransaction(database.db, (trx) =>
    recordDelegation(
      trx,
      actor,
      {
        fromOfficerId: sen,
        toOfficerId: tre,
        roleKeys: ['lanh-dao'],
        approvalKinds: [],
        validFrom: '2026-03-03',
        validUntil: '2026-03-10',
        conditions: '',
        decisionNumber: '15/QĐ-UBND',
      },
      '2026-03-03T01:00:00.000Z',
    ),
  );
  const duties = await dutiesOfOfficer(database.db, actor, tre, today);
  expect(sayings(duties)).toEqual([
    'tham-tra A appointment',
    'ky R delegation',
    'ky A delegation',
    'ky D delegation',
  ]);
  expect(duties[1]?.through).toMatchObject({ fromOfficerName: 'Trần Thị Sen', validUntil: '2026-03-10' });
  expect(await dutiesOfOfficer(database.db, actor, tre, '2026-03-11')).toEqual(own);
  expect(byDocument(duties)[0]?.steps.map((step) => step.letters.join(''))).toEqual(['A', 'RAD']);
});

test('a position and a unit have their duties also while nobody holds them', async () => {
  await putInForce(database.db, agencyId, birth);
  const position = await getPosition(
    database.db,
    actor,
    await positionIdOf(database.db, agencyId, 'giam-doc-ttpvhcc'),
  );
  expect(sayings(await dutiesOfPosition(database.db, actor, position, today))).toEqual([
    'tiep-nhan A appointment',
  ]);
  expect(await dutiesOfUnit(database.db, actor, position.unitId, today)).toHaveLength(2);
  const loads = await listLoads(database.db, actor, today, { unitId: position.unitId });
  expect(loads.map((load) => `${load.key} ${load.duties} ${load.vacant}`)).toEqual([
    'giam-doc-ttpvhcc 1 true',
    'pho-giam-doc-ttpvhcc 0 true',
    'cong-chuc-tiep-nhan 1 true',
  ]);
});

test('the table of duties has every position beside every duty it has', async () => {
  await putInForce(database.db, agencyId, birth);
  const lines = await listDutyLines(database.db, actor, today);
  expect(lines.map(({ position, duty }) => `${position.key} ${duty.stepKey} ${duty.letter}`)).toEqual([
    'pho-chu-tich-van-xa ky R',
    'pho-chu-tich-van-xa ky A',
    'pho-chu-tich-van-xa ky D',
    'chanh-van-phong tham-tra A',
    'cv-tu-phap-ho-tich tham-tra R',
    'giam-doc-ttpvhcc tiep-nhan A',
    'cong-chuc-tiep-nhan tiep-nhan R',
  ]);
});

test('a role that a document in force names and nobody fills is shown with its documents', async () => {
  await putInForce(database.db, agencyId, {
    ...birth,
    steps: [
      {
        key: 'hop',
        title: 'Họp',
        duties: [
          ['R', 'thu-ky-iso'],
          ['A', 'lanh-dao'],
          ['C', 'cong-an'],
        ],
      },
    ],
  });
  await officerWhoHolds(database.db, agencyId, { key: 'sen', name: 'Trần Thị Sen' }, 'pho-chu-tich-van-xa');
  const unfilled = await listUnfilledRoles(database.db, actor, today);
  expect(unfilled).toMatchObject([
    { roleKey: 'thu-ky-iso', reason: 'vacant', documents: [{ code: 'QT-TP-01', steps: 1 }] },
  ]);
});

test('duties of another agency are never ours, even for an officer id we know', async () => {
  await putInForce(database.db, agencyId, birth);
  const sen = await officerWhoHolds(
    database.db,
    agencyId,
    { key: 'sen', name: 'Trần Thị Sen' },
    'cong-chuc-tiep-nhan',
  );
  const elsewhere = await foundModelWard(database.db, 'phuong-khac');
  const stranger = staffOf(elsewhere, 'quality-officer');
  expect(await dutiesOfOfficer(database.db, stranger, sen, today)).toEqual([]);
  expect(await listUnfilledRoles(database.db, stranger, today)).toEqual([]);
  const theirs = await officerWhoHolds(
    database.db,
    elsewhere,
    { key: 'sen', name: 'Phạm Thị Sen' },
    'cong-chuc-tiep-nhan',
  );
  expect(await dutiesOfOfficer(database.db, stranger, theirs, today)).toEqual([]);
});

test('citizens and administrators are told nothing about who does what', async () => {
  const admin = staffOf(agencyId, 'admin');
  await expect(dutiesOfOfficer(database.db, admin, 'x', today)).rejects.toThrow('forbidden');
  await expect(listLoads(database.db, admin, today)).rejects.toThrow('forbidden');
});
