import { dayOf } from '#app/http/clock.ts';
import { recordPrint } from '#app/modules/documents/printing/printing.server.ts';
import { completeFilling } from '#app/modules/records/completing.server.ts';
import { giveCopy } from '#app/modules/records/copies.server.ts';
import { carryOutDisposal, decideDisposal, proposeDisposal } from '#app/modules/records/disposing.server.ts';
import { saveFilling, startFilling } from '#app/modules/records/filling.server.ts';
import type { FilledValues } from '#app/modules/records/form-field.ts';
import { recordEvent } from '#app/modules/records/record-event.server.ts';
import { typesOfForm } from '#app/modules/records/record-types.server.ts';
import type { Telling } from './telling.ts';

async function begin(story: Telling, who: string, code: string, values: FilledValues): Promise<string> {
  const fillingId = await story.by(who, (trx, actor, now) =>
    startFilling(trx, actor, { code, step: null }, now),
  );
  await story.by(who, (trx, actor, now) => saveFilling(trx, actor, { fillingId, seen: 1, values }, now));
  return fillingId;
}

async function complete(story: Telling, who: string, code: string, values: FilledValues): Promise<string> {
  const fillingId = await begin(story, who, code, values);
  return story.by(who, async (trx, actor, now) => {
    const [type] = await typesOfForm(trx, actor, { code, step: null }, dayOf(now));
    const chosen = type ? `${type.documentId} ${type.key}` : '';
    return completeFilling(trx, actor, { fillingId, seen: 2, type: chosen, reason: '' }, now);
  });
}

function plan(story: Telling, period: string): FilledValues {
  return {
    'ky-xem-xet': period,
    'ngay-gio-hop': story.dayAgo(128),
    'dia-diem': 'Phòng họp tầng 2, trụ sở UBND phường',
    'chu-tri': 'Chủ tịch UBND phường',
    'thanh-phan': 'Các Phó Chủ tịch, trưởng các phòng, Giám đốc Trung tâm Phục vụ hành chính công',
    'noi-dung-dau-vao': [
      ['Kết quả đánh giá nội bộ', 'Sổ theo dõi sự không phù hợp', 'Thư ký ISO', story.dayAgo(131)],
      ['Kết quả giải quyết hồ sơ', 'Phần mềm một cửa', 'Giám đốc Trung tâm', story.dayAgo(131)],
    ],
    'nguoi-lap': 'Thư ký ISO',
    'ngay-duyet': '',
  };
}

const periods = ['Quý III, dự kiến lần đầu', 'Quý III, sửa ngày họp', 'Quý III'];

/** The counter gets a controlled copy of birth registration, before it is amended: it is to be called back since. */
export async function counterGetsACopy(story: Telling): Promise<void> {
  story.goTo(305);
  const { id: revisionId } = await story.newest('QT-TP-01');
  await story.by('ha', (trx, actor, now) =>
    recordPrint(trx, actor, { revisionId, reason: 'Để tại quầy hộ tịch' }, now),
  );
  const given = { revisionId, number: 1, holder: 'Tống Xuân Mai', place: 'Quầy số 3', on: story.today() };
  await story.by('ha', (trx, actor, now) => giveCopy(trx, actor, given, now));
}

/** The quality officer plans the management review three times before its day stands. */
export async function reviewsArePlanned(story: Telling): Promise<void> {
  story.goTo(139);
  for (const period of periods) await complete(story, 'thao', 'BM-05-01', plan(story, period));
}

const training = (day: string): FilledValues => ({
  'noi-dung': 'Ký số và nộp hồ sơ điện tử trên phần mềm một cửa',
  ngay: day,
  'nguoi-huong-dan': 'Công chức công nghệ thông tin',
  'nguoi-hoc': [
    ['Phan Sơn Tùng', 'Chuyên viên xây dựng, đô thị', 'Có', 'Đạt', 'Có', 'Hồ sơ ký số ngày tập huấn', ''],
    ['Lương Ngọc Diệp', 'Chuyên viên đăng ký kinh doanh', 'Có', 'Đạt', 'Chưa', '', 'Kèm việc một tuần'],
  ],
  'nguoi-danh-gia': 'Trưởng phòng',
  'ngay-danh-gia': day,
});

/** One plan was disposed of, one waits for the decision, one is due; a training is recorded, another one begun. */
export async function recordsComeToTheirEnd(story: Telling): Promise<void> {
  story.goTo(4, 14);
  const plans = await story.db
    .selectFrom('filled_record')
    .select('id')
    .where('agency_id', '=', story.agencyId)
    .where('form_code', '=', 'BM-05-01')
    .orderBy('sequence')
    .execute();
  const description = 'Hết thời hạn ghi trong Danh mục hồ sơ năm của cơ quan';
  for (const { id: recordId } of plans)
    await story.by('thao', (trx, actor, now) =>
      recordEvent(trx, actor, { recordId, on: story.dayAgo(10), description }, now),
    );
  const reason = 'Bản nháp kế hoạch, đã có kế hoạch chính thức; thời hạn bảo quản đã hết.';
  const propose = (id: string) =>
    story.by('thao', (trx, actor, now) => proposeDisposal(trx, actor, { recordIds: [id], reason }, now));
  const [first, second] = plans.map((one) => one.id);
  const disposalId = await propose(first ?? '');
  await disposalIsCarriedOut(story, disposalId);
  await propose(second ?? '');
  await complete(story, 'tung', 'BM-08-03', training(story.dayAgo(4)));
  await begin(story, 'tung', 'BM-08-03', { ...training(story.dayAgo(3)), 'ngay-danh-gia': '' });
}

async function disposalIsCarriedOut(story: Telling, disposalId: string): Promise<void> {
  const council = ['Phạm Gia Khánh, Chánh Văn phòng', 'Lý Bích Loan, văn thư – lưu trữ'];
  const decision = {
    disposalId,
    agreed: true,
    number: '128/QĐ-UBND',
    on: story.today(),
    members: council,
    reason: '',
  };
  await story.by('quang', (trx, actor, now) => decideDisposal(trx, actor, decision, now));
  const minute = {
    disposalId,
    on: story.today(),
    place: 'Trụ sở UBND phường',
    method: 'Xóa dữ liệu điện tử không khôi phục được',
    witnesses: council.join('\n'),
    conclusion: 'Đã xóa đủ số hồ sơ trong danh mục.',
  };
  await story.by('thao', (trx, actor, now) => carryOutDisposal(trx, actor, minute, now));
}
