import type { Rows } from './row.ts';

/** A role of the new team's post (organization.ts), who may approve what, and the duties that follow. */
export const roleRows: Rows = [
  ['routes/organization/roles', { by: 'thao', sees: 'Công chức tư pháp – hộ tịch' }],
  [
    'routes/organization/new-role',
    {
      by: 'thao',
      fill: { key: 'ho-tro-so', nameVi: 'Người hỗ trợ số', nameEn: 'Digital helper' },
      writes: 'role.recorded',
      sees: 'Người hỗ trợ số',
    },
  ],
  ['routes/organization/role', { by: 'thao', sees: 'Công chức tư pháp – hộ tịch' }],
  [
    'routes/organization/role-change',
    {
      by: 'thao',
      at: () => '/organization/roles/ho-tro-so/change',
      fill: { nameVi: 'Người giúp dân làm hồ sơ số' },
      writes: 'role.recorded',
      sees: 'Người giúp dân làm hồ sơ số',
    },
  ],
  [
    'routes/organization/new-mapping',
    {
      by: 'thao',
      at: () => '/organization/roles/ho-tro-so/mappings/new',
      fill: async (ward) => ({ positionId: await ward.idOf('position', 'cv-so') }),
      writes: 'role-mapping.recorded',
      sees: 'Chuyên viên công nghệ số',
      on: () => '/organization/roles/ho-tro-so',
    },
  ],
  [
    'routes/organization/mapping-end',
    {
      by: 'thao',
      at: async (ward) =>
        `/organization/mappings/${await ward.find('role_mapping', { role_key: 'ho-tro-so' })}/end`,
      fill: { until: '2026-12-02' },
      writes: 'role-mapping.ended',
      sees: '02/12/2026',
    },
  ],
  [
    'routes/organization/authorities',
    {
      by: 'thao',
      fill: async (ward) => ({
        documentKind: 'form',
        positionId: await ward.idOf('position', 'chanh-van-phong'),
      }),
      writes: 'authority.recorded',
      sees: 'Chánh Văn phòng',
      on: () => '/organization/authorities',
    },
  ],
  [
    'routes/organization/authority-end',
    {
      by: 'thao',
      at: async (ward) =>
        `/organization/authorities/${await ward.find('authority', { document_kind: 'policy' })}/end`,
      fill: { until: '2026-11-20' },
      writes: 'authority.recorded',
      sees: 'Chưa có vị trí nào',
    },
  ],
  ['routes/responsibilities/overview', { by: 'thao', sees: 'Chuyên viên tư pháp – hộ tịch' }],
  ['routes/responsibilities/position', { by: 'thao', sees: 'QT-TP-01' }],
  ['routes/responsibilities/officer', { by: 'thao', sees: 'QT-TP-01' }],
];
