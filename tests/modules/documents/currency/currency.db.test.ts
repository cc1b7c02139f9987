import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { dayOf } from '#app/http/clock.ts';
import { dailyWork } from '#app/http/daily-work.server.ts';
import { comingChanges } from '#app/modules/documents/currency/coming.server.ts';
import {
  currencyHistory,
  noteCurrency,
  settleNotAffected,
} from '#app/modules/documents/currency/currency.server.ts';
import { pendingCurrency } from '#app/modules/documents/currency/pending.server.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { readBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import {
  amendBasis,
  correctBasis,
  enterBasis,
  retractAmendment,
} from '#app/modules/documents/legal/basis-recording.server.ts';
import { type LegalBasis, recordLegalBases } from '#app/modules/documents/legal/legal-register.server.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { formText, procedureText } from '../procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const march = '2026-03-02T02:00:00.000Z';
const eve = '2026-06-30T02:00:00.000Z';
const summer = '2026-07-01T02:00:00.000Z';
const autumn = '2026-10-02T02:00:00.000Z';

const oldLaw: LegalBasis = {
  ...{ key: 'nd-1-2015', numberSign: '1/2015/NĐ-CP', kind: 'nghi-dinh', issuer: 'Chính phủ' },
  ...{ title: 'Nghị định cũ', signedOn: null, inForceFrom: '2015-01-01', inForceUntil: null },
  ...{ status: 'in-force', replacedBy: null, note: '', checkedOn: null },
};
const newLaw: LegalBasis = {
  ...{ ...oldLaw, key: 'nd-2-2026', numberSign: '2/2026/NĐ-CP', title: 'Nghị định mới' },
  ...{ inForceFrom: '2026-07-01', status: 'not-yet' },
};

const act = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(desk.db, work);

function naming(code: string, words: string): string {
  return procedureText({ code, form: '' }).replace('Văn bản về hộ tịch đang có hiệu lực.', words);
}

/** One text names the old law, one writes only its sign, a form names it, one has nothing to do with it. */
async function officeStandsOnTheLaw() {
  await act((trx) => recordLegalBases(trx, desk.people.hoa, [oldLaw, newLaw], march));
  const named = await desk.approved(naming('QT-TP-21', '<LegalBasis ref="nd-1-2015" />'), march);
  const written = await desk.approved(naming('QT-TP-22', 'Theo Nghị định số 1/2015/NĐ-CP.'), march);
  const apart = await desk.approved(naming('QT-TP-23', 'Theo Nghị định số 11/2015/NĐ-CP.'), march);
  const form = await desk.approved(
    formText('BM-TP-21-01').replace(/(<Section [^>]*>)/, '$1\n\n<LegalBasis ref="nd-1-2015" />\n'),
    march,
  );
  const all = [named, written, apart, form];
  await desk.release(
    all.map((one) => one.revisionId),
    {},
    march,
  );
  return { named, written, apart, form };
}

const facts = {
  ...{ kind: 'nghi-dinh' as const, numberSign: '1/2015/NĐ-CP', issuer: 'Chính phủ', title: 'Nghị định cũ' },
  ...{ signedOn: null, inForceFrom: '2015-01-01', inForceUntil: '2026-06-30' },
  ...{ status: 'in-force' as const, replacedBy: 'nd-2-2026', note: '' },
};

const replaceLaw = (now: string) =>
  act((trx) => correctBasis(trx, desk.people.hoa, { ...facts, key: 'nd-1-2015', reason: 'Công báo' }, now));

const tasksAt = (now: string) => listCurrencyTasks(desk.db, desk.people.hoa, dayOf(now));
const codesAt = async (now: string) => (await tasksAt(now)).map((task) => task.document.code).sort();

