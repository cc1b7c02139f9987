import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listNonconformities } from '#app/modules/nonconformities/register.server.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { procedureText } from '../documents/procedure-text.ts';
import { foundModelWard, staffOf } from '../organization/model-ward.ts';
import { at, CaseDesk } from './case-desk.ts';

let desk: CaseDesk;
beforeEach(async () => {
  desk = await CaseDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

test('a nonconformity goes from report to closed, each stage by the person who may, and the journal stays whole', async () => {
  const { id, number } = await desk.report();
  expect(number).toBe('KPH-2026-001');
  const seen: [string, string | null][] = [];
  const note = async () => {
    const { row, next } = await desk.read(id);
    seen.push([row.state, next]);
  };
  await note();
  await desk.accept(id);
  await note();
  await desk.correct(id);
  await note();
  await desk.analyse(id);
  await note();
  await desk.plan(id);
  await note();
  await desk.decide(id);
  await note();
  await desk.prove(id);
  await note();
  await desk.verify(id);
  await note();
  await desk.closeCase(id);
  await note();
  expect(seen).toEqual([
    ['draft', 'acceptance'],
    ['open', 'correction'],
    ['contained', 'cause'],
    ['analysed', 'plan'],
    ['analysed', 'plan-approval'],
    ['plan-approved', 'evidence'],
    ['waiting-for-check', 'verification'],
    ['waiting-for-check', 'closure'],
    ['closed', null],
  ]);
  const { timeline } = await desk.read(id);
  expect(timeline.map((one) => one.what)).toEqual([
    'opened',
    'entry-acceptance',
    'move-open',
    'entry-correction',
    'entry-consequence',
    'move-contained',
    'entry-need-for-action',
    'entry-cause',
    'entry-similar-cases',
    'move-analysed',
    'entry-plan',
    'entry-plan-approval',
    'move-plan-approved',
    'move-in-progress',
    'evidence',
    'move-waiting-for-check',
    'entry-verification',
    'entry-effectiveness',
    'entry-risk',
    'move-closed',
  ]);
  expect(timeline.every((one) => one.by !== '')).toBe(true);
  expect(await desk.audit.desk.journalIsSound()).toBe(true);
});

test('only the person in charge, the head of the unit or the quality officer handles it, and the owner proves the action', async () => {
  const { id } = await desk.report();
  const { ngoc, tam, kien, hoa, mai, binh } = desk.people;
  expect(await refusalOf(desk.accept(id, ngoc))).toBe('nonconformities.refusal.not-handler');
  expect(await refusalOf(desk.accept(id, kien))).toBe('nonconformities.refusal.not-handler');
  await desk.accept(id, hoa);
  expect(await refusalOf(desk.correct(id, tam))).toBe('nonconformities.refusal.not-handler');
  await desk.correct(id, binh);
  expect(await refusalOf(desk.analyse(id, ngoc))).toBe('nonconformities.refusal.not-handler');
  await desk.analyse(id, hoa);
  expect(await refusalOf(desk.plan(id, [{}], kien))).toBe('nonconformities.refusal.not-handler');
  await desk.plan(id, [{}], binh);
  await expect(desk.decide(id, true, binh)).rejects.toThrow('forbidden');
  await desk.decide(id, true, mai);
  expect(await refusalOf(desk.prove(id, 0, tam))).toBe('nonconformities.refusal.not-handler');
  await desk.prove(id, 0, ngoc);
  await expect(desk.verify(id, {}, ngoc)).rejects.toThrow('forbidden');
  expect(await refusalOf(desk.verify(id, {}, binh))).toBe('nonconformities.refusal.own-work');
  expect(await refusalOf(desk.closeCase(id))).toBe('nonconformities.refusal.not-verified');
  await desk.verify(id);
  await expect(desk.cancel(id, hoa)).rejects.toThrow('forbidden');
  await desk.closeCase(id);
  expect(await refusalOf(desk.cancel(id))).toBe('nonconformities.refusal.ended');
});

test('no plan before a cause, no work before a plan, no check before every action is proved', async () => {
  const { id } = await desk.report();
  expect(await refusalOf(desk.plan(id))).toBe('nonconformities.refusal.not-analysed');
  await desk.accept(id);
  expect(await refusalOf(desk.analyse(id))).toBe('nonconformities.refusal.not-contained');
  await desk.correct(id);
  expect(await refusalOf(desk.decide(id))).toBe('nonconformities.refusal.not-analysed');
  await desk.analyse(id);
  expect(await refusalOf(desk.decide(id))).toBe('nonconformities.refusal.no-action-planned');
  await desk.plan(id, [{}, { what: 'Nhắn tin báo trước hạn', ownerId: desk.people.binh.officerId }]);
  expect(await refusalOf(desk.prove(id))).toBe('nonconformities.refusal.not-in-progress');
  await desk.decide(id);
  await desk.prove(id, 0);
  expect(await desk.state(id)).toBe('in-progress');
  expect(await refusalOf(desk.verify(id))).toBe('nonconformities.refusal.not-waiting');
  await desk.prove(id, 1, desk.people.binh);
  expect(await desk.state(id)).toBe('waiting-for-check');
});

test('a plan given back is written anew; what stays in the same words stays the same action', async () => {
  const { id } = await desk.report();
  await desk.accept(id);
  await desk.correct(id);
  await desk.analyse(id);
  await desk.plan(id, [{}, { what: 'Họp rút kinh nghiệm' }]);
  const first = (await desk.read(id)).actions;
  await desk.decide(id, false);
  expect(await desk.state(id)).toBe('analysed');
  await desk.plan(id, [{}, { what: 'Đặt nhắc hạn trên phần mềm' }]);
  const second = (await desk.read(id)).actions;
  expect(second.map((action) => action.what)).toEqual([
    'Phân công người thay khi vắng',
    'Đặt nhắc hạn trên phần mềm',
  ]);
  expect(second[0]?.id).toBe(first[0]?.id);
});

test('not effective leads back to the cause, and a new plan is needed', async () => {
  const { id } = await desk.approvedPlan();
  await desk.prove(id);
  await desk.verify(id, { effective: false, findings: 'Tháng 5 vẫn còn hai hồ sơ chậm' });
  expect(await desk.state(id)).toBe('analysed');
  expect(await refusalOf(desk.decide(id, true, desk.people.mai, at('05-21')))).toBe(
    'nonconformities.refusal.no-action-planned',
  );
  await desk.analyse(id, desk.people.binh, {}, at('05-21'));
  await desk.plan(
    id,
    [{ what: 'Thêm một người tiếp nhận', dueOn: '2026-06-10' }],
    desk.people.binh,
    at('05-22'),
  );
  await desk.decide(id, true, desk.people.mai, at('05-23'));
  expect((await desk.read(id)).actions).toHaveLength(2);
  await desk.prove(id, 1, desk.people.ngoc, at('06-05'));
  expect(await refusalOf(desk.closeCase(id, desk.people.hoa, at('06-06')))).toBe(
    'nonconformities.refusal.not-verified',
  );
  await desk.verify(id, { effectiveOn: '2026-07-01' }, desk.audit.phuc, at('07-01'));
  await desk.closeCase(id, desk.people.hoa, at('07-02'));
  expect(await desk.state(id)).toBe('closed');
});

test('where an action says to revise a document it closes only when the newer revision is in force and read by all it touches', async () => {
  const { documentId } = desk.audit.procedure;
  const { id } = await desk.approvedPlan([{ revisesDocumentId: documentId }]);
  await desk.prove(id);
  await desk.verify(id);
  expect(await refusalOf(desk.closeCase(id))).toBe('nonconformities.refusal.document-not-revised');
  const { desk: office } = desk.audit;
  const next = await office.next(documentId, at('04-16'));
  await office.save(
    next,
    procedureText().replace('Kiểm tra giấy tờ', 'Người thay kiểm tra giấy tờ'),
    at('04-16'),
  );
  await office.submit(next, at('04-17'));
  await office.review(next, at('04-17'));
  await office.approve(next, at('04-17'));
  await office.release([next], { decisionNumber: '14/QĐ-UBND', inForceFrom: '2026-05-01' }, at('04-18'));
  expect(await refusalOf(desk.closeCase(id, desk.people.hoa, at('04-20')))).toBe(
    'nonconformities.refusal.document-not-revised',
  );
  expect(await refusalOf(desk.closeCase(id))).toBe('nonconformities.refusal.revision-not-acknowledged');
  for (const person of Object.values(desk.people)) {
    const asked = await office.askedOf(next, person, at('05-10'));
    if (asked.length > 0) await office.acknowledge(next, person, at('05-10'));
  }
  await desk.closeCase(id);
  expect(await desk.state(id)).toBe('closed');
  expect(await office.journalIsSound()).toBe(true);
});

test('a minor fault may do without action when that is reasoned; its correction is checked by somebody else', async () => {
  const { id } = await desk.report();
  await desk.accept(id);
  await desk.correct(id);
  const waived = { needed: false, reason: 'Đã sửa xong, không lặp lại', cause: null };
  expect(await refusalOf(desk.analyse(id, desk.people.binh, { ...waived, reason: '' }))).toBe(
    'nonconformities.refusal.need-undecided',
  );
  await desk.analyse(id, desk.people.binh, waived);
  expect(await desk.state(id)).toBe('waiting-for-check');
  await desk.verify(id, { effective: false, findings: 'Vẫn chậm' });
  expect((await desk.read(id)).next).toBe('cause');
  await desk.analyse(id, desk.people.binh, {}, at('05-22'));
  expect(await desk.state(id)).toBe('analysed');
});

test('a root cause that blames a person is accepted only when confirmed', async () => {
  const { id } = await desk.report();
  await desk.accept(id);
  await desk.correct(id);
  const blame = {
    cause: {
      method: 'other' as const,
      whys: [],
      categories: [],
      rootCause: 'Nhân viên thiếu chú ý',
      similarCases: 'Không có',
    },
  };
  expect(await refusalOf(desk.analyse(id, desk.people.binh, blame))).toBe(
    'nonconformities.refusal.blames-a-person',
  );
  await desk.analyse(id, desk.people.binh, { ...blame, blameConfirmed: true });
  expect(await desk.state(id)).toBe('analysed');
});

test('numbers run without gaps through the year, refused ones take none, and a second one on the step is recurring', async () => {
  const first = await desk.report();
  expect(await refusalOf(desk.report({ detectedOn: '2026-12-31' }))).toBe(
    'nonconformities.refusal.detected-later',
  );
  await desk.accept(first.id);
  const second = await desk.report({ detectedOn: '2026-04-02' });
  expect([first.number, second.number]).toEqual(['KPH-2026-001', 'KPH-2026-002']);
  expect((await desk.read(second.id)).row.recurrence_of).toBe('KPH-2026-001');
  const other = await desk.report({ stepKey: 'ky' });
  expect((await desk.read(other.id)).row.recurrence_of).toBeNull();
  const next = await desk.report({ detectedOn: '2026-12-31' }, desk.people.ngoc, '2027-01-02T02:00:00.000Z');
  expect(next.number).toBe('KPH-2027-001');
});

test('it is cancelled only with a reason by a leader who is not in charge; record and number stay', async () => {
  const { id } = await desk.report({ personInChargeId: desk.people.mai.officerId });
  expect(await refusalOf(desk.cancel(id, desk.people.mai))).toBe('nonconformities.refusal.cancels-own');
  await desk.cancel(id, desk.people.vinh);
  expect(await desk.state(id)).toBe('cancelled');
  expect((await desk.report()).number).toBe('KPH-2026-002');
});

test('the register shows age, what is due and what is late, and filters by state, unit and words', async () => {
  const { id } = await desk.approvedPlan();
  await desk.report({ unitId: desk.audit.unit('van-phong'), statement: 'Sổ văn thư thiếu chữ ký' });
  const list = (filter: object, today = '2026-04-30') =>
    listNonconformities(desk.db, desk.people.lan, { today, ...filter });
  const all = await list({});
  expect(
    all.rows.map((line) => [line.number, line.state, line.due, line.daysOverdue, line.daysOpen]),
  ).toEqual([
    ['KPH-2026-002', 'draft', '2026-04-11', 19, 29],
    ['KPH-2026-001', 'plan-approved', '2026-04-20', 10, 29],
  ]);
  expect(all.overdue).toBe(2);
  await desk.prove(id);
  expect((await list({ overdue: true, words: 'trich luc' })).rows).toHaveLength(1);
  expect((await list({ unitId: desk.audit.unit('van-phong') })).rows.map((line) => line.number)).toEqual([
    'KPH-2026-002',
  ]);
  expect((await list({ state: 'closed' })).total).toBe(0);
});

test('another agency neither sees nor handles it, and its units and officers are unknown here', async () => {
  const { id } = await desk.report();
  const other = await foundModelWard(desk.db, 'phuong-an-binh-tay');
  const stranger = staffOf(other, 'quality-officer', 'nobody');
  expect((await listNonconformities(desk.db, stranger, { today: '2026-05-01' })).total).toBe(0);
  await expect(desk.accept(id, stranger)).rejects.toThrow('not-found');
  const unit = await desk.db
    .selectFrom('unit')
    .select('id')
    .where('agency_id', '=', other)
    .executeTakeFirstOrThrow();
  expect(await refusalOf(desk.report({ unitId: unit.id }))).toBe('nonconformities.refusal.unknown-unit');
  await expect(desk.report({}, { ...desk.people.ngoc, roles: ['citizen'] })).rejects.toThrow('forbidden');
});
