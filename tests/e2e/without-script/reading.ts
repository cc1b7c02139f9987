import type { Rows } from './row.ts';

/** The screens on which documents are found, read and taken along. */
export const readingRows: Rows = [
  ['routes/documents/register', { by: 'thao', at: () => '/documents?q=khai+sinh', sees: 'QT-TP-01' }],
  ['routes/documents/document', { by: 'mai', sees: 'Đăng ký khai sinh' }],
  ['routes/documents/revision', { by: 'mai', sees: 'Đăng ký khai sinh' }],
  ['routes/documents/print', { by: 'mai', sees: 'QT-TP-01' }],
  ['routes/documents/acknowledgements', { by: 'thao', sees: 'Đỗ Minh Quang' }],
  [
    'routes/documents/acknowledgement-register',
    {
      by: 'thao',
      at: async (ward) => `/documents/acknowledgements?officer=${await ward.idOf('officer', 'linh')}`,
      sees: 'QT-TP-05',
    },
  ],
  ['routes/documents/registers/registers', { by: 'mai', sees: 'BM-01-02' }],
  [
    'routes/documents/manual/manual',
    {
      by: 'mai',
      fill: { kind: ['policy'] },
      writes: null,
      // The book is being made, or already is.
      sees: 'lập',
    },
  ],
  ['routes/documents/comparison', { by: 'linh', sees: 'Từ lần sửa đổi này, công chức tra cứu' }],
  [
    'routes/documents/release-decided',
    {
      by: 'linh',
      at: async (ward) =>
        `/documents/releases/${await ward.find('release', { decision_number: '71/QĐ-UBND' })}`,
      sees: 'Đăng ký khai sinh',
    },
  ],
  ['routes/documents/periodic-reviews', { by: 'thao', sees: 'QT-KT-02' }],
  ['routes/legal-bases', { by: 'citizen', at: () => '/legal-bases?q=60/2014', sees: '60/2014/QH13' }],
  ['routes/search', { by: 'citizen', at: () => '/search?q=khai+sinh', sees: 'QT-TP-01' }],
  ['routes/status', { by: 'citizen', sees: 'QT-TP-01' }],
  ['routes/public/register', { by: 'citizen', sees: 'QT-TP-01' }],
  ['routes/public/document', { by: 'citizen', sees: 'Đăng ký khai sinh' }],
  ['routes/my-work', { by: 'thao', sees: 'QT-HT-02' }],
  ['routes/administration/export', { by: 'thao', sees: 'SHA-256' }],
  ['routes/administration/export-file', { seenIn: 'tests/modules/exchange/handing-out.db.test.ts' }],
];
