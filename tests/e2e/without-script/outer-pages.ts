import type { Rows } from './row.ts';

/** What stands around the work: the first page, the handbook, and what is not there. */
export const outerRows: Rows = [
  ['routes/start', { by: 'citizen', sees: 'phường An Bình Đông' }],
  ['routes/handbook/contents', { by: 'citizen', sees: 'Dành cho cán bộ, công chức' }],
  ['routes/handbook/page', { by: 'citizen', sees: 'Which room a line belongs in' }],
  ['routes/no-such-page', { by: 'citizen', status: 404, sees: 'Không có trang này' }],
];