test('a law that will end is watched, and on its day all and only the texts that name it are behind', async () => {
  await officeStandsOnTheLaw();
  await replaceLaw('2026-04-01T02:00:00.000Z');
  expect(await codesAt(eve)).toEqual([]);
  const coming = await comingChanges(desk.db, desk.people.hoa, '2026-06-30');
  expect(coming.map((one) => [one.change.what, one.documents.map(({ code }) => code)])).toEqual([
    ['ended', ['BM-TP-21-01', 'QT-TP-21', 'QT-TP-22']],
    ['begun', []],
  ]);
  expect(await codesAt(summer)).toEqual(['BM-TP-21-01', 'QT-TP-21', 'QT-TP-22']);
  const [task] = (await tasksAt(summer)).filter((one) => one.document.code === 'QT-TP-21');
  expect(task).toMatchObject({ due: '2026-10-01', isLate: false, byName: '2/2026/NĐ-CP' });
  expect(task?.places.map((place) => place.key)).toEqual(['tai-lieu-vien-dan']);
  expect(task?.heads.map((head) => head.name)).toEqual(['Phạm Văn Kiên']);
  const register = await wholeRegister(desk.db, desk.people.hoa, { on: '2026-07-01' });
  const marked = register.filter((row) => row.groundChanged).map((row) => row.code);
  expect(marked.sort()).toEqual(['BM-TP-21-01', 'QT-TP-21', 'QT-TP-22']);
});

test('a new day writes down what opened, once, and a newer revision ends it by itself', async () => {
  const { named } = await officeStandsOnTheLaw();
  await replaceLaw('2026-04-01T02:00:00.000Z');
  let now = summer;
  const work = dailyWork(desk.db, { now: () => now });
  await work();
  await work();
  const opened = await desk.db.selectFrom('currency_fact').select(['kind', 'due_on']).execute();
  expect(opened).toEqual(Array.from({ length: 3 }, () => ({ kind: 'opened', due_on: '2026-10-01' })));
  now = autumn;
  await work();
  expect(await desk.db.selectFrom('currency_fact').select('id').execute()).toHaveLength(3);
  const revisionId = await desk.next(named.documentId, autumn);
  await desk.save(revisionId, naming('QT-TP-21', '<LegalBasis ref="nd-2-2026" />'), autumn);
  await desk.submit(revisionId, autumn);
  await desk.review(revisionId, autumn);
  await desk.approve(revisionId, autumn);
  await desk.release([revisionId], {}, autumn);
  expect(await codesAt(autumn), 'ended without anybody ticking it off').toEqual(['BM-TP-21-01', 'QT-TP-22']);
  await act((trx) => noteCurrency(trx, desk.people.hoa, autumn));
  const history = await currencyHistory(desk.db, desk.people.hoa, named.documentId);
  expect(history.map((fact) => fact.kind)).toEqual(['revised', 'opened']);
});

test('a correction adds a row and overwrites nothing; what was looked up speaks everywhere at once', async () => {
  await officeStandsOnTheLaw();
  await replaceLaw(autumn);
  const first = await desk.db
    .selectFrom('legal_basis')
    .selectAll()
    .where('key', '=', 'nd-1-2015')
    .executeTakeFirstOrThrow();
  expect(first).toMatchObject({ in_force_until: null, replaced_by: null, recorded_at: march });
  const { basis, versions, tasks } = await readBasis(desk.db, desk.people.hoa, 'nd-1-2015', '2026-10-02');
  expect(basis).toMatchObject({ status: 'expired', replacedByName: '2/2026/NĐ-CP', checkedOn: '2026-10-02' });
  expect(versions.map((version) => version.reason)).toEqual(['Công báo']);
  expect(tasks.every((task) => task.isLate)).toBe(true);
  const again = { ...facts, key: 'nd-1-2015', inForceUntil: null, replacedBy: null, reason: 'Ghi nhầm' };
  await act((trx) => correctBasis(trx, desk.people.hoa, again, '2026-10-03T02:00:00.000Z'));
  expect(await codesAt('2026-10-03T02:00:00.000Z')).toEqual([]);
  const kinds = await desk.db.selectFrom('currency_fact').select('kind').orderBy('kind').execute();
  expect(kinds.map((row) => row.kind)).toEqual([
    ...['fallen-away', 'fallen-away', 'fallen-away'],
    ...['opened', 'opened', 'opened'],
  ]);
});

test('the head of the unit and the quality officer are asked, a leader is told by name what is late', async () => {
  await officeStandsOnTheLaw();
  await replaceLaw('2026-04-01T02:00:00.000Z');
  const asked = async (who: keyof Desk['people'], now: string) =>
    (await pendingCurrency(desk.db, desk.people[who], dayOf(now))).length;
  expect(await asked('kien', summer)).toBe(3);
  expect(await asked('hoa', summer)).toBe(3);
  expect(await asked('binh', summer)).toBe(0);
  expect(await asked('tam', summer)).toBe(0);
  expect(await asked('mai', summer)).toBe(0);
  const late = await pendingCurrency(desk.db, desk.people.mai, dayOf(autumn));
  expect(late.find((one) => one.code === 'QT-TP-21')?.titleVi).toContain('Phạm Văn Kiên');
});

