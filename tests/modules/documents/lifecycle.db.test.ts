import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { awaitingMyAcknowledgement } from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { wholeAcknowledgementRegister } from '#app/modules/documents/acknowledgement/register.server.ts';
import { copyStatus, readDocument, readRevision } from '#app/modules/documents/reading/reading.server.ts';
import { listRegister } from '#app/modules/documents/register/register.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk } from './desk.ts';
import { formText, procedureText } from './procedure-text.ts';
import { storeFileRow } from './stored-file.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const drafted = '2026-03-02T02:00:00.000Z';
const released = '2026-03-05T02:00:00.000Z';

test('a procedure goes from draft to force, is acknowledged, superseded and withdrawn, and the journal stays whole', async () => {
  const { db, people } = desk;
  const form = await desk.approved(formText(), drafted);
  const procedure = await desk.draft(procedureText(), drafted);
  expect(await dutiesOfOfficer(db, people.ngoc, people.ngoc.officerId, '2026-03-10')).toEqual([]);
  await desk.submit(procedure.revisionId, drafted);
  await desk.review(procedure.revisionId, '2026-03-03T02:00:00.000Z');
  await desk.approve(procedure.revisionId, '2026-03-04T02:00:00.000Z');
  const signed = await readRevision(db, people.hoa, procedure.revisionId, '2026-03-04');
  expect(signed.signatures.map((one) => [one.step, one.officer_name, one.position_name, one.prefix])).toEqual(
    [
      ['drafted', 'Lê Minh Tâm', 'Chuyên viên tư pháp – hộ tịch', ''],
      ['reviewed', 'Phạm Văn Kiên', 'Chánh Văn phòng', ''],
      ['approved', 'Nguyễn Thị Mai', 'Chủ tịch UBND', ''],
    ],
  );
  await desk.release([form.revisionId, procedure.revisionId], { inForceFrom: '2026-03-10' }, released);

  const seen = (day: string) => readDocument(db, people.ngoc, procedure.documentId, day);
  expect((await seen('2026-03-09')).force).toBe('not-yet-in-force');
  expect((await seen('2026-03-10')).force).toBe('in-force');
  await expect(readDocument(db, desk.story.citizen, procedure.documentId, '2026-03-09')).rejects.toThrow(
    'not-found',
  );
  expect((await readDocument(db, desk.story.citizen, procedure.documentId, '2026-03-10')).document.code).toBe(
    'QT-TP-09',
  );
  await expect(readDocument(db, desk.story.citizen, form.documentId, '2026-03-10')).rejects.toThrow(
    'not-found',
  );

  const duties = await dutiesOfOfficer(db, people.ngoc, people.ngoc.officerId, '2026-03-10');
  expect(duties.map((duty) => [duty.stepKey, duty.letter])).toEqual([
    ['tiep-nhan', 'R'],
    ['tiep-nhan', 'D'],
  ]);

  const morning = '2026-03-10T02:00:00.000Z';
  const asked = await awaitingMyAcknowledgement(db, people.ngoc, '2026-03-10');
  expect(asked.map((one) => [one.revision.code, one.asked.whole, one.due])).toEqual([
    ['QT-TP-09', true, '2026-03-17'],
  ]);
  await desk.acknowledge(procedure.revisionId, people.ngoc, morning);
  expect(await awaitingMyAcknowledgement(db, people.ngoc, '2026-03-10')).toEqual([]);
  const who = await wholeAcknowledgementRegister(
    db,
    people.kien,
    { documentId: procedure.documentId, page: 1 },
    '2026-03-10',
  );
  expect(who.filter((one) => one.acknowledgedAt).map((one) => one.officerName)).toEqual(['Vũ Thị Ngọc']);
  expect(who.map((one) => one.officerName)).toContain('Phạm Văn Kiên');

  const secondId = await desk.next(procedure.documentId, '2026-04-01T02:00:00.000Z');
  await desk.save(
    secondId,
    procedureText({ purpose: 'Cấp bản sao trong ngày.' }),
    '2026-04-01T03:00:00.000Z',
  );
  await desk.submit(secondId, '2026-04-02T02:00:00.000Z');
  await desk.review(secondId, '2026-04-02T03:00:00.000Z');
  await desk.approve(secondId, '2026-04-03T02:00:00.000Z');
  await desk.release([secondId], { inForceFrom: '2026-04-10' }, '2026-04-05T02:00:00.000Z');
  const second = await seen('2026-04-10');
  expect([second.revision.id, second.revision.issue, second.revision.amendment]).toEqual([secondId, 1, 1]);
  expect((await readRevision(db, people.hoa, procedure.revisionId, '2026-04-10')).force).toBe('superseded');
  expect((await seen('2026-04-09')).revision.id).toBe(procedure.revisionId);
  // Another purpose asks nobody who has read the document; who has not still owes the whole.
  expect(await awaitingMyAcknowledgement(db, people.ngoc, '2026-04-10')).toEqual([]);
  expect(await awaitingMyAcknowledgement(db, people.kien, '2026-04-10')).toMatchObject([
    { asked: { whole: true } },
  ]);
  expect(await copyStatus(db, procedure.revisionId, '2026-04-10')).toMatchObject({
    state: 'superseded',
    newer: { id: secondId },
  });

  await inTransaction(db, (trx) =>
    withdrawDocument(
      trx,
      people.hoa,
      {
        documentId: procedure.documentId,
        decisionNumber: '40/QĐ-UBND',
        reason: 'Thủ tục bãi bỏ',
        from: '2026-06-01',
      },
      '2026-05-20T02:00:00.000Z',
    ),
  );
  expect((await seen('2026-05-31')).force).toBe('in-force');
  expect((await readRevision(db, people.hoa, secondId, '2026-06-01')).force).toBe('withdrawn');
  expect(await dutiesOfOfficer(db, people.ngoc, people.ngoc.officerId, '2026-06-01')).toEqual([]);
  const register = await listRegister(db, people.hoa, { on: '2026-06-01' });
  expect(register.rows.map((row) => [row.code, row.state])).toEqual([
    ['BM-TP-09-01', 'in-force'],
    ['QT-TP-09', 'withdrawn'],
  ]);
  expect((await listRegister(db, desk.story.citizen, { on: '2026-06-01' })).rows).toEqual([]);
  expect(await desk.journalIsSound()).toBe(true);
});

