import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const statement = 'Hai hồ sơ trả chậm một ngày mà không hẹn lại';
const own = (ward: Ward) => ward.find('nonconformity', { statement });
const at = (stage: string) => async (ward: Ward) => `/nonconformities/${await own(ward)}/${stage}`;

/** One fault from its report to its closing, each stage by whom it belongs to. */
export const nonconformityRows: Rows = [
  ['routes/nonconformities/register', { by: 'mai', sees: 'KPH-2026-003' }],
  ['routes/nonconformities/nonconformity', { by: 'mai', sees: 'KPH-2026-001' }],
  [
    'routes/nonconformities/new',
    {
      by: 'mai',
      fill: async (ward) => ({
        statement,
        evidence: 'Sổ theo dõi, dòng 12 và 15',
        requirement: 'Trả đúng hẹn',
        unit: await ward.idOf('unit', 'ttpvhcc'),
      }),
      writes: 'nonconformity.opened',
      sees: statement,
    },
  ],
  [
    'routes/nonconformities/acceptance',
    {
      by: 'ha',
      at: at('acceptance'),
      fill: async (ward) => ({
        personInCharge: await ward.idOf('officer', 'ha'),
        opinion: 'Đúng như người báo đã nêu',
      }),
      writes: 'nonconformity.moved',
      sees: 'Đúng như người báo đã nêu',
    },
  ],
  [
    'routes/nonconformities/correction',
    {
      by: 'ha',
      at: at('correction'),
      fill: {
        what: 'Gọi điện xin lỗi và hẹn lại hai người dân',
        consequences: 'Hai người phải đi thêm một lần',
      },
      writes: 'nonconformity.moved',
      sees: 'Gọi điện xin lỗi và hẹn lại hai người dân',
    },
  ],
  [
    'routes/nonconformities/cause',
    {
      by: 'ha',
      at: at('cause'),
      fill: {
        needed: 'yes',
        reason: 'Có thể lặp lại ở hồ sơ khác',
        why1: 'Vì sao không hẹn lại?',
        answer1: 'Không ai thấy hồ sơ sắp trễ',
        proof1: 'Xem màn hình tại quầy',
        categories: ['method'],
        rootCause: 'Không ai được giao xem hồ sơ sắp trễ mỗi sáng',
        similarCases: 'Đã xem quầy 1 và 3: không có',
      },
      writes: 'nonconformity.moved',
      sees: 'Không ai được giao xem hồ sơ sắp trễ mỗi sáng',
    },
  ],
  [
    'routes/nonconformities/plan',
    {
      by: 'ha',
      at: at('plan'),
      fill: async (ward) => ({
        what1: 'Giao một người xem hồ sơ sắp trễ mỗi sáng',
        owner1: await ward.idOf('officer', 'mai'),
        due1: '2026-12-05',
      }),
      writes: 'nonconformity.action-planned',
      sees: 'Giao một người xem hồ sơ sắp trễ mỗi sáng',
    },
  ],
  [
    'routes/nonconformities/plan-approval',
    {
      by: 'quang',
      at: at('plan-approval'),
      fill: { approved: 'yes', opinion: 'Làm ngay trong tuần này' },
      writes: 'nonconformity.moved',
      sees: 'Làm ngay trong tuần này',
    },
  ],
  [
    'routes/nonconformities/evidence',
    {
      by: 'mai',
      at: async (ward) => {
        const nonconformity_id = await own(ward);
        const { id } = await ward.db
          .selectFrom('corrective_action')
          .select('id')
          .where('nonconformity_id', '=', nonconformity_id)
          .executeTakeFirstOrThrow();
        return `/nonconformities/${nonconformity_id}/actions/${id}/evidence`;
      },
      fill: { evidence: 'Bảng phân công số 21 ngày 20/11' },
      writes: 'nonconformity.action-done',
      sees: 'Bảng phân công số 21 ngày 20/11',
    },
  ],
  [
    'routes/nonconformities/verification',
    {
      by: 'hieu',
      at: at('verification'),
      fill: {
        criterion: 'Không hồ sơ nào trễ mà không hẹn lại',
        findings: 'Xem 20 hồ sơ: đủ cả',
        effective: 'yes',
      },
      writes: 'nonconformity.entered',
      sees: 'Xem 20 hồ sơ: đủ cả',
    },
  ],
  [
    'routes/nonconformities/closure',
    {
      by: 'thao',
      at: at('closure'),
      fill: { risks: 'Không phát sinh rủi ro mới' },
      writes: 'nonconformity.moved',
      sees: 'Đã đóng',
    },
  ],
  [
    'routes/nonconformities/cancellation',
    {
      by: 'quang',
      at: async (ward) =>
        `/nonconformities/${await ward.find('nonconformity', { source_kind: 'complaint' })}/cancellation`,
      fill: { reason: 'Giấy tờ ấy có trong danh mục từ tháng trước' },
      writes: 'nonconformity.moved',
      sees: 'Giấy tờ ấy có trong danh mục từ tháng trước',
    },
  ],
];