test('"not affected" needs a reason and the right person, and ends that one matter', async () => {
  await officeStandsOnTheLaw();
  await replaceLaw('2026-04-01T02:00:00.000Z');
  const [task] = (await tasksAt(summer)).filter((one) => one.document.code === 'QT-TP-21');
  const settle = (who: keyof Desk['people'], reason: string) =>
    act((trx) => settleNotAffected(trx, desk.people[who], { taskId: task?.id ?? '', reason }, summer));
  expect(await refusalOf(settle('kien', ' '))).toBe('currency.refusal.no-reason');
  expect(await refusalOf(settle('binh', 'Không liên quan'))).toBe('currency.refusal.not-yours');
  await expect(settle('tam', 'Không liên quan')).rejects.toThrow('forbidden');
  await settle('kien', 'Điều được viện dẫn giữ nguyên');
  expect(await codesAt(autumn)).toEqual(['BM-TP-21-01', 'QT-TP-22']);
  await expect(settle('kien', 'Lần nữa')).rejects.toThrow('not-found');
});

test('an amendment opens what an amendment taken back closes', async () => {
  await officeStandsOnTheLaw();
  const amendment = { key: 'nd-1-2015', amendedBy: null, effectOn: '2026-05-01', note: 'Bỏ Điều 5' };
  await act((trx) => amendBasis(trx, desk.people.hoa, amendment, eve));
  expect(await codesAt(eve)).toHaveLength(3);
  const { amendments } = await readBasis(desk.db, desk.people.hoa, 'nd-1-2015', '2026-06-30');
  const back = { key: 'nd-1-2015', amendmentId: amendments[0]?.id ?? '', note: 'Ghi nhầm văn bản' };
  await act((trx) => retractAmendment(trx, desk.people.hoa, back, summer));
  expect(await codesAt(summer)).toEqual([]);
  await expect(act((trx) => retractAmendment(trx, desk.people.hoa, back, summer))).rejects.toThrow(
    'not-found',
  );
});

test('what cannot stand in the register is refused with its reason', async () => {
  await act((trx) => recordLegalBases(trx, desk.people.hoa, [oldLaw, newLaw], march));
  const change = (changes: Partial<typeof facts> & { replacedBy?: string | null }) =>
    refusalOf(
      act((trx) =>
        correctBasis(
          trx,
          desk.people.hoa,
          { ...facts, replacedBy: null, ...changes, key: 'nd-1-2015', reason: 'x' },
          march,
        ),
      ),
    );
  expect(await change({ inForceUntil: '2014-12-31' })).toBe('legal.refusal.days-out-of-order');
  expect(await change({ replacedBy: 'nd-1-2015' })).toBe('legal.refusal.replaced-by-itself');
  expect(await change({ replacedBy: 'nd-3-2027' })).toBe('legal.refusal.unknown-basis');
  expect(await change({ numberSign: '2/2026/NĐ-CP' })).toBe('legal.refusal.known');
  await replaceLaw(march);
  const circle = { ...facts, numberSign: '2/2026/NĐ-CP', inForceUntil: null, replacedBy: 'nd-1-2015' };
  expect(
    await refusalOf(
      act((trx) => correctBasis(trx, desk.people.hoa, { ...circle, key: 'nd-2-2026', reason: 'x' }, march)),
    ),
  ).toBe('legal.refusal.circle');
  const entered = { ...facts, replacedBy: null, signedOn: '2026-04-08', numberSign: '7/QĐ-UBND' };
  const key = await act((trx) =>
    enterBasis(
      trx,
      desk.people.hoa,
      { ...entered, kind: 'quyet-dinh', issuer: 'UBND tỉnh Nam Giang' },
      march,
    ),
  );
  expect(key).toBe('qd-7-2026-ubnd-tinh-nam-giang');
  expect(await refusalOf(act((trx) => enterBasis(trx, desk.people.hoa, entered, march)))).toBe(
    'legal.refusal.known',
  );
  await expect(act((trx) => enterBasis(trx, desk.people.tam, entered, march))).rejects.toThrow('forbidden');
});
