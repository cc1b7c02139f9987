import { answerItem } from '#app/modules/audits/answering.server.ts';
import { makeChecklist, type NewChecklist } from '#app/modules/audits/checklist-making.server.ts';
import { getChecklist } from '#app/modules/audits/checklist-reading.server.ts';
import type { Answer } from '#app/modules/audits/grades.ts';
import type { ItemAnswer } from '#app/modules/audits/item-answer.ts';
import { type AuditPlan, assignAuditor, planAudit } from '#app/modules/audits/planning.server.ts';
import type { AccountRole, Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { Desk } from '../documents/desk.ts';
import { formText, procedureText } from '../documents/procedure-text.ts';
import { officerWhoHolds, staffOf } from '../organization/model-ward.ts';

type Officer = Actor & { officerId: string };

export const releasedAt = '2026-03-05T02:00:00.000Z';
export const auditDay = '2026-06-10T02:00:00.000Z';

/** The ward with a procedure in force, and people who audit it. */
export class AuditDesk {
  private constructor(
    readonly desk: Desk,
    /** Lead auditor, of the Culture and Society Division. */
    readonly phuc: Officer,
    /** Auditor of the Economic Division. */
    readonly son: Officer,
    readonly units: Record<string, string>,
    readonly procedure: { documentId: string; revisionId: string },
  ) {}

  static async open(): Promise<AuditDesk> {
    const desk = await Desk.open();
    const { db, story } = desk;
    const rows = await db
      .selectFrom('unit')
      .select(['id', 'key'])
      .where('agency_id', '=', story.agencyId)
      .execute();
    const units = Object.fromEntries(rows.map((row) => [row.key, row.id]));
    const hired = async (key: string, name: string, position: string): Promise<Officer> => {
      const officerId = await officerWhoHolds(db, story.agencyId, { key, name }, position);
      return actorOf(story.agencyId, 'auditor', officerId, name);
    };
    const phuc = await hired('phuc', 'Ngô Hữu Phúc', 'pho-truong-phong-vhxh');
    const son = await hired('son', 'Trịnh Văn Sơn', 'cv-tai-chinh-ke-hoach');
    story.actors.kien.unitIds = [units['van-phong'] ?? ''];
    story.actors.binh.unitIds = [units.ttpvhcc ?? ''];
    const form = await desk.approved(formText(), '2026-03-02T02:00:00.000Z');
    const procedure = await desk.approved(procedureText(), '2026-03-02T02:00:00.000Z');
    await desk.release([form.revisionId, procedure.revisionId], { inForceFrom: '2026-03-10' }, releasedAt);
    return new AuditDesk(desk, phuc, son, units, procedure);
  }

  get db() {
    return this.desk.db;
  }

  get people() {
    return this.desk.people;
  }

  unit(key: string): string {
    const id = this.units[key];
    if (!id) throw new Error(`no unit ${key}`);
    return id;
  }

  plan(changes: Partial<AuditPlan> = {}) {
    const plan: AuditPlan = {
      kind: 'internal-audit',
      title: 'Đánh giá Trung tâm Phục vụ hành chính công',
      objective: 'Xem việc tiếp nhận có đúng quy trình không',
      scope: 'Tiếp nhận và trả kết quả',
      edition: '2015',
      periodFrom: '2026-03-10',
      periodUntil: '2026-06-09',
      plannedOn: '2026-06-10',
      unitIds: [this.unit('ttpvhcc')],
      ...changes,
    };
    return inTransaction(this.db, (trx) => planAudit(trx, this.people.hoa, plan, '2026-06-01T02:00:00.000Z'));
  }

  assign(
    auditId: string,
    officerId: string,
    part: 'lead' | 'auditor',
    exception: { reason: string; secondReviewerId: string | null } | null = null,
  ) {
    return inTransaction(this.db, (trx) =>
      assignAuditor(
        trx,
        this.people.hoa,
        {
          auditId,
          officerId,
          part,
          exceptionReason: exception?.reason ?? null,
          secondReviewerId: exception?.secondReviewerId ?? null,
        },
        '2026-06-02T02:00:00.000Z',
      ),
    );
  }

  make(changes: Partial<NewChecklist> = {}, actor: Actor = this.phuc) {
    const request: NewChecklist = {
      documents: ['QT-TP-09'],
      unit: null,
      seed: 7,
      title: 'Phiếu hỏi trích lục',
      auditId: null,
      ...changes,
    };
    return inTransaction(this.db, (trx) => makeChecklist(trx, actor, request, '2026-06-03T02:00:00.000Z'));
  }

  checklist(id: string) {
    return getChecklist(this.db, this.phuc, id);
  }

  async answer(
    checklistId: string,
    stepOrKey: number,
    answer: Answer,
    changes: Partial<ItemAnswer> = {},
    actor: Actor = this.phuc,
    now: string = auditDay,
  ) {
    const row = (await this.checklist(checklistId)).rows[stepOrKey];
    if (!row) throw new Error(`no row ${stepOrKey}`);
    const input: ItemAnswer = {
      checklistId,
      itemId: row.id,
      answer,
      evidence: 'Hồ sơ 000.01.H45-260602-0007',
      note: 'Không có phiếu kiểm soát trong hồ sơ',
      operationId: null,
      unitId: null,
      personInChargeId: null,
      ...changes,
    };
    return inTransaction(this.db, (trx) => answerItem(trx, actor, input, now));
  }

  close() {
    return this.desk.close();
  }
}

export function actorOf(agencyId: string, role: AccountRole, officerId: string, name: string): Officer {
  return { ...staffOf(agencyId, role, officerId), accountId: `account-${officerId}`, officerId, name };
}
