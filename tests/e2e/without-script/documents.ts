import { wordFile } from '#tests/modules/documents/import/word-file.ts';
import { procedureText } from '#tests/modules/documents/procedure-text.ts';
import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const title = 'Cấp bản sao trích lục từ sổ gốc';
const source = procedureText({ code: 'QT-TP-29', title, form: '' });

/** The revision of what `linh` writes in these rows, and of the instruction that the sample ward has in review. */
const own = (ward: Ward) => ward.find('revision', { title_vi: title });
const instruction = (ward: Ward) => ward.find('revision', { title_vi: 'Viết biên bản kiểm tra, đánh giá' });
async function imported(ward: Ward): Promise<string> {
  const query = ward.db.selectFrom('revision').select('id').where('origin', 'like', '%cap-ban-sao.docx%');
  return (await query.executeTakeFirstOrThrow()).id;
}
const at = (of: (ward: Ward) => Promise<string>, act: string) => async (ward: Ward) =>
  `/revisions/${await of(ward)}${act}`;
const bytes = Buffer.from('%PDF-1.4\n% Bản chụp quyết định (mẫu)\n%%EOF\n');

export const documentRows: Rows = [
  [
    'routes/documents/import',
    {
      by: 'thao',
      fill: {
        files: {
          file: 'cap-ban-sao.docx',
          bytes: wordFile({
            blocks: [
              { text: 'QUY TRÌNH CẤP BẢN SAO' },
              { text: 'MỤC ĐÍCH' },
              { text: 'Cấp bản sao đúng hạn.' },
            ],
          }),
        },
      },
      writes: 'document.imported',
      sees: 'cap-ban-sao',
    },
  ],
  ['routes/documents/import-file', { scriptOnly: 'the form of the import page sends all files at once' }],
  [
    'routes/documents/import-result',
    {
      by: 'thao',
      at: async (ward) => `/documents/import/result?revision=${await imported(ward)}`,
      sees: 'cap-ban-sao.docx',
    },
  ],

  [
    'routes/documents/return',
    {
      by: 'thao',
      at: at(instruction, '/return'),
      fill: { comment: 'Cần nêu ai ký biên bản.' },
      writes: 'revision.returned',
      sees: 'Cần nêu ai ký biên bản.',
    },
  ],
  [
    'routes/documents/submission',
    {
      by: 'uyen',
      at: at(instruction, '/submission'),
      fill: {},
      writes: 'revision.submitted',
      sees: 'Đang xem xét',
    },
  ],
  [
    'routes/documents/submission-withdrawal',
    {
      by: 'uyen',
      at: at(instruction, '/submission-withdrawal'),
      fill: {},
      writes: 'revision.submission-withdrawn',
      sees: 'Dự thảo',
    },
  ],
  [
    'routes/documents/adoption',
    {
      by: 'thao',
      at: at(instruction, '/adoption'),
      fill: {
        decisionNumber: '09/QĐ-UBND',
        signedOn: '2026-10-01',
        signer: 'Đỗ Minh Quang',
        inForceFrom: '2026-10-05',
        decisionFile: { file: 'QD-09.pdf', bytes },
      },
      writes: 'revision.adopted',
      sees: '09/QĐ-UBND',
    },
  ],

  [
    'routes/documents/new',
    {
      by: 'linh',
      fill: { title, kind: 'procedure' },
      writes: 'document.created',
      sees: title,
    },
  ],
  [
    'routes/documents/edit',
    {
      by: 'linh',
      at: at(own, '/edit'),
      fill: { source, changeSummary: 'Viết lần đầu theo Luật Hộ tịch' },
      writes: 'revision.saved',
      sees: 'QT-TP-29',
    },
  ],
  [
    'routes/documents/form',
    {
      by: 'linh',
      at: at(own, '/form'),
      fill: { 'f.title.en': 'Copies of extracts from the register' },
      press: 'Lưu',
      writes: 'revision.saved',
      sees: 'Copies of extracts from the register',
    },
  ],
  ['routes/documents/own-saving', { scriptOnly: 'the form and the source are saved by their own button' }],
  ['routes/documents/preview', { scriptOnly: 'saving the edit page shows the text and its findings' }],
  [
    'routes/documents/submission',
    {
      by: 'linh',
      at: at(own, '/submission'),
      fill: {},
      writes: 'revision.submitted',
      sees: 'Đang xem xét',
    },
  ],
  [
    'routes/documents/review',
    {
      by: 'khanh',
      at: at(own, '/review'),
      fill: { agreed: ['yes'] },
      writes: 'revision.reviewed',
      sees: 'Phạm Gia Khánh',
      on: at(own, ''),
    },
  ],
  [
    'routes/documents/approval',
    {
      by: 'quang',
      at: at(own, '/approval'),
      fill: { agreed: ['yes'] },
      writes: 'revision.approved',
      sees: 'Đỗ Minh Quang',
      on: at(own, ''),
    },
  ],
  [
    'routes/documents/new-release',
    {
      by: 'thao',
      fill: async (ward) => ({ revision: [await own(ward)], decisionNumber: '131/QĐ-UBND' }),
      writes: 'revision.released',
      sees: 'QT-TP-29',
      on: () => '/public/documents',
    },
  ],
  [
    'routes/documents/new-revision',
    {
      by: 'linh',
      fill: { changeSummary: 'Bỏ bản sao giấy tờ đã có trong cơ sở dữ liệu' },
      writes: 'revision.drafted',
      sees: 'Dự thảo',
      on: (ward) => ward.pathOf('routes/documents/document'),
    },
  ],
];
