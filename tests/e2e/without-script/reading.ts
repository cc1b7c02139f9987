import type { Rows } from './row.ts';

/** The screens on which documents are found and read. */
export const readingRows: Rows = [
  ['routes/documents/register', { by: 'thao', at: () => '/documents?q=khai+sinh', sees: 'QT-TP-01' }],
  ['routes/documents/document', { by: 'mai', sees: 'Đăng ký khai sinh' }],
  ['routes/documents/revision', { by: 'mai', sees: 'Đăng ký khai sinh' }],
  ['routes/documents/print', { by: 'mai', sees: 'QT-TP-01' }],
  ['routes/documents/acknowledgements', { by: 'thao', sees: 'Đỗ Minh Quang' }],
  ['routes/legal-bases', { by: 'citizen', at: () => '/legal-bases?q=60/2014', sees: '60/2014/QH13' }],
  ['routes/search', { by: 'citizen', at: () => '/search?q=khai+sinh', sees: 'QT-TP-01' }],
  ['routes/status', { by: 'citizen', sees: 'QT-TP-01' }],
  ['routes/public/register', { by: 'citizen', sees: 'QT-TP-01' }],
  ['routes/public/document', { by: 'citizen', sees: 'Đăng ký khai sinh' }],
  ['routes/my-work', { by: 'thao', sees: 'QT-HT-02' }],
];