test('a returned text goes back to its drafter, its signatures are void and the same code is kept', async () => {
  await desk.approved(formText(), drafted);
  const { revisionId } = await desk.draft(procedureText(), drafted);
  await desk.submit(revisionId, drafted);
  await desk.review(revisionId, drafted);
  await inTransaction(desk.db, (trx) =>
    returnRevision(trx, desk.people.mai, { revisionId, comment: 'Nêu rõ nơi lưu hồ sơ.' }, released),
  );
  const back = await readRevision(desk.db, desk.people.tam, revisionId, '2026-03-05');
  expect(back.revision.state).toBe('draft');
  expect(back.signatures).toEqual([]);
  expect(back.returns.map((one) => one.comment)).toEqual(['Nêu rõ nơi lưu hồ sơ.']);
  expect(back.document.code).toBe('QT-TP-09');
  await desk.save(revisionId, procedureText({ purpose: 'Nơi lưu: Văn phòng.' }), '2026-03-06T02:00:00.000Z');
  await desk.submit(revisionId, '2026-03-06T03:00:00.000Z');
  await desk.review(revisionId, '2026-03-06T04:00:00.000Z');
  await desk.approve(revisionId, '2026-03-06T05:00:00.000Z');
  expect((await desk.revision(revisionId)).state).toBe('approved');
  expect(await desk.journalIsSound()).toBe(true);
});

test('a decision made before the system is recorded afterwards and never shown as an electronic signature', async () => {
  const fileId = await storeFileRow(desk.db, desk.people.hoa, released);
  const old = procedureText({ form: '' }).replace('accountable="chu-tich" ', '');
  const { revisionId, documentId } = await desk.draft(old, drafted, desk.people.hoa);
  const adopted = {
    kind: 'adopted',
    decisionNumber: '05/QĐ-UBND',
    signedOn: '2025-09-01',
    inForceFrom: '2025-09-15',
    fileId,
  } as const;
  await desk.release([revisionId], adopted, released);
  const read = await readRevision(desk.db, desk.people.hoa, revisionId, '2025-10-01');
  expect(read.force).toBe('in-force');
  // What the check finds in an old text is kept with it, for the next revision to mend.
  expect(JSON.parse(read.revision.findings)).toMatchObject([{ rule: 'check.step.accountable-missing' }]);
  expect(read.signatures.map((one) => [one.step, one.officer_name, one.recorded_afterwards])).toEqual([
    ['approved', 'Nguyễn Thị Mai', 1],
  ]);
  expect((await readDocument(desk.db, desk.people.hoa, documentId, '2025-09-14')).force).toBe(
    'not-yet-in-force',
  );
  expect(await desk.journalIsSound()).toBe(true);
});
