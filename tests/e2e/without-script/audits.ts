import { answerItem } from '#app/modules/audits/answering.server.ts';
import type { Rows } from './row.ts';
import type { Ward } from './ward.ts';

const title = 'Kiểm tra văn hóa công sở: bảo trợ xã hội';
const own = (ward: Ward) => ward.find('audit', { title });
const at = (act: string) => async (ward: Ward) => `/audits/${await own(ward)}/${act}`;
const questions = (ward: Ward) => ward.find('checklist', { title: 'Phiếu hỏi: bảo trợ xã hội' });

async function answerTheRest(ward: Ward): Promise<void> {
  const checklistId = await questions(ward);
  const open = await ward.db
    .selectFrom('checklist_item')
    .leftJoin('checklist_answer', 'checklist_answer.item_id', 'checklist_item.id')
    .select('checklist_item.id')
    .where('checklist_item.checklist_id', '=', checklistId)
    .where('checklist_answer.id', 'is', null)
    .execute();
  const seen = { answer: 'conform' as const, evidence: 'Xem sổ bảo trợ xã hội', note: '' };
  const nobody = { operationId: null, unitId: null, personInChargeId: null };
  for (const { id: itemId } of open)
    await ward.by('hieu', (trx, actor, now) =>
      answerItem(trx, actor, { checklistId, itemId, ...seen, ...nobody }, now),
    );
}

/** One audit from its plan to its closing, with its questions on the way. */
export const auditRows: Rows = [
  ['routes/audits/programme', { by: 'thao', sees: 'KTĐK-2026-01' }],
  [
    'routes/audits/audit',
    {
      by: 'thao',
      at: async (ward) => `/audits/${await ward.find('audit', { state: 'closed' })}`,
      sees: 'Đánh giá nội bộ đợt mùa thu',
    },
  ],
  ['routes/checklists/list', { by: 'thao', sees: 'PH-2026-001' }],
  [
    'routes/audits/new-audit',
    {
      by: 'thao',
      fill: async (ward) => ({
        kind: 'culture-check',
        title,
        objective: 'Xem việc bảo trợ xã hội có đúng lịch không',
        units: [await ward.idOf('unit', 'van-hoa-xa-hoi')],
        plannedOn: '2026-11-21',
      }),
      writes: 'audit.planned',
      sees: title,
    },
  ],
  [
    'routes/audits/new-auditor',
    {
      by: 'thao',
      at: at('auditors/new'),
      fill: async (ward) => ({ officer: await ward.idOf('officer', 'hieu'), part: 'lead' }),
      writes: 'audit.auditor-assigned',
      sees: 'Cao Trung Hiếu',
      on: async (ward) => `/audits/${await own(ward)}`,
    },
  ],
  [
    'routes/checklists/new-checklist',
    {
      by: 'hieu',
      fill: async (ward) => ({
        audit: await own(ward),
        documents: [await ward.find('document', { code: 'QT-XH-01' })],
        title: 'Phiếu hỏi: bảo trợ xã hội',
        seed: '7',
      }),
      writes: 'checklist.made',
      sees: 'Phiếu hỏi: bảo trợ xã hội',
    },
  ],
  [
    'routes/audits/announcement',
    {
      by: 'thao',
      at: at('announcement'),
      fill: { note: 'Đã báo Phòng bằng điện thoại' },
      writes: 'audit.moved',
      sees: 'Đã báo Phòng bằng điện thoại',
    },
  ],
  [
    'routes/audits/start',
    {
      by: 'hieu',
      at: at('start'),
      fill: { note: 'Họp khai mạc 8 giờ 30' },
      writes: 'audit.moved',
      sees: 'Họp khai mạc 8 giờ 30',
    },
  ],
  [
    'routes/checklists/checklist',
    {
      by: 'hieu',
      at: async (ward) => `/checklists/${await questions(ward)}`,
      fill: {
        answer: 'conform',
        evidence: 'Lịch trực bảo trợ xã hội niêm yết tại trụ sở',
        note: '',
      },
      press: 'Lưu',
      writes: 'checklist.answered',
      sees: 'Lịch trực bảo trợ xã hội niêm yết tại trụ sở',
    },
  ],
  [
    'routes/audits/report',
    {
      by: 'hieu',
      at: async (ward) => {
        await answerTheRest(ward);
        return at('report')(ward);
      },
      fill: { conclusion: 'Lịch được giữ, sổ ghi đủ' },
      writes: 'audit.moved',
      sees: 'Lịch được giữ, sổ ghi đủ',
    },
  ],
  [
    'routes/audits/closure',
    {
      by: 'hoa',
      at: at('closure'),
      fill: { note: 'Không còn việc phải theo dõi' },
      writes: 'audit.moved',
      sees: 'Không còn việc phải theo dõi',
    },
  ],
];
