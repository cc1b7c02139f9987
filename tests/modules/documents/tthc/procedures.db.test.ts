import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { beginFromProcedure } from '#app/modules/documents/tthc/drafting.server.ts';
import { importRecords } from '#app/modules/documents/tthc/importing.server.ts';
import { decideLines } from '#app/modules/documents/tthc/line-decision.server.ts';
import {
  listProcedures,
  readCoverage,
  readProcedure,
} from '#app/modules/documents/tthc/procedures.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { laterPortalRecords, portalRecords } from '../../../../scripts/sample/portal-records.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { procedureText } from '../procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const [march, april, may] = [
  '2026-03-02T02:00:00.000Z',
  '2026-04-02T02:00:00.000Z',
  '2026-05-04T02:00:00.000Z',
];
const all = { words: '', field: '', level: '', line: '', documents: '', changed: false };

const upload = (records: unknown, now: string) =>
  importRecords(
    desk.db,
    desk.people.hoa,
    [{ name: 'x.json', bytes: Buffer.from(JSON.stringify(records)) }],
    now,
    'vi',
  );

test('an upload fills the register, a second one tells each change and asks the texts that name it', async () => {
  const draft = await desk.approved(
    procedureText({ form: '' }).replace('review: P12M', 'tthc: ["1.004873", "9.999999"]\nreview: P12M'),
    march,
  );
  await desk.release([draft.revisionId], {}, march);
  expect((await upload(portalRecords(), march)).outcome).toEqual({ added: 13, changed: 0, same: 0 });
  const again = await upload(laterPortalRecords(), april);
  expect(again.outcome).toEqual({ added: 0, changed: 1, same: 12 });
  const read = await readProcedure(desk.db, desk.people.tam, '1.004873', '2026-04-02', 'vi');
  expect(read.changes[0]?.differences.map((one) => one.field)).toEqual([
    'cach_thuc_thuc_hien',
    'thanh_phan_ho_so',
  ]);
  expect(read.changes[0]?.differences[0]?.before).toContain('3 Ngày làm việc');
  expect(read.changes[0]?.differences[0]?.after).toContain('5 Ngày làm việc');
  const tasks = await listCurrencyTasks(desk.db, desk.people.hoa, '2026-04-02');
  expect(tasks.map((task) => [task.document.code, task.change.key, task.due])).toEqual([
    ['QT-TP-09', '1.004873', '2026-07-02'],
  ]);
  const coverage = await readCoverage(desk.db, desk.people.mai, '2026-04-02');
  expect(coverage).toMatchObject({ own: 9, covered: 1, percent: 11, undecided: 2 });
  expect(coverage.wrong).toMatchObject([{ code: '9.999999', why: 'unknown' }]);
});

test('whose they are is decided by a person with a reason, for many at once, and stays at the next upload', async () => {
  await upload(portalRecords(), march);
  const decide = (codes: string[], who: 'hoa' | 'tam' = 'hoa') =>
    inTransaction(desk.db, (trx) =>
      decideLines(trx, desk.people[who], { codes, line: 'other', reason: 'Sở mẫu giải quyết' }, april),
    );
  expect(await decide(['9.900006', '9.900007'])).toBe(2);
  expect(await refusalOf(decide([]))).toBe('tthc.refusal.none-chosen');
  expect(await refusalOf(decide(['9.900006', '0.000000']))).toBe('tthc.refusal.unknown-code');
  await expect(decide(['9.900006'], 'tam')).rejects.toThrow('forbidden');
  const changed = portalRecords().map((record) => ({ ...record, so_quyet_dinh: '02/QĐ-MAU' }));
  await upload(changed, may);
  const list = (filter: Partial<typeof all>) =>
    listProcedures(desk.db, desk.people.tam, { ...all, ...filter }, '2026-05-04');
  expect((await list({ line: 'undecided' })).rows).toEqual([]);
  expect((await list({ line: 'other' })).rows.map((row) => row.code)).toEqual([
    ...['9.900004', '9.900005', '9.900006', '9.900007'],
  ]);
  expect((await list({ words: 'ket hon' })).rows.map((row) => row.code)).toEqual(['1.000894']);
  expect((await list({ changed: true })).rows).toHaveLength(13);
  expect((await list({ documents: 'with' })).rows).toEqual([]);
  const { decisions } = await readProcedure(desk.db, desk.people.tam, '9.900006', '2026-05-04', 'vi');
  expect(decisions).toMatchObject([{ line: 'other', reason: 'Sở mẫu giải quyết' }]);
});

test('what cannot be read is told and left out; the rest comes in', async () => {
  const files = [
    { name: 'hong.json', bytes: Buffer.from('{') },
    { name: 'hong.zip', bytes: Buffer.from('PK\u0003\u0004 hỏng') },
    { name: 'hai.json', bytes: Buffer.from(JSON.stringify([...portalRecords().slice(0, 1), 7])) },
    { name: 'lap.json', bytes: Buffer.from(`\uFEFF${JSON.stringify(portalRecords()[0])}`) },
  ];
  const { outcome, lines } = await importRecords(desk.db, desk.people.hoa, files, march, 'vi');
  expect(outcome).toEqual({ added: 1, changed: 0, same: 0 });
  const errors = lines.flatMap((line) => line.findings.filter((one) => one.severity === 'error'));
  expect(errors.map((one) => one.rule)).toEqual([
    ...['tthc.unreadable', 'tthc.unreadable', 'tthc.unreadable', 'tthc.duplicate'],
  ]);
});

test('a draft begins from a procedure with its facts, by the one way to a document', async () => {
  await upload(portalRecords(), march);
  const room = { db: desk.db, press: desk.press };
  const { revisionId } = await beginFromProcedure(room, desk.people.tam, '9.900001', march);
  const revision = await desk.revision(revisionId);
  expect(revision).toMatchObject({ state: 'draft', title_vi: 'Xác nhận hộ trồng hoa ven sông' });
  expect(revision.source).toContain('tthc: ["9.900001"]');
  expect(revision.source).toContain('limit="5wd"');
  await expect(beginFromProcedure(room, desk.people.tam, '0.0', march)).rejects.toThrow('not-found');
  await expect(beginFromProcedure(room, desk.people.mai, '9.900001', march)).rejects.toThrow('forbidden');
});
