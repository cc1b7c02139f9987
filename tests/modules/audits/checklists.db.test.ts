import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listChecklists } from '#app/modules/audits/checklist-list.server.ts';
import { plannedChecklist } from '#app/modules/audits/checklist-making.server.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { procedureText } from '../documents/procedure-text.ts';
import { foundModelWard, staffOf } from '../organization/model-ward.ts';
import { AuditDesk } from './audit-desk.ts';

let desk: AuditDesk;
beforeEach(async () => {
  desk = await AuditDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

test('a checklist of a procedure asks about its clauses and steps in force and is frozen with clause, revision and step', async () => {
  const { id, number } = await desk.make();
  const checklist = await desk.checklist(id);
  expect([number, checklist.edition, checklist.seed]).toEqual(['PH-2026-001', '2015', 7]);
  expect(checklist.documents.map((one) => one.code)).toEqual(['QT-TP-09']);
  const steps = checklist.rows.filter((row) => row.source === 'step');
  expect(steps.map((row) => [row.stepTitle, row.clause])).toEqual([
    ['Tiếp nhận yêu cầu', '5.3'],
    ['Tiếp nhận yêu cầu', '8.5.1'],
    ['Tiếp nhận yêu cầu', '7.5.3.1'],
    ['Tiếp nhận yêu cầu', '7.5.3.2'],
    ['Trích lục từ sổ gốc', '5.3'],
    ['Trích lục từ sổ gốc', '8.5.1'],
    ['Ký và trả bản sao', '5.3'],
    ['Ký và trả bản sao', '8.5.1'],
  ]);
  expect(steps[0]?.unitVi).toBe('Trung tâm Phục vụ hành chính công');
  expect(steps[2]?.questionVi).toContain('BM-TP-09-01 “Phiếu yêu cầu trích lục” (lần ban hành 1)');
  expect(steps[3]?.questionVi).toContain('“Hồ sơ yêu cầu trích lục”');
  expect(steps[3]?.questionVi).toContain('(5 năm)');
  expect(checklist.rows.filter((row) => row.source === 'clause').every((row) => row.clause === '8.5.1')).toBe(
    true,
  );
  expect(await desk.desk.journalIsSound()).toBe(true);
});

test('the same seed asks the same again; a later revision changes what a new checklist asks, never an old one', async () => {
  const first = await desk.make();
  const second = await desk.make();
  const texts = async (id: string) =>
    (await desk.checklist(id)).rows.map((row) => [row.questionVi, row.sampleVi]);
  const before = await texts(first.id);
  expect(await texts(second.id)).toEqual(before);
  expect(second.number).toBe('PH-2026-002');

  const next = await desk.desk.next(desk.procedure.documentId, '2026-06-04T02:00:00.000Z');
  await desk.desk.save(
    next,
    procedureText().replace('Trích lục từ sổ gốc', 'Trích lục từ sổ điện tử'),
    '2026-06-04T02:00:00.000Z',
  );
  await desk.desk.submit(next, '2026-06-04T02:00:00.000Z');
  await desk.desk.review(next, '2026-06-04T02:00:00.000Z');
  await desk.desk.approve(next, '2026-06-04T02:00:00.000Z');
  await desk.desk.release([next], { decisionNumber: '13/QĐ-UBND' }, '2026-06-05T02:00:00.000Z');
  expect(await texts(first.id)).toEqual(before);
  const later = await plannedChecklist(
    desk.db,
    desk.phuc,
    { documents: ['QT-TP-09'], unit: null, seed: 7 },
    '2026-06-06',
  );
  expect(later.items.some((item) => item.questionVi.includes('Trích lục từ sổ điện tử'))).toBe(true);
  expect(later.documents[0]?.revisionId).toBe(next);
});

test('a checklist of a unit asks its own steps, the clauses of their procedures and what every unit is asked', async () => {
  const { items, unit } = await plannedChecklist(
    desk.db,
    desk.phuc,
    { documents: [], unit: 'ttpvhcc', seed: 1 },
    '2026-06-03',
  );
  expect(unit?.id).toBe(desk.unit('ttpvhcc'));
  expect(new Set(items.filter((item) => item.source === 'step').map((item) => item.stepKey))).toEqual(
    new Set(['tiep-nhan']),
  );
  expect(items.map((item) => item.clause)).toEqual(expect.arrayContaining(['8.5.1', '7.3', '10.2.1']));
  expect(items.every((item) => item.unitId === desk.unit('ttpvhcc'))).toBe(true);
});

test('a document that is not in force, no scope and a wrong seed are refused', async () => {
  expect(await refusalOf(desk.make({ documents: ['QT-KHONG-CO'] }))).toBe(
    'audits.refusal.document-not-in-force',
  );
  expect(await refusalOf(desk.make({ documents: [] }))).toBe('audits.refusal.no-scope');
  expect(await refusalOf(desk.make({ seed: -1 }))).toBe('audits.refusal.seed');
  await expect(desk.make({}, desk.people.ngoc)).rejects.toThrow('forbidden');
  await expect(desk.make({ documents: [], unit: 'khong-co' })).rejects.toThrow('not-found');
});

test('another agency sees none of it', async () => {
  const { id } = await desk.make();
  const other = staffOf(await foundModelWard(desk.db, 'phuong-an-binh-tay'), 'auditor', 'nobody');
  expect((await listChecklists(desk.db, other)).total).toBe(0);
  await expect(desk.answer(id, 0, 'conform', {}, other)).rejects.toThrow('not-found');
});

test('how far a checklist has come counts the latest answer to each row', async () => {
  const { id } = await desk.make();
  const son = desk.son;
  await desk.answer(id, 0, 'not-audited', { note: 'Hết giờ', evidence: '' }, son);
  await desk.answer(id, 0, 'conform', { note: '' }, son);
  const [row] = (await listChecklists(desk.db, desk.phuc)).rows;
  expect(row).toMatchObject({ answered: 1, faults: 0 });
  expect((await desk.checklist(id)).rows[0]?.answer).toMatchObject({ grade: 'conform', by: 'Trịnh Văn Sơn' });
});
