import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import { completeFilling } from '#app/modules/records/completing.server.ts';
import { saveFilling, startFilling } from '#app/modules/records/filling.server.ts';
import type { FilledValues } from '#app/modules/records/form-field.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { AuditDesk } from '../audits/audit-desk.ts';

export const formCode = 'BM-TP-09-01';

/** The ward with a form and its procedure in force, and what its people fill in. */
export class RecordDesk {
  private constructor(readonly audit: AuditDesk) {}

  static async open(): Promise<RecordDesk> {
    return new RecordDesk(await AuditDesk.open());
  }

  get db() {
    return this.audit.db;
  }

  get people() {
    return this.audit.people;
  }

  /** The record type of the procedure of the story. */
  get type() {
    return `${this.audit.procedure.documentId} ho-so`;
  }

  start(actor: Actor, now: string): Promise<string> {
    const step = { documentId: this.audit.procedure.documentId, stepKey: 'tiep-nhan' };
    return inTransaction(this.db, (trx) => startFilling(trx, actor, { code: formCode, step }, now));
  }

  save(actor: Actor, fillingId: string, seen: number, values: FilledValues, now: string): Promise<number> {
    return inTransaction(this.db, (trx) => saveFilling(trx, actor, { fillingId, seen, values }, now));
  }

  complete(
    actor: Actor,
    fillingId: string,
    seen: number,
    now: string,
    more: { type?: string; reason?: string } = {},
  ): Promise<string> {
    const completion = { fillingId, seen, type: this.type, reason: '', ...more };
    return inTransaction(this.db, (trx) => completeFilling(trx, actor, completion, now));
  }

  /** Begun, filled in and completed at once. */
  async made(actor: Actor, name: string, now: string, type = this.type): Promise<string> {
    const fillingId = await this.start(actor, now);
    await this.save(actor, fillingId, 1, { 'ho-ten': name }, now);
    return this.complete(actor, fillingId, 2, now, { type });
  }

  async faults(): Promise<string[]> {
    const { faults } = await verifyJournal(this.db, { heads: [], readFile: async () => null });
    return faults.map((fault) => `${fault.kind}: ${fault.message}`);
  }

  close(): Promise<void> {
    return this.audit.close();
  }
}
