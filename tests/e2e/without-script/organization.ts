import type { Rows } from './row.ts';

const staffList = 'officer,name,position,from\nngan-ha,Thái Ngân Hà,cv-so,2026-11-21';

/** A new team with one post, one officer in it, one role of it: each row builds on the one above. */
export const organizationRows: Rows = [
  ['routes/organization/overview', { by: 'thao', sees: 'Chuyên viên tư pháp – hộ tịch' }],
  [
    'routes/organization/new-unit',
    {
      by: 'thao',
      fill: { key: 'to-so', nameVi: 'Tổ hỗ trợ số', nameEn: 'Digital support team', kind: 'other' },
      writes: 'unit.recorded',
      sees: 'Tổ hỗ trợ số',
    },
  ],
  [
    'routes/organization/unit',
    {
      by: 'thao',
      at: async (ward) => `/organization/units/${await ward.idOf('unit', 'to-so')}`,
      fill: { nameVi: 'Tổ công nghệ số cộng đồng' },
      writes: 'unit.recorded',
      sees: 'Tổ công nghệ số cộng đồng',
    },
  ],
  [
    'routes/organization/new-position',
    {
      by: 'thao',
      fill: async (ward) => ({
        key: 'cv-so',
        unitId: await ward.idOf('unit', 'to-so'),
        nameVi: 'Chuyên viên hỗ trợ số',
        nameEn: 'Digital support specialist',
      }),
      writes: 'position.recorded',
      sees: 'Chuyên viên hỗ trợ số',
    },
  ],
  [
    'routes/organization/position',
    {
      by: 'thao',
      at: async (ward) => `/organization/positions/${await ward.idOf('position', 'cv-so')}`,
      fill: { nameVi: 'Chuyên viên công nghệ số' },
      writes: 'position.recorded',
      sees: 'Chuyên viên công nghệ số',
    },
  ],
  ['routes/organization/officers', { by: 'thao', sees: 'Vũ Thùy Linh' }],
  [
    'routes/organization/new-officer',
    {
      by: 'thao',
      fill: { key: 'khue', name: 'Kiều Minh Khuê' },
      writes: 'officer.recorded',
      sees: 'Kiều Minh Khuê',
    },
  ],
  [
    'routes/organization/import',
    {
      by: 'thao',
      fill: { text: staffList },
      writes: null,
      sees: 'Thái Ngân Hà',
    },
  ],
  [
    'routes/organization/import-confirmation',
    {
      by: 'thao',
      at: () => '/organization/officers/import',
      first: { text: staffList },
      fill: {},
      writes: 'organization.imported',
      sees: 'Thái Ngân Hà',
      on: () => '/organization/officers',
    },
  ],
  ['routes/organization/officer', { by: 'thao', sees: 'Vũ Thùy Linh' }],
  [
    'routes/organization/officer-change',
    {
      by: 'thao',
      at: async (ward) => `/organization/officers/${await ward.idOf('officer', 'khue')}/change`,
      fill: { email: 'khue@example.vn' },
      writes: 'officer.recorded',
      sees: 'khue@example.vn',
    },
  ],
  [
    'routes/organization/new-appointment',
    {
      by: 'thao',
      at: async (ward) => `/organization/officers/${await ward.idOf('officer', 'khue')}/appointments/new`,
      fill: async (ward) => ({ positionId: await ward.idOf('position', 'cv-so'), decision: '141/QĐ-UBND' }),
      writes: 'appointment.recorded',
      sees: '141/QĐ-UBND',
    },
  ],
  [
    'routes/organization/appointment-end',
    {
      by: 'thao',
      at: async (ward) => {
        const officer_id = await ward.idOf('officer', 'khue');
        return `/organization/appointments/${await ward.find('appointment', { officer_id })}/end`;
      },
      fill: { until: '2026-11-30', reason: 'Biệt phái' },
      writes: 'appointment.ended',
      sees: '30/11/2026',
    },
  ],
  [
    'routes/organization/leaving',
    {
      by: 'thao',
      at: async (ward) => `/organization/officers/${await ward.idOf('officer', 'khue')}/leaving`,
      fill: { until: '2026-12-15' },
      writes: 'officer.left',
      sees: '15/12/2026',
    },
  ],
  ['routes/organization/delegations', { by: 'thao', sees: '124/QĐ-UBND' }],
  [
    'routes/organization/new-delegation',
    {
      by: 'thao',
      fill: async (ward) => ({
        fromOfficerId: await ward.idOf('officer', 'phuc'),
        toOfficerId: await ward.idOf('officer', 'vinh'),
        decisionNumber: '142/QĐ-UBND',
        validUntil: '2026-12-10',
        approvalKinds: ['form'],
      }),
      writes: 'delegation.recorded',
      sees: '142/QĐ-UBND',
    },
  ],
  ['routes/organization/delegation', { by: 'thao', sees: '124/QĐ-UBND' }],
  [
    'routes/organization/delegation-end',
    {
      by: 'thao',
      at: async (ward) =>
        `/organization/delegations/${await ward.find('delegation', { decision_number: '142/QĐ-UBND' })}/end`,
      fill: { until: '2026-12-01', reason: 'Đã trở lại làm việc' },
      writes: 'delegation.ended',
      sees: '01/12/2026',
    },
  ],
];
