import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { recordPrint } from '#app/modules/documents/printing/printing.server.ts';
import { giveCopy, listCopies, takeBackCopy } from '#app/modules/records/copies.server.ts';
import { readPaperReport, settleProposal } from '#app/modules/records/paper-report.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, refusalOf } from '../documents/desk.ts';
import { procedureText } from '../documents/procedure-text.ts';
import { RecordDesk } from './record-desk.ts';

let desk: RecordDesk;
beforeEach(async () => {
  desk = await RecordDesk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const day1 = '2026-05-04T02:00:00.000Z';
const day2 = '2026-05-20T02:00:00.000Z';

test('a controlled copy is given, to be called back when a newer revision is in force, and ticked with its day', async () => {
  const { db, people, audit } = desk;
  const { documentId, revisionId } = audit.procedure;
  await inTransaction(db, (trx) =>
    recordPrint(trx, people.binh, { revisionId, reason: 'Để tại quầy' }, day1),
  );
  const given = { revisionId, number: 1, holder: '', place: 'Quầy số 2', on: '2026-05-04' };
  const give = () => inTransaction(db, (trx) => giveCopy(trx, people.lan, given, day1));
  const stateOn = async (day: string) =>
    (await listCopies(db, people.ngoc, day, documentId)).map((one) => one.state);
  expect(await stateOn('2026-05-04')).toEqual(['not-given']);
  await give();
  expect(await refusalOf(give())).toBe('copies.refusal.given-already');
  expect(await stateOn('2026-05-04')).toEqual(['out']);

  const text = audit.desk;
  const next = await text.next(documentId, day1);
  await text.save(next, procedureText({ purpose: 'Nhanh hơn.' }), day1);
  await text.submit(next, day1);
  await text.review(next, day1);
  await text.approve(next, day1);
  await text.release([next], { inForceFrom: '2026-05-10' }, day1);
  expect(await stateOn('2026-05-09')).toEqual(['out']);
  const [copy] = await listCopies(db, people.ngoc, '2026-05-20', documentId);
  expect(copy).toMatchObject({ state: 'to-recall', number: 1, copy: { place: 'Quầy số 2' } });

  const back = { copyId: copy?.copy?.id ?? '', on: '2026-05-20', note: 'Đã đổi bản mới' };
  await inTransaction(db, (trx) => takeBackCopy(trx, people.lan, back, day2));
  expect(await stateOn('2026-05-20')).toEqual(['returned']);
  const row = await db.selectFrom('controlled_copy_return').select('recalled').executeTakeFirstOrThrow();
  expect(row.recalled).toBe(1);
  expect(await desk.faults()).toEqual([]);
});

test('what papers could be less is proposed from the texts in force and settled with its numbers', async () => {
  const { db, people, audit } = desk;
  const other = procedureText({ code: 'QT-TP-19', title: 'Cấp lại bản sao', form: '' }).replace(
    'Giấy tờ tùy thân',
    'Giấy tờ tùy thân, tra được trong CSDL thì không xuất trình',
  );
  const second = procedureText({ code: 'QT-TP-20', title: 'Sửa thông tin', form: '' }).replace(
    'Giấy tờ tùy thân',
    'Giấy tờ tùy thân (khai thác CSDL)',
  );
  const drafts = [await audit.desk.approved(other, day1), await audit.desk.approved(second, day1)];
  await audit.desk.release(
    drafts.map((one) => one.revisionId),
    { inForceFrom: '2026-05-04' },
    day1,
  );
  const report = await readPaperReport(db, people.hoa, '2026-05-20');
  expect(report.papers).toBe(3);
  expect(report.forms.map((form) => [form.code, form.uses.length])).toEqual([['BM-TP-09-01', 1]]);
  const [proposal] = report.proposals;
  expect(proposal).toMatchObject({ settled: null });
  const said = { key: proposal?.key ?? '', outcome: 'accepted' as const, reason: 'Sửa trong quý III' };
  await inTransaction(db, (trx) => settleProposal(trx, people.mai, said, day2));
  const settled = (await readPaperReport(db, people.hoa, '2026-05-20')).proposals[0]?.settled;
  expect(settled).toMatchObject({
    outcome: 'accepted',
    reason: 'Sửa trong quý III',
    recordedBy: 'Nguyễn Thị Mai',
  });
  expect(await desk.faults()).toEqual([]);
});
