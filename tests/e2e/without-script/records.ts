import { recordPrint } from '#app/modules/documents/printing/printing.server.ts';
import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const topic = 'Tiếp công dân cao tuổi tại quầy';
const ofPlan = (sequence: number) => async (ward: Ward) => {
  const query = ward.db.selectFrom('filled_record').select('id').where('form_code', '=', 'BM-05-01');
  return (await query.where('sequence', '=', sequence).executeTakeFirstOrThrow()).id;
};
/** What `nam` fills in here, while it is unfinished and when it is a record. */
const own = async (ward: Ward) => {
  const officer = await ward.idOf('officer', 'nam');
  const query = ward.db.selectFrom('filling').select('id').where('officer_id', '=', officer);
  return (await query.where('ended_at', 'is', null).executeTakeFirstOrThrow()).id;
};
const made = async (ward: Ward) =>
  ward.find('filled_record', { officer_id: await ward.idOf('officer', 'nam') });
const fillingOf = (act: string) => async (ward: Ward) => `/records/fillings/${await own(ward)}${act}`;
const recordOf = (act: string) => async (ward: Ward) => `/records/${await made(ward)}${act}`;
const proposed = async (ward: Ward) => ward.find('disposal', { sequence: 2 });

const newForm = () => '/records/new?form=BM-08-03';
const whole = {
  'v:noi-dung': topic,
  'v:ngay': '2026-11-19',
  'v:nguoi-huong-dan': 'Thư ký ISO',
  'v:nguoi-hoc:0:0': 'Đặng Hoài Nam',
  'v:nguoi-danh-gia': 'Chánh Văn phòng',
  'v:ngay-danh-gia': '2026-11-20',
};

/** A form from its first word to a record that is corrected; a disposal from its proposal to its minute. */
export const recordRows: Rows = [
  ['routes/records/register', { by: 'thao', sees: 'BM-08-03/2026/001' }],
  ['routes/records/record', { by: 'tung', sees: 'Ký số và nộp hồ sơ điện tử' }],
  [
    'routes/records/types',
    { by: 'mai', at: () => '/records/types?q=khai+sinh', sees: 'Hồ sơ đăng ký khai sinh' },
  ],
  [
    'routes/records/type',
    {
      by: 'thao',
      fill: { place: 'Tủ số 4, kho lưu trữ', legalGround: 'Danh mục hồ sơ năm 2026' },
      writes: 'record-type.stated',
      sees: 'Tủ số 4, kho lưu trữ',
    },
  ],
  [
    'routes/records/new',
    { by: 'nam', at: newForm, fill: {}, writes: null, sees: 'BM-08-03', on: () => '/records' },
  ],
  [
    'routes/records/filling',
    {
      by: 'nam',
      at: fillingOf(''),
      fill: whole,
      press: 'Lưu và hoàn thành',
      writes: null,
      sees: topic,
    },
  ],
  [
    'routes/records/completion',
    {
      by: 'nam',
      at: fillingOf('/completion'),
      fill: {},
      writes: 'record.completed',
      sees: 'BM-08-03/2026/002',
    },
  ],
  [
    'routes/records/correction',
    {
      by: 'nam',
      at: recordOf('/correction'),
      fill: { agreed: ['yes'] },
      writes: null,
      sees: 'sửa hồ sơ BM-08-03',
    },
  ],
  [
    'routes/records/abandonment',
    {
      by: 'nam',
      at: fillingOf('/abandonment'),
      fill: { agreed: ['yes'] },
      writes: null,
      sees: 'Bạn không có bản nào đang điền dở',
      on: () => '/records',
    },
  ],
  // No form of the sample year has a newer revision: the choice itself is told in records.db.test.ts.
  ['routes/records/revision-choice', { by: 'tung', sees: 'BM-08-03', status: 200 }],
  ['routes/records/disposals', { by: 'hieu', sees: 'ĐNH-2026-001' }],
  ['routes/records/disposal', { by: 'quang', sees: 'BM-05-01/2026/002' }],
  [
    'routes/records/new-disposal',
    {
      by: 'thao',
      fill: async (ward) => ({ record: [await ofPlan(3)(ward)], reason: 'Bản sau cùng đã thay' }),
      writes: 'disposal.proposed',
      sees: 'Bản sau cùng đã thay',
    },
  ],
  [
    'routes/records/disposal-decision',
    {
      by: 'quang',
      at: async (ward) => `/records/disposals/${await proposed(ward)}/decision`,
      fill: { agreed: 'yes', number: '140/QĐ-UBND', members: 'Phạm Gia Khánh, Chánh Văn phòng' },
      writes: 'disposal.decided',
      sees: '140/QĐ-UBND',
    },
  ],
  [
    'routes/records/disposal-minute',
    {
      by: 'thao',
      at: async (ward) => `/records/disposals/${await proposed(ward)}/minute`,
      fill: { place: 'Kho lưu trữ', witnesses: 'Lý Bích Loan', conclusion: 'Xóa đủ một hồ sơ' },
      writes: 'disposal.carried-out',
      sees: 'Xóa đủ một hồ sơ',
    },
  ],
  [
    'routes/records/event',
    {
      by: 'thao',
      at: async (ward) => `/records/${await ofPlan(3)(ward)}/event`,
      fill: { description: 'Danh mục hồ sơ 2025 hết thời hạn' },
      writes: 'record.event-recorded',
      sees: 'Danh mục hồ sơ 2025 hết thời hạn',
    },
  ],
  ['routes/records/copies', { by: 'thao', sees: 'Quầy số 3' }],
  [
    'routes/records/copy-return',
    {
      by: 'ha',
      fill: { note: 'Đã đổi lấy bản mới' },
      writes: 'controlled-copy.returned',
      sees: 'Đã thu về',
      on: () => '/records/copies?state=returned',
    },
  ],
  [
    'routes/records/new-copy',
    {
      by: 'ha',
      at: async (ward) => {
        const revisionId = await ward.find('controlled_copy', { copy_number: 1 }).then(async (id) => {
          const query = ward.db.selectFrom('controlled_copy').select('revision_id').where('id', '=', id);
          return (await query.executeTakeFirstOrThrow()).revision_id;
        });
        await ward.by('ha', (trx, actor, now) =>
          recordPrint(trx, actor, { revisionId, reason: 'Lưu hồ sơ' }, now),
        );
        return `/records/copies/new?revision=${revisionId}&number=2`;
      },
      fill: { place: 'Kho lưu trữ tầng 1' },
      writes: 'controlled-copy.given',
      sees: 'Kho lưu trữ tầng 1',
    },
  ],
  ['routes/records/paper', { by: 'thao', sees: 'BM-TP-01-01' }],
  [
    'routes/records/settlement',
    {
      by: 'thao',
      fill: { outcome: 'accepted', reason: 'Văn phòng sửa quy trình trong quý I' },
      writes: 'paper.settled',
      sees: 'Văn phòng sửa quy trình trong quý I',
      on: () => '/records/paper',
    },
  ],
];
