import { analyseCause } from '#app/modules/nonconformities/analysing.server.ts';
import { closeNonconformity, verifyActions } from '#app/modules/nonconformities/checking.server.ts';
import { enterCorrection } from '#app/modules/nonconformities/correcting.server.ts';
import { acceptNonconformity, openNonconformity } from '#app/modules/nonconformities/opening.server.ts';
import { decidePlan, planActions } from '#app/modules/nonconformities/planning.server.ts';
import { enterEvidence } from '#app/modules/nonconformities/proving.server.ts';
import { getNonconformity } from '#app/modules/nonconformities/reading.server.ts';
import type { Telling } from './telling.ts';

async function numberOfGrade(story: Telling, grade: 'minor' | 'major'): Promise<string> {
  const row = await story.db
    .selectFrom('nonconformity')
    .select('id')
    .where('agency_id', '=', story.agencyId)
    .where('source_kind', '=', 'checklist')
    .where('grade', '=', grade)
    .orderBy('sequence')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function headInCharge(story: Telling, id: string): Promise<string> {
  const row = await story.db
    .selectFrom('nonconformity')
    .innerJoin('officer', 'officer.id', 'nonconformity.person_in_charge_id')
    .select('officer.key')
    .where('nonconformity.id', '=', id)
    .executeTakeFirstOrThrow();
  return row.key;
}

async function accept(story: Telling, id: string, grade: 'minor' | 'major', by: string): Promise<void> {
  const personInChargeId = await story.officerId(by);
  await story.by(by, (trx, actor, now) =>
    acceptNonconformity(
      trx,
      actor,
      { nonconformityId: id, grade, personInChargeId, opinion: 'Đồng ý với nội dung ghi nhận.' },
      now,
    ),
  );
}

async function correct(
  story: Telling,
  id: string,
  by: string,
  what: string,
  consequences: string,
): Promise<void> {
  const doneBy = await story.officerId(by);
  const doneOn = story.today();
  await story.by(by, (trx, actor, now) =>
    enterCorrection(trx, actor, { nonconformityId: id, what, doneBy, doneOn, consequences }, now),
  );
}

async function analyse(story: Telling, id: string, by: string, rootCause: string): Promise<void> {
  await story.by(by, (trx, actor, now) =>
    analyseCause(
      trx,
      actor,
      {
        nonconformityId: id,
        needed: true,
        reason: 'Lỗi lặp lại ở nhiều hồ sơ, không phải của riêng một người.',
        cause: {
          method: 'five-whys',
          whys: [
            {
              question: 'Vì sao thiếu giấy tờ này?',
              answer: 'Công chức không biết phải lưu',
              evidence: 'Phỏng vấn tại quầy',
            },
            {
              question: 'Vì sao không biết?',
              answer: rootCause,
              evidence: 'Đối chiếu quy trình và bảng hồ sơ lưu',
            },
          ],
          categories: ['method'],
          rootCause,
          similarCases: 'Đã xem quy trình khai tử và kết hôn: cùng cách làm, đưa vào hành động khắc phục.',
        },
        blameConfirmed: false,
      },
      now,
    ),
  );
}

/** The minor one goes all the way: corrected, cause found, planned … */
export async function minorOneIsPlanned(story: Telling): Promise<void> {
  story.goTo(59);
  const id = await numberOfGrade(story, 'minor');
  const head = await headInCharge(story, id);
  await correct(
    story,
    id,
    head,
    'Bổ sung bản in kết quả tra cứu vào ba hồ sơ.',
    'Không ảnh hưởng đến công dân; kết quả đã trả đúng.',
  );
  await analyse(story, id, head, 'Bảng hồ sơ lưu chưa nêu bản in kết quả tra cứu.');
  const owner = await story.officerId('linh');
  await story.by(head, (trx, actor, now) =>
    planActions(
      trx,
      actor,
      {
        nonconformityId: id,
        actions: [
          {
            what: 'Dán danh mục giấy tờ phải lưu tại bàn làm việc và hướng dẫn lại nhóm hộ tịch',
            ownerId: owner,
            dueOn: story.dayAgo(45),
            revisesDocumentId: null,
          },
        ],
      },
      now,
    ),
  );
  story.goTo(57);
  await story.by('hoa', (trx, actor, now) =>
    decidePlan(trx, actor, { nonconformityId: id, approved: true, opinion: 'Đồng ý.' }, now),
  );
}

/** … done … */
export async function minorOneIsMended(story: Telling): Promise<void> {
  story.goTo(48);
  const id = await numberOfGrade(story, 'minor');
  const read = await getNonconformity(story.db, await story.actor('thao'), id, story.now);
  const action = read.actions[0];
  if (!action) throw new Error('The plan of the story has no action.');
  await story.by('linh', (trx, actor, now) =>
    enterEvidence(
      trx,
      actor,
      {
        nonconformityId: id,
        actionId: action.id,
        evidence: 'Ảnh danh mục tại bàn; biên bản hướng dẫn nhóm hộ tịch ngày làm việc trước.',
        doneOn: story.dayAgo(48),
      },
      now,
    ),
  );
}

/** … verified by someone else, and closed. */
export async function minorOneCloses(story: Telling): Promise<void> {
  story.goTo(20);
  const id = await numberOfGrade(story, 'minor');
  await story.by('chau', (trx, actor, now) =>
    verifyActions(
      trx,
      actor,
      {
        nonconformityId: id,
        criterion: 'Hai mươi hồ sơ khai sinh gần nhất đều có bản in kết quả tra cứu',
        findings: 'Xem 20 hồ sơ: đủ 20.',
        effective: true,
        effectiveOn: story.dayAgo(20),
      },
      now,
    ),
  );
  await story.by('thao', (trx, actor, now) =>
    closeNonconformity(trx, actor, { nonconformityId: id, risks: 'Không phát sinh rủi ro mới.' }, now),
  );
}

/** The major one has its cause and waits for a plan. */
export async function majorOneIsAnalysed(story: Telling): Promise<void> {
  story.goTo(56);
  const id = await numberOfGrade(story, 'major');
  const head = await headInCharge(story, id);
  await correct(
    story,
    id,
    head,
    'Gửi văn bản xin lỗi và hẹn lại ngày trả cho bốn trường hợp.',
    'Bốn công dân phải chờ thêm; đã xin lỗi bằng văn bản và gọi điện.',
  );
  story.goTo(55);
  await analyse(story, id, head, 'Quy trình chưa giao ai theo dõi hồ sơ sắp quá hạn mỗi ngày.');
}

/** An officer reports a fault at the own counter. */
export async function counterReportsItself(story: Telling): Promise<void> {
  const id = await reported(story, 6, 'mai', {
    source: 'self-report',
    unit: 'ttpvhcc',
    statement: 'Máy in tại quầy 1 hỏng, hai hồ sơ nhận sau 15 giờ không có giấy hẹn bản giấy.',
    requirement: 'QT-TP-01, bước tiếp nhận: mọi hồ sơ có Giấy tiếp nhận và hẹn trả.',
    evidence: 'Sổ theo dõi tại quầy, dòng 41 và 42.',
  });
  await accept(story, id, 'minor', 'ha');
}

export async function citizenComplains(story: Telling): Promise<void> {
  await reported(story, 2, 'yen', {
    source: 'complaint',
    unit: 'kinh-te-ha-tang-do-thi',
    statement: 'Công dân phản ánh bị yêu cầu nộp thêm giấy tờ ngoài danh mục khi xin phép xây dựng.',
    requirement: 'QT-KT-01, thành phần hồ sơ.',
    evidence: 'Phản ánh tại nơi tiếp công dân, số 17 trong sổ.',
  });
}

async function reported(
  story: Telling,
  daysAgo: number,
  by: string,
  fault: {
    source: 'self-report' | 'complaint';
    unit: string;
    statement: string;
    requirement: string;
    evidence: string;
  },
): Promise<string> {
  story.goTo(daysAgo);
  const unitId = await story.unitId(fault.unit);
  const { id } = await story.by(by, (trx, actor, now) =>
    openNonconformity(
      trx,
      actor,
      {
        source: { kind: fault.source, id: null },
        statement: fault.statement,
        requirement: fault.requirement,
        clause: '8.5.1',
        edition: '2015',
        evidence: fault.evidence,
        grade: 'minor',
        unitId,
        documentId: null,
        stepKey: null,
        personInChargeId: null,
        detectedOn: story.dayAgo(daysAgo),
      },
      now,
    ),
  );
  return id;
}
