import { answerItem } from '#app/modules/audits/answering.server.ts';
import { makeChecklist } from '#app/modules/audits/checklist-making.server.ts';
import { getChecklist } from '#app/modules/audits/checklist-reading.server.ts';
import { announceAudit, beginAudit, closeAudit, reportAudit } from '#app/modules/audits/conducting.server.ts';
import type { Answer } from '#app/modules/audits/grades.ts';
import { type AuditPlan, assignAuditor, planAudit } from '#app/modules/audits/planning.server.ts';
import type { Telling } from './telling.ts';

async function plan(
  story: Telling,
  input: AuditPlan,
  team: { lead: string; others: string[] },
): Promise<string> {
  const { id: auditId } = await story.by('thao', (trx, actor, now) => planAudit(trx, actor, input, now));
  for (const key of [team.lead, ...team.others]) {
    const officerId = await story.officerId(key);
    const part = key === team.lead ? 'lead' : 'auditor';
    await story.by('thao', (trx, actor, now) =>
      assignAuditor(
        trx,
        actor,
        { auditId, officerId, part, exceptionReason: null, secondReviewerId: null },
        now,
      ),
    );
  }
  return auditId;
}

/** What the auditor wrote where a row was not simply in order; the rest conforms. */
const seen: Record<number, { answer: Answer; evidence: string; note: string }> = {
  3: {
    answer: 'minor',
    evidence: 'Hồ sơ KS-0412, KS-0415, KS-0431 tháng trước; sổ theo dõi trang 18',
    note: 'Ba hồ sơ có kết quả tra cứu dữ liệu hôn nhân nhưng không lưu bản in vào hồ sơ.',
  },
  6: {
    answer: 'improvement',
    evidence: 'Quan sát tại quầy số 2, sáng ngày đánh giá',
    note: 'Giấy hẹn trả nên ghi rõ giờ khi nhận hồ sơ sau 15 giờ.',
  },
  9: {
    answer: 'major',
    evidence: 'Danh sách hồ sơ quá hạn in từ phần mềm; 4 trong 12 hồ sơ không có phiếu xin lỗi',
    note: 'Hồ sơ trả chậm không có văn bản xin lỗi và hẹn lại ngày trả kết quả.',
  },
  12: { answer: 'not-applicable', evidence: '', note: 'Trong kỳ không phát sinh trường hợp này.' },
};

/** The autumn audit: announced, carried out row by row, reported; one row minor, one major. */
export async function autumnAudit(story: Telling): Promise<void> {
  story.goTo(75);
  const auditId = await plan(
    story,
    {
      kind: 'internal-audit',
      title: 'Đánh giá nội bộ đợt mùa thu: hộ tịch và một cửa',
      objective:
        'Xem việc tiếp nhận, giải quyết hộ tịch có đúng quy trình đang hiệu lực và hồ sơ lưu có đủ không.',
      scope: 'Văn phòng và Trung tâm Phục vụ hành chính công; quy trình đăng ký khai sinh.',
      edition: '2015',
      periodFrom: story.dayAgo(165),
      periodUntil: story.dayAgo(76),
      plannedOn: story.dayAgo(66),
      unitIds: [await story.unitId('van-phong'), await story.unitId('ttpvhcc')],
    },
    { lead: 'hai', others: ['chau', 'hieu'] },
  );
  const { id: checklistId } = await story.by('hai', (trx, actor, now) =>
    makeChecklist(
      trx,
      actor,
      { documents: ['QT-TP-01'], unit: null, seed: 2026, title: 'Phiếu hỏi: đăng ký khai sinh', auditId },
      now,
    ),
  );
  await story.by('thao', (trx, actor, now) =>
    announceAudit(trx, actor, { auditId, note: 'Đã gửi kế hoạch đến Văn phòng và Trung tâm.' }, now),
  );
  story.goTo(66, 8);
  await story.by('hai', (trx, actor, now) =>
    beginAudit(trx, actor, { auditId, note: 'Họp khai mạc 8 giờ.' }, now),
  );
  await answerRows(story, checklistId, 'chau', Number.POSITIVE_INFINITY);
  story.goTo(64, 16);
  await story.by('hai', (trx, actor, now) =>
    reportAudit(
      trx,
      actor,
      {
        auditId,
        conclusion:
          'Hệ thống được duy trì; việc xin lỗi và hẹn lại ngày trả khi quá hạn chưa thành nếp. Kiến nghị sửa quy trình và kiểm tra lại sau một tháng.',
      },
      now,
    ),
  );
  story.goTo(60);
  await story.by('hoa', (trx, actor, now) =>
    closeAudit(trx, actor, { auditId, note: 'Các sự không phù hợp theo dõi riêng đến khi đóng.' }, now),
  );
}

