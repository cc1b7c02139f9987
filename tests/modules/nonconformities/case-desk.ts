import { type Analysis, analyseCause } from '#app/modules/nonconformities/analysing.server.ts';
import {
  cancelNonconformity,
  closeNonconformity,
  type Verification,
  verifyActions,
} from '#app/modules/nonconformities/checking.server.ts';
import { type CorrectionDone, enterCorrection } from '#app/modules/nonconformities/correcting.server.ts';
import type { FoundNonconformity } from '#app/modules/nonconformities/found-nonconformity.ts';
import { acceptNonconformity, openNonconformity } from '#app/modules/nonconformities/opening.server.ts';
import { type ActionToPlan, decidePlan, planActions } from '#app/modules/nonconformities/planning.server.ts';
import { enterEvidence } from '#app/modules/nonconformities/proving.server.ts';
import { getNonconformity } from '#app/modules/nonconformities/reading.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { AuditDesk } from '../audits/audit-desk.ts';

export const at = (day: string) => `2026-${day}T02:00:00.000Z`;

/** What people of the ward do about a nonconformity at the one-stop centre, one act a method. */
export class CaseDesk {
  private constructor(readonly audit: AuditDesk) {}

  static async open(): Promise<CaseDesk> {
    return new CaseDesk(await AuditDesk.open());
  }

  get db() {
    return this.audit.db;
  }

  get people() {
    return this.audit.people;
  }

  async report(
    changes: Partial<FoundNonconformity> = {},
    actor: Actor = this.people.ngoc,
    now = at('04-02'),
  ) {
    const found: FoundNonconformity = {
      source: { kind: 'self-report', id: null },
      statement: 'Ba hồ sơ trích lục trả chậm một ngày',
      requirement: 'QT-TP-09, thời hạn 8 giờ',
      clause: '8.5.1',
      edition: '2015',
      evidence: 'Sổ theo dõi tháng 3, dòng 12, 15, 21',
      grade: 'minor',
      unitId: this.audit.unit('ttpvhcc'),
      documentId: this.audit.procedure.documentId,
      stepKey: 'tiep-nhan',
      personInChargeId: null,
      detectedOn: '2026-04-01',
      ...changes,
    };
    return inTransaction(this.db, (trx) => openNonconformity(trx, actor, found, now));
  }

  accept(id: string, actor: Actor = this.people.binh, now = at('04-02')) {
    const input = {
      nonconformityId: id,
      grade: 'minor' as const,
      personInChargeId: this.people.binh.officerId,
      opinion: '',
    };
    return inTransaction(this.db, (trx) => acceptNonconformity(trx, actor, input, now));
  }

  correct(
    id: string,
    actor: Actor = this.people.binh,
    changes: Partial<CorrectionDone> = {},
    now = at('04-03'),
  ) {
    const input: CorrectionDone = {
      nonconformityId: id,
      what: 'Trả kết quả và gửi thư xin lỗi ba người dân',
      doneBy: this.people.binh.officerId,
      doneOn: '2026-04-02',
      consequences: 'Ba người dân phải chờ thêm một ngày; đã xin lỗi.',
      ...changes,
    };
    return inTransaction(this.db, (trx) => enterCorrection(trx, actor, input, now));
  }

  analyse(id: string, actor: Actor = this.people.binh, changes: Partial<Analysis> = {}, now = at('04-04')) {
    const input: Analysis = {
      nonconformityId: id,
      needed: true,
      reason: 'Trễ hạn lặp lại nhiều hồ sơ',
      cause: {
        method: 'five-whys',
        whys: [
          { question: 'Vì sao trả chậm?', answer: 'Hồ sơ nằm chờ chuyển bước', evidence: 'Nhật ký phần mềm' },
          {
            question: 'Vì sao nằm chờ?',
            answer: 'Quy trình không nêu ai chuyển khi vắng người',
            evidence: 'QT-TP-09',
          },
        ],
        categories: ['method'],
        rootCause: 'Quy trình chưa quy định người thay khi công chức tiếp nhận vắng',
        similarCases: 'Đã xem các quy trình chứng thực: không có trường hợp tương tự.',
      },
      blameConfirmed: false,
      ...changes,
    };
    return inTransaction(this.db, (trx) => analyseCause(trx, actor, input, now));
  }

  plan(
    id: string,
    actions: Partial<ActionToPlan>[] = [{}],
    actor: Actor = this.people.binh,
    now = at('04-05'),
  ) {
    return inTransaction(this.db, (trx) =>
      planActions(
        trx,
        actor,
        {
          nonconformityId: id,
          actions: actions.map((action) => ({
            what: 'Phân công người thay khi vắng',
            ownerId: this.people.ngoc.officerId,
            dueOn: '2026-04-20',
            revisesDocumentId: null,
            ...action,
          })),
        },
        now,
      ),
    );
  }

  decide(id: string, approved = true, actor: Actor = this.people.mai, now = at('04-06')) {
    const input = { nonconformityId: id, approved, opinion: approved ? '' : 'Bổ sung hạn' };
    return inTransaction(this.db, (trx) => decidePlan(trx, actor, input, now));
  }

  async prove(id: string, place = 0, actor: Actor = this.people.ngoc, now = at('04-15')) {
    const { actions } = await this.read(id, now);
    const action = actions[place];
    if (!action) throw new Error(`no action ${place}`);
    const input = {
      nonconformityId: id,
      actionId: action.id,
      evidence: 'Bảng phân công số 05 ngày 14/4',
      doneOn: '2026-04-14',
    };
    return inTransaction(this.db, (trx) => enterEvidence(trx, actor, input, now));
  }

  verify(id: string, changes: Partial<Verification> = {}, actor: Actor = this.audit.phuc, now = at('05-20')) {
    const input: Verification = {
      nonconformityId: id,
      criterion: 'Một tháng không còn hồ sơ trích lục trả chậm',
      findings: 'Xem 20 hồ sơ tháng 5, không hồ sơ nào chậm',
      effective: true,
      effectiveOn: '2026-05-20',
      ...changes,
    };
    return inTransaction(this.db, (trx) => verifyActions(trx, actor, input, now));
  }

  closeCase(id: string, actor: Actor = this.people.hoa, now = at('05-21')) {
    const input = { nonconformityId: id, risks: 'Không phát sinh rủi ro mới' };
    return inTransaction(this.db, (trx) => closeNonconformity(trx, actor, input, now));
  }

  cancel(id: string, actor: Actor = this.people.mai, now = at('04-10')) {
    const input = { nonconformityId: id, reason: 'Ghi trùng' };
    return inTransaction(this.db, (trx) => cancelNonconformity(trx, actor, input, now));
  }

  read(id: string, now = at('06-01')) {
    return getNonconformity(this.db, this.people.hoa, id, now);
  }

  async state(id: string): Promise<string> {
    return (await this.read(id)).row.state;
  }

  /** A plan of one action stands, approved. */
  async approvedPlan(actions: Partial<ActionToPlan>[] = [{}]) {
    const { id, number } = await this.report();
    await this.accept(id);
    await this.correct(id);
    await this.analyse(id);
    await this.plan(id, actions);
    await this.decide(id);
    return { id, number };
  }

  close() {
    return this.audit.close();
  }
}
