import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const reviewed = async (ward: Ward) =>
  `/documents/${await ward.find('document', { code: 'QT-XH-01' })}/periodic-review`;

/** What happens to a text while it is in force: printed, read, reviewed, withdrawn. */
export const textInForceRows: Rows = [
  [
    'routes/documents/controlled-copy',
    {
      by: 'mai',
      at: (ward) => ward.pathOf('routes/documents/print'),
      fill: { reason: 'Để tại quầy số 2' },
      writes: 'revision.printed',
      paper: true,
      sees: 'In bản kiểm soát',
    },
  ],
  [
    'routes/documents/acknowledgement',
    {
      by: 'quang',
      fill: { agreed: ['yes'] },
      writes: 'revision.acknowledged',
      sees: '09:00 ngày 21/11/2026',
      on: (ward) => ward.pathOf('routes/documents/acknowledgements'),
    },
  ],
  [
    'routes/documents/periodic-review',
    {
      by: 'thao',
      at: reviewed,
      fill: { outcome: 'revise', remark: 'Bước niêm yết chưa khớp với cách làm hiện nay' },
      writes: 'document.reviewed',
      sees: 'Bước niêm yết chưa khớp với cách làm hiện nay',
      on: reviewed,
    },
  ],
  [
    'routes/documents/withdrawal',
    {
      by: 'thao',
      at: async (ward) => `/documents/${await ward.find('document', { code: 'HD-01' })}/withdrawal`,
      fill: { decisionNumber: '132/QĐ-UBND', reason: 'Đã đưa vào quy chế làm việc' },
      writes: 'document.withdrawn',
      sees: 'Đã thu hồi',
    },
  ],
];