async function answerRows(story: Telling, checklistId: string, auditor: string, upTo: number): Promise<void> {
  const { rows } = await getChecklist(story.db, await story.actor(auditor), checklistId);
  for (const [at, row] of rows.entries()) {
    if (at >= upTo) return;
    const found = seen[at] ?? {
      answer: 'conform' as const,
      evidence: `Xem 5 hồ sơ lấy theo mẫu; đối chiếu sổ và phần mềm (dòng ${at + 1}).`,
      note: '',
    };
    await story.by(auditor, (trx, actor, now) =>
      answerItem(
        trx,
        actor,
        { checklistId, itemId: row.id, ...found, operationId: null, unitId: null, personInChargeId: null },
        now,
      ),
    );
  }
}

/** This month's check is planned and announced. */
export async function monthlyCheckIsPlanned(story: Telling): Promise<void> {
  story.goTo(8);
  const auditId = await plan(
    story,
    {
      kind: 'periodic-check',
      title: 'Kiểm tra tháng: chứng thực tại một cửa',
      objective: 'Xem việc chứng thực bản sao, chữ ký có đúng trình tự và thời hạn không.',
      scope: 'Văn phòng; quy trình chứng thực bản sao từ bản chính.',
      edition: '2015',
      periodFrom: story.dayAgo(38),
      periodUntil: story.dayAgo(8),
      plannedOn: story.dayAgo(3),
      unitIds: [await story.unitId('van-phong')],
    },
    { lead: 'hieu', others: [] },
  );
  await story.by('hieu', (trx, actor, now) =>
    makeChecklist(
      trx,
      actor,
      { documents: ['QT-TP-05'], unit: null, seed: 11, title: 'Phiếu hỏi: chứng thực bản sao', auditId },
      now,
    ),
  );
  await story.by('thao', (trx, actor, now) => announceAudit(trx, actor, { auditId, note: '' }, now));
}

/** It is under way with its first rows answered, and the next audit stands in the programme. */
export async function auditsOfToday(story: Telling): Promise<void> {
  story.goTo(3);
  const { id: auditId } = await story.db
    .selectFrom('audit')
    .select('id')
    .where('agency_id', '=', story.agencyId)
    .where('state', '=', 'announced')
    .executeTakeFirstOrThrow();
  const { id: checklistId } = await story.db
    .selectFrom('checklist')
    .select('id')
    .where('audit_id', '=', auditId)
    .executeTakeFirstOrThrow();
  await story.by('hieu', (trx, actor, now) => beginAudit(trx, actor, { auditId, note: '' }, now));
  await answerRows(story, checklistId, 'hieu', 3);
  await plan(
    story,
    {
      kind: 'internal-audit',
      title: 'Đánh giá nội bộ đợt cuối năm: kinh tế, hạ tầng và đô thị',
      objective: 'Xem việc cấp giấy phép xây dựng và đăng ký hộ kinh doanh có đúng thời hạn không.',
      scope: 'Phòng Kinh tế, Hạ tầng và Đô thị.',
      edition: '2015',
      periodFrom: story.dayAgo(180),
      periodUntil: story.dayAgo(0),
      plannedOn: story.dayAgo(-20),
      unitIds: [await story.unitId('kinh-te-ha-tang-do-thi')],
    },
    { lead: 'hai', others: ['thinh'] },
  );
}
