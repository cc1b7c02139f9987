import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { getAudit, listAudits } from '#app/modules/audits/audit-reading.server.ts';
import { announceAudit, beginAudit, closeAudit, reportAudit } from '#app/modules/audits/conducting.server.ts';
import { listNonconformities } from '#app/modules/nonconformities/register.server.ts';
import { appoint } from '#app/modules/organization/appointments.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { positionIdOf } from '../organization/model-ward.ts';
import { AuditDesk, auditDay } from './audit-desk.ts';

let desk: AuditDesk;
beforeEach(async () => {
  desk = await AuditDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

type Move = (
  trx: Trx,
  actor: Actor,
  input: { auditId: string; note: string; conclusion: string },
  now: string,
) => Promise<void>;

function carry(act: Move, actor: Actor, auditId: string, conclusion = '') {
  return inTransaction(desk.db, (trx) => act(trx, actor, { auditId, note: '', conclusion }, auditDay));
}

/** Planned, staffed, with a checklist, announced and begun. */
async function underWay() {
  const audit = await desk.plan();
  await desk.assign(audit.id, desk.phuc.officerId, 'lead');
  const checklist = await desk.make({ auditId: audit.id });
  await carry(announceAudit, desk.people.hoa, audit.id);
  await carry(beginAudit, desk.phuc, audit.id);
  return { audit, checklist };
}

test('an audit goes from plan to closed; each fault has its nonconformity by then, and the journal stays whole', async () => {
  const { audit, checklist } = await underWay();
  expect(audit.number).toBe('ĐGNB-2026-01');
  const { rows } = await desk.checklist(checklist.id);
  expect(await refusalOf(carry(reportAudit, desk.phuc, audit.id, 'Đạt'))).toBe('audits.refusal.rows-open');
  const late = rows.findIndex((row) => row.source === 'step' && row.clause === '8.5.1');
  for (const at of rows.keys()) await desk.answer(checklist.id, at, at === late ? 'minor' : 'conform');
  expect(await refusalOf(carry(reportAudit, desk.phuc, audit.id))).toBe('audits.refusal.no-conclusion');
  expect(await refusalOf(carry(closeAudit, desk.people.mai, audit.id))).toBe('audits.refusal.not-reported');
  await carry(reportAudit, desk.phuc, audit.id, 'Hệ thống phù hợp, trừ một điểm.');
  await carry(closeAudit, desk.people.mai, audit.id);
  const read = await getAudit(desk.db, desk.people.mai, audit.id);
  expect(read.audit.state).toBe('closed');
  expect(read.moves.map((move) => [move.toState, move.by])).toEqual([
    ['announced', 'Trần Thị Hòa'],
    ['under-way', 'Ngô Hữu Phúc'],
    ['reported', 'Ngô Hữu Phúc'],
    ['closed', 'Nguyễn Thị Mai'],
  ]);
  expect(read.counts.find((one) => one.answer === 'minor')?.count).toBe(1);
  expect(read.findings[0]?.nonconformity?.number).toBe('KPH-2026-001');
  expect(await desk.desk.journalIsSound()).toBe(true);
});

test('a row graded minor opens one nonconformity, with requirement, evidence, unit and its head in charge', async () => {
  const { checklist } = await underWay();
  const { rows } = await desk.checklist(checklist.id);
  const at = rows.findIndex((row) => row.source === 'step' && row.clause === '8.5.1');
  const first = await desk.answer(checklist.id, at, 'minor');
  expect(first.nonconformity).toBe('KPH-2026-001');
  const again = await desk.answer(checklist.id, at, 'major', { note: 'Cả năm hồ sơ đều trễ' });
  expect(again.nonconformity).toBe('KPH-2026-001');
  const { rows: register } = await listNonconformities(desk.db, desk.people.hoa, { today: '2026-06-10' });
  expect(register).toHaveLength(1);
  expect(register[0]).toMatchObject({
    state: 'open',
    source: 'checklist',
    clause: '8.5.1',
    documentCode: 'QT-TP-09',
    unitVi: 'Trung tâm Phục vụ hành chính công',
    personInCharge: 'Hoàng Văn Bình',
    statement: 'Không có phiếu kiểm soát trong hồ sơ',
  });
  const stored = await desk.db.selectFrom('nonconformity').select('requirement').executeTakeFirstOrThrow();
  expect(stored.requirement).toBe('TCVN ISO 9001:2015, điều 8.5.1; QT-TP-09, bước “Tiếp nhận yêu cầu”');
});

test('an answer sent twice by a device is carried out once', async () => {
  const { checklist } = await underWay();
  const operation = { operationId: 'thao-tac-1' };
  const once = await desk.answer(checklist.id, 4, 'minor', operation);
  const twice = await desk.answer(checklist.id, 4, 'minor', operation);
  expect(twice).toEqual(once);
  expect(await desk.db.selectFrom('checklist_answer').select('id').execute()).toHaveLength(1);
  expect(await desk.db.selectFrom('nonconformity').select('id').execute()).toHaveLength(1);
  expect(await refusalOf(desk.answer(checklist.id, 5, 'conform', operation))).toBe(
    'audits.refusal.operation-taken',
  );
});

test('a fault without evidence or statement is refused and opens nothing', async () => {
  const { checklist } = await underWay();
  expect(await refusalOf(desk.answer(checklist.id, 4, 'minor', { evidence: ' ' }))).toBe(
    'audits.refusal.no-evidence',
  );
  expect(await refusalOf(desk.answer(checklist.id, 4, 'major', { note: '' }))).toBe(
    'audits.refusal.no-statement',
  );
  expect(await desk.db.selectFrom('nonconformity').select('id').execute()).toEqual([]);
  expect(await desk.db.selectFrom('checklist_answer').select('id').execute()).toEqual([]);
});

test('nobody audits the own unit, the own text or the own step; 2015 allows it with a reason and a second reviewer', async () => {
  const audit = await desk.plan();
  await desk.make({ auditId: audit.id });
  const { binh, tam, lan, ngoc } = desk.people;
  expect(await refusalOf(desk.assign(audit.id, binh.officerId, 'lead'))).toBe('audits.refusal.tied-unit');
  expect(await refusalOf(desk.assign(audit.id, tam.officerId, 'lead'))).toBe('audits.refusal.tied-drafter');
  expect(await refusalOf(desk.assign(audit.id, lan.officerId, 'lead'))).toBe('audits.refusal.tied-owner');
  const why = 'Chỉ còn một đánh giá viên';
  const second = (secondReviewerId: string | null) =>
    refusalOf(desk.assign(audit.id, lan.officerId, 'lead', { reason: why, secondReviewerId }));
  expect(await second(null)).toBe('audits.refusal.no-second-reviewer');
  expect(await second(ngoc.officerId)).toBe('audits.refusal.second-reviewer-tied');
  expect(await second(desk.son.officerId)).toBe('not refused');
  const read = await getAudit(desk.db, desk.people.mai, audit.number);
  expect(read.auditors[0]).toMatchObject({ exceptionReason: why, secondReviewerName: 'Trịnh Văn Sơn' });
});

test('2008 knows no exception', async () => {
  const audit = await desk.plan({ edition: '2008' });
  const exception = { reason: 'Thiếu người', secondReviewerId: desk.son.officerId };
  expect(await refusalOf(desk.assign(audit.id, desk.people.binh.officerId, 'lead', exception))).toBe(
    'audits.refusal.own-work-unit',
  );
});

test('an auditor who has moved into the audited unit since is refused when answering', async () => {
  const { checklist } = await underWay();
  const { rows } = await desk.checklist(checklist.id);
  const at = rows.findIndex((row) => row.source === 'step');
  const positionId = await positionIdOf(desk.db, desk.desk.story.agencyId, 'cong-chuc-tiep-nhan');
  await inTransaction(desk.db, (trx) =>
    appoint(
      trx,
      desk.people.hoa,
      {
        officerId: desk.phuc.officerId,
        positionId,
        kind: 'official',
        validFrom: '2026-06-08',
        validUntil: null,
        decision: '',
      },
      '2026-06-09T02:00:00.000Z',
    ),
  );
  expect(await refusalOf(desk.answer(checklist.id, at, 'conform'))).toBe('audits.refusal.tied-unit');
});

test('outside the team nobody answers, before the audit begins nobody at all, and a checklist of one’s own unit is refused', async () => {
  const audit = await desk.plan();
  await desk.assign(audit.id, desk.phuc.officerId, 'lead');
  const checklist = await desk.make({ auditId: audit.id });
  expect(await refusalOf(desk.answer(checklist.id, 0, 'conform'))).toBe('audits.refusal.not-under-way');
  await carry(announceAudit, desk.people.hoa, audit.id);
  await carry(beginAudit, desk.phuc, audit.id);
  expect(await refusalOf(desk.answer(checklist.id, 0, 'conform', {}, desk.son))).toBe(
    'audits.refusal.not-assigned',
  );
  expect(await refusalOf(carry(reportAudit, desk.son, audit.id, 'x'))).toBe('audits.refusal.not-assigned');
  await expect(desk.answer(checklist.id, 0, 'conform', {}, desk.people.binh)).rejects.toThrow('forbidden');
  const alone = await desk.make({ documents: [], unit: 'van-hoa-xa-hoi' });
  expect(await refusalOf(desk.answer(alone.id, 0, 'conform'))).toBe('audits.refusal.tied-unit');
  expect(await refusalOf(desk.answer(alone.id, 0, 'conform', {}, desk.son))).toBe('not refused');
});

test('an audit without lead, day, unit or checklist does not begin, and an unannounced check needs no announcement', async () => {
  const audit = await desk.plan();
  expect(await refusalOf(carry(announceAudit, desk.people.hoa, audit.id))).toBe('audits.refusal.one-lead');
  expect(await refusalOf(desk.plan({ unitIds: [] }))).toBe('audits.refusal.no-unit');
  expect(await refusalOf(desk.plan({ plannedOn: '2026-02-31' }))).toBe('audits.refusal.no-day');
  const surprise = await desk.plan({ kind: 'unannounced-check' });
  expect(surprise.number).toBe('KTĐX-2026-01');
  await desk.assign(surprise.id, desk.phuc.officerId, 'lead');
  expect(await refusalOf(carry(announceAudit, desk.people.hoa, surprise.id))).toBe(
    'audits.refusal.unannounced',
  );
  expect(await refusalOf(carry(beginAudit, desk.phuc, surprise.id))).toBe('audits.refusal.no-checklist');
  await desk.make({ auditId: surprise.id });
  await carry(beginAudit, desk.phuc, surprise.id);
  const { rows } = await listAudits(desk.db, desk.people.mai, { year: 2026 });
  expect(rows.map((row) => [row.number, row.state])).toEqual(
    [
      ['ĐGNB-2026-01', 'planned'],
      ['KTĐX-2026-01', 'under-way'],
    ].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? 1 : -1)),
  );
});
