import { dayOf } from '#app/http/clock.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { portalRecords } from '../../../scripts/sample/portal-records.ts';
import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const entered = '/legal-bases/of/nd-99-2026';
const decree = '/legal-bases/of/nd-123-2015';
const part = 'Bỏ yêu cầu nộp bản sao giấy tờ đã có trong cơ sở dữ liệu';
const followed = 'Quy trình không yêu cầu giấy tờ này';
const fee = 'sao-y-ban-dien-tu';

async function task(ward: Ward): Promise<string> {
  const tasks = await ward.by('thao', (trx, actor, now) =>
    listCurrencyTasks(trx, actor, dayOf(now), { key: 'nd-123-2015' }),
  );
  return `/currency/${tasks[0]?.id}`;
}
async function amendment(ward: Ward): Promise<string> {
  return `${decree}/amendments/${await ward.find('legal_basis_amendment', { note: part })}/retraction`;
}

/** One that the ward does not have yet, in the shape of the portal. */
const record = {
  ...portalRecords()[0],
  ma_thu_tuc: '9.900021',
  ten_thu_tuc: 'Xác nhận đội văn nghệ khu phố',
};
const records = { file: 'thu-tuc.json', bytes: Buffer.from(JSON.stringify([record])) };
const undecided = '9.900006';

/** The register of laws, what follows from a change of one, the fees, and the procedures of the portal. */
export const lawRows: Rows = [
  ['routes/legal/coming', { by: 'thao', sees: '03/2026/QH16' }],
  ['routes/legal/basis', { by: 'mai', sees: '155/2026/NĐ-CP' }],
  [
    'routes/legal/new-basis',
    {
      by: 'thao',
      fill: {
        kind: 'nghi-dinh',
        numberSign: '99/2026/NĐ-CP',
        issuer: 'Chính phủ',
        title: 'Quy định về tiếp nhận hồ sơ tại nơi cư trú',
        signedOn: '2026-11-10',
        inForceFrom: '2027-01-01',
        status: 'not-yet',
      },
      writes: 'legal-basis.recorded',
      sees: 'Quy định về tiếp nhận hồ sơ tại nơi cư trú',
    },
  ],
  [
    'routes/legal/basis-change',
    {
      by: 'thao',
      at: () => `${entered}/change`,
      fill: { inForceFrom: '2027-02-01', reason: 'Đính chính ngày có hiệu lực' },
      writes: 'legal-basis.corrected',
      sees: 'Đính chính ngày có hiệu lực',
    },
  ],
  [
    'routes/legal/new-amendment',
    {
      by: 'thao',
      at: () => `${decree}/amendments/new`,
      fill: { effectOn: '2026-11-20', note: part },
      writes: 'legal-basis.amended',
      sees: part,
    },
  ],
  ['routes/currency/tasks', { by: 'linh', sees: '123/2015/NĐ-CP' }],
  [
    'routes/currency/task',
    {
      by: 'thao',
      at: task,
      fill: { reason: followed },
      writes: 'currency.settled',
      sees: followed,
      on: () => '/administration/journal',
    },
  ],
  [
    'routes/legal/amendment-retraction',
    {
      by: 'thao',
      at: amendment,
      fill: { note: 'Ghi nhầm nghị định' },
      writes: 'legal-basis.amendment-retracted',
      sees: 'Chưa ghi nhận thay đổi nào',
    },
  ],

  ['routes/fees/list', { by: 'mai', sees: 'Phí chứng thực chữ ký' }],
  [
    'routes/fees/new-fee',
    {
      by: 'thao',
      fill: {
        item: fee,
        nameVi: 'Phí sao y bản điện tử',
        nameEn: 'Fee for a certified electronic copy',
        amount: '5000',
        unit: 'đồng/bản',
        validFrom: '2026-12-01',
      },
      writes: 'fee.recorded',
      sees: 'Phí sao y bản điện tử',
    },
  ],
  [
    'routes/fees/fee',
    {
      by: 'thao',
      at: () => `/fees/of/${fee}`,
      fill: { amount: '6000', validFrom: '2027-06-01' },
      writes: 'fee.recorded',
      sees: '6.000',
    },
  ],

  ['routes/tthc/list', { by: 'mai', sees: '1.004873' }],
  ['routes/tthc/procedure', { by: 'mai', sees: '1.004873' }],
  ['routes/tthc/coverage', { by: 'quang', sees: 'Xác nhận hộ trồng hoa ven sông' }],
  [
    'routes/tthc/import',
    {
      by: 'thao',
      fill: { files: records },
      writes: 'administrative-procedure.recorded',
      sees: '9.900021',
      on: () => '/administrative-procedures?q=9.900021',
    },
  ],
  [
    'routes/tthc/line',
    {
      by: 'thao',
      at: () => `/administrative-procedures/line?code=${undecided}`,
      fill: { line: 'other', reason: 'Sở mẫu giải quyết từ tháng này' },
      writes: 'administrative-procedure.line-decided',
      sees: 'Sở mẫu giải quyết từ tháng này',
    },
  ],
  [
    'routes/tthc/draft',
    {
      by: 'linh',
      at: () => '/administrative-procedures/of/1.000656/draft',
      fill: {},
      writes: 'document.created',
      sees: 'Đăng ký khai tử tại phường',
    },
  ],
];
