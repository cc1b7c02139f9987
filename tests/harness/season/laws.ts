import { addDays, dayOf } from '#app/http/clock.ts';
import { settleNotAffected } from '#app/modules/documents/currency/currency.server.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { recordFee } from '#app/modules/documents/fees/fees.server.ts';
import { amendmentsNow } from '#app/modules/documents/legal/bases-now.server.ts';
import type { BasisFacts } from '#app/modules/documents/legal/basis-form.ts';
import {
  amendBasis,
  correctBasis,
  enterBasis,
  retractAmendment,
} from '#app/modules/documents/legal/basis-recording.server.ts';
import { importRecords } from '#app/modules/documents/tthc/importing.server.ts';
import { decideLines } from '#app/modules/documents/tthc/line-decision.server.ts';
import { laterPortalRecords, portalRecords } from '../../../scripts/sample/portal-records.ts';
import type { Commands, Office } from './office.ts';

/** Laws come, change and end, fees move, the portal tells its procedures anew, and documents follow. */
export function lawCommands(office: Office): Commands {
  const { random } = office;
  const facts = (): BasisFacts => ({
    kind: 'nghi-dinh',
    numberSign: `${1 + random.below(6)}/2015/NĐ-CP`,
    issuer: 'Chính phủ',
    title: `Nghị định được tra cứu lần thứ ${office.count}`,
    signedOn: '2015-01-01',
    inForceFrom: '2015-03-01',
    inForceUntil: random.chance(0.3) ? addDays(dayOf(office.now), random.below(30) - 10) : null,
    status: 'in-force',
    replacedBy: random.chance(0.2) ? random.pick(office.laws) : null,
    note: '',
  });
  return {
    enterLaw: {
      weight: 6,
      run: async () => {
        const [actor, basis] = [office.who('hoa'), facts()];
        office.laws.push(await office.in((trx) => enterBasis(trx, actor, basis, office.now)));
      },
    },
    correctLaw: {
      weight: 4,
      run: async () => {
        const key = random.pick(office.laws);
        const number = key.split('-')[1] ?? '';
        const numberSign = random.chance(0.9) ? `${number}/2015/NĐ-CP` : '1/2015/NĐ-CP';
        const input = { ...facts(), key, numberSign, reason: 'Tra cứu lại' };
        const actor = office.who('hoa');
        await office.in((trx) => correctBasis(trx, actor, input, office.now));
      },
    },
    amendLaw: {
      weight: 5,
      run: async () => {
        const effectOn = addDays(dayOf(office.now), random.below(12) - 8);
        const input = {
          key: random.pick(office.laws),
          amendedBy: null,
          effectOn,
          note: `Điều ${office.count}`,
        };
        const actor = office.who('hoa');
        await office.in((trx) => amendBasis(trx, actor, input, office.now));
      },
    },
    takeAmendmentBack: {
      weight: 2,
      run: async () => {
        const { agencyId } = office.documents.story;
        const known = await amendmentsNow(office.desk.db, agencyId).orderBy('amendment.note').execute();
        const { id: amendmentId, key } = random.pick(known);
        const actor = office.who('hoa');
        const input = { key, amendmentId, note: 'Ghi nhầm' };
        await office.in((trx) => retractAmendment(trx, actor, input, office.now));
      },
    },
    settle: {
      weight: 5,
      run: async () => {
        const actor = office.who('hoa');
        const tasks = await listCurrencyTasks(office.desk.db, actor, dayOf(office.now));
        const told = (one: (typeof tasks)[number]) =>
          [one.document.code, one.change.key, one.change.effect, one.change.note].join(' ');
        const task = random.pick([...tasks].sort((a, b) => (told(a) < told(b) ? -1 : 1)));
        const input = { taskId: task.id, reason: random.chance(0.9) ? 'Không dùng điều này' : ' ' };
        await office.in((trx) => settleNotAffected(trx, actor, input, office.now));
      },
    },
    fee: {
      weight: 3,
      run: async () => {
        const item = `phi-${random.below(3)}`;
        const input = {
          ...{ item, nameVi: 'Phí mẫu', nameEn: 'Sample fee', amount: 1000 * random.below(9) },
          ...{ unit: 'đồng/bản', legalBasis: random.chance(0.5) ? random.pick(office.laws) : null, note: '' },
          ...{ validFrom: dayOf(office.now), validUntil: null, isNew: random.chance(0.5) },
        };
        const actor = office.who('hoa');
        await office.in((trx) => recordFee(trx, actor, input, office.now));
      },
    },
    readPortal: {
      weight: 3,
      run: () => {
        const records = random.chance(0.5) ? portalRecords() : laterPortalRecords();
        const files = [{ name: 'cong.json', bytes: Buffer.from(JSON.stringify(records)) }];
        return importRecords(office.desk.db, office.who('hoa'), files, office.now, 'vi');
      },
    },
    decideLine: {
      weight: 3,
      run: async () => {
        const codes = random.pick([['9.900006'], ['9.900007', '9.900001'], ['0.000000'], []]);
        const input = { codes, line: random.pick(['own', 'other'] as const), reason: 'Theo phân cấp' };
        const actor = office.who('hoa');
        await office.in((trx) => decideLines(trx, actor, input, office.now));
      },
    },
  };
}
