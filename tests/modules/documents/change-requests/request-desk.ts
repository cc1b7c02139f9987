import { createAccount } from '#app/modules/accounts/account.server.ts';
import { decideRequest, giveOpinion } from '#app/modules/documents/change-requests/deciding.server.ts';
import { type NewRequest, proposeChange } from '#app/modules/documents/change-requests/proposing.server.ts';
import { getRequest } from '#app/modules/documents/change-requests/request-record.server.ts';
import { type AccountRole, type Actor, systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { AuditDesk } from '../../audits/audit-desk.ts';

/** The ward with a procedure in force, and what its people ask to be changed. */
export class RequestDesk {
  private constructor(readonly audit: AuditDesk) {}

  static async open(): Promise<RequestDesk> {
    const audit = await AuditDesk.open();
    const desk = new RequestDesk(audit);
    await desk.account('hoa', 'quality-officer');
    await desk.account('tam', 'officer');
    return desk;
  }

  get db() {
    return this.audit.db;
  }

  get people() {
    return this.audit.people;
  }

  get documentId() {
    return this.audit.procedure.documentId;
  }

  private async account(key: 'hoa' | 'tam', role: AccountRole): Promise<void> {
    const { officerId, name, agencyId } = this.people[key];
    const account = { login: key, displayName: name, officerId, roles: [role] };
    await inTransaction(this.db, (trx) =>
      createAccount(trx, systemOf(agencyId), account, '2026-01-05T02:00:00.000Z'),
    );
  }

  propose(actor: Actor, now: string, input: Partial<NewRequest> = {}): Promise<string> {
    const request: NewRequest = {
      kind: 'amend',
      documentId: this.documentId,
      title: '',
      documentKind: 'procedure',
      reason: 'Người dân phải chờ lâu',
      legalGround: 'Nghị định 118/2025/NĐ-CP',
      groundInForceFrom: '2025-07-01',
      contentBefore: '8 giờ',
      contentAfter: '4 giờ',
      impactForms: '',
      impactTraining: '',
      impactSoftware: '',
      ...input,
    };
    return inTransaction(this.db, (trx) => proposeChange(trx, actor, request, now));
  }

  async favour(requestId: string, now: string): Promise<void> {
    const yes = { requestId, favours: true, opinion: 'Nên làm' };
    await inTransaction(this.db, (trx) =>
      giveOpinion(trx, this.people.binh, { ...yes, part: 'unit-head' }, now),
    );
    await inTransaction(this.db, (trx) =>
      giveOpinion(trx, this.people.hoa, { ...yes, part: 'quality-officer' }, now),
    );
  }

  decide(actor: Actor, requestId: string, now: string, agreed = true): Promise<void> {
    const decision = {
      requestId,
      agreed,
      reason: agreed ? '' : 'Để năm sau',
      dueOn: '2026-06-30',
      drafterId: this.people.tam.officerId,
    };
    return inTransaction(this.db, (trx) => decideRequest(trx, actor, decision, now));
  }

  async state(requestId: string): Promise<string> {
    return (await getRequest(this.db, this.people.hoa, requestId)).state;
  }

  close(): Promise<void> {
    return this.audit.close();
  }
}
