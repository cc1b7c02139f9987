import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

/** What the counter asks for in the sample year, and what `my` asks for here. */
const asked = (ward: Ward) => ward.find('change_request', { kind: 'write' });
const reason = 'Bước thẩm tra đang ghi hai lần cùng một nội dung';
const at = (act: string) => async (ward: Ward) => `/documents/requests/${await asked(ward)}${act}`;
const unanswered = 'Đề nghị ghi nơi lưu của bản trích lục.';

/** Requests for documents from the counter to the draft, and what readers write beside a draft. */
export const requestRows: Rows = [
  ['routes/documents/requests/register', { by: 'mai', sees: 'tiếp người cao tuổi' }],
  ['routes/documents/requests/request', { by: 'tam', at: at(''), sees: 'Mỗi quầy đang làm một cách' }],
  [
    'routes/documents/requests/opinion',
    {
      by: 'thao',
      at: at('/opinion'),
      fill: { favours: 'yes', opinion: 'Đưa vào bộ tài liệu của quý I' },
      writes: 'change-request.opinion-given',
      sees: 'Đưa vào bộ tài liệu của quý I',
    },
  ],
  [
    'routes/documents/requests/decision',
    {
      by: 'quang',
      at: at('/decision'),
      fill: async (ward) => ({
        agreed: 'yes',
        reason: 'Các quầy phải làm như nhau',
        drafter: await ward.idOf('officer', 'mai'),
      }),
      writes: 'change-request.decided',
      sees: 'Các quầy phải làm như nhau',
    },
  ],
  [
    'routes/documents/requests/draft',
    {
      by: 'mai',
      at: at('/draft'),
      fill: {},
      writes: 'change-request.draft-started',
      sees: 'Đang soạn thảo',
      on: at(''),
    },
  ],
  [
    'routes/documents/requests/new',
    {
      by: 'my',
      fill: async (ward) => ({
        kind: 'amend',
        document: await ward.find('document', { code: 'QT-KT-01' }),
        reason,
        contentAfter: 'Chỉ ghi kết quả thẩm tra một lần',
      }),
      writes: 'change-request.proposed',
      sees: reason,
    },
  ],
  [
    'routes/documents/requests/cancellation',
    {
      by: 'my',
      at: async (ward) => `/documents/requests/${await ward.find('change_request', { reason })}/cancellation`,
      fill: { reason: 'Đã thống nhất cách ghi trong phòng' },
      writes: 'change-request.cancelled',
      sees: 'Đã thống nhất cách ghi trong phòng',
    },
  ],

  [
    'routes/documents/comments/comments',
    {
      by: 'long',
      fill: { comment: 'Nên ghi rõ thời hạn của từng lần hòa giải.' },
      writes: 'comment.written',
      sees: 'Nên ghi rõ thời hạn của từng lần hòa giải.',
    },
  ],
  [
    'routes/documents/comments/answer',
    {
      by: 'kien',
      at: async (ward) => {
        const comment = ward.db.selectFrom('revision_comment').select(['id', 'revision_id']);
        const { id, revision_id } = await comment.where('comment', '=', unanswered).executeTakeFirstOrThrow();
        return `/revisions/${revision_id}/comments/${id}/answer`;
      },
      fill: { accepted: 'no', answer: 'Nơi lưu ghi chung ở mục Hồ sơ lưu trữ' },
      writes: 'comment.answered',
      sees: 'Nơi lưu ghi chung ở mục Hồ sơ lưu trữ',
    },
  ],
];
