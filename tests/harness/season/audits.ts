import { announceAudit } from '#app/modules/audits/conducting.server.ts';
import type { Commands, Office } from './office.ts';

/** Audits are planned and announced, checklists made and answered. */
export function auditCommands(office: Office): Commands {
  return {
    plan: {
      weight: 3,
      run: async () => {
        const made = await office.desk.audit.plan({ title: `Đánh giá đợt ${office.count}` });
        office.audits.push({ id: made.id, state: 'planned' });
      },
    },
    assignAuditor: {
      weight: 8,
      run: async () => {
        const { audit: desk } = office.desk;
        const audit = office.one(office.audits, 'planned');
        const part = office.random.pick(['lead', 'lead', 'auditor'] as const);
        const officer = part === 'lead' ? desk.phuc : desk.son;
        await desk.assign(audit.id, officer.officerId, part);
        if (part === 'lead') audit.state = 'led';
      },
    },
    announce: {
      weight: 8,
      run: async () => {
        const audit = office.one(office.audits, 'led');
        const input = { auditId: audit.id, note: 'Gửi trước năm ngày' };
        const actor = office.who('hoa');
        await office.in((trx) => announceAudit(trx, actor, input, office.now));
        audit.state = 'announced';
      },
    },
    checklist: {
      weight: 3,
      run: async () => {
        const made = await office.desk.audit.make({
          seed: office.random.below(99),
          title: `Phiếu ${office.count}`,
        });
        office.checklists.push(made.id);
      },
    },
    answer: {
      weight: 10,
      run: async () => {
        const answer = office.random.pick(['conform', 'improvement', 'minor', 'not-audited'] as const);
        const unitId = office.desk.audit.unit('ttpvhcc');
        await office.desk.audit.answer(
          office.random.pick(office.checklists),
          office.random.below(8),
          answer,
          { unitId },
          office.random.chance(0.1) ? office.desk.people.tam : office.desk.audit.phuc,
          office.now,
        );
      },
    },
  };
}
