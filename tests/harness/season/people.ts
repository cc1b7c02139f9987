import { addDays, dayOf } from '#app/http/clock.ts';
import { appoint, endAppointment } from '#app/modules/organization/appointments.server.ts';
import { endDelegation, recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import type { Commands, Office } from './office.ts';

/** Who holds which position, and who acts for whom. */
export function peopleCommands(office: Office): Commands {
  return {
    appoint: {
      weight: 5,
      run: async () => {
        const positions = await office.desk.db
          .selectFrom('position')
          .select('id')
          .where('agency_id', '=', office.documents.story.agencyId)
          .orderBy('key')
          .execute();
        const input = {
          officerId: office.who(office.random.pick(['tam', 'lan', 'ngoc'])).officerId,
          positionId: office.random.pick(positions).id,
          kind: office.random.pick(['official', 'acting'] as const),
          validFrom: addDays(dayOf(office.now), office.random.below(40) - 20),
          validUntil: office.random.chance(0.4)
            ? addDays(dayOf(office.now), office.random.below(60) - 5)
            : null,
          decision: `${office.count}/QĐ-UBND`,
        };
        const actor = office.who('hoa');
        office.appointments.push(await office.in((trx) => appoint(trx, actor, input, office.now)));
      },
    },
    endAppointment: {
      weight: 3,
      run: async () => {
        const appointmentId = office.random.pick(office.appointments);
        const until = addDays(dayOf(office.now), office.random.below(30) - 10);
        const actor = office.who('hoa');
        await office.in((trx) =>
          endAppointment(trx, actor, { appointmentId, until, reason: 'Điều động' }, office.now),
        );
      },
    },
    delegate: {
      weight: 5,
      run: async () => {
        const from = addDays(dayOf(office.now), office.random.below(6) - 1);
        const input = {
          fromOfficerId: office.who('mai').officerId,
          toOfficerId: office.who('vinh').officerId,
          roleKeys: office.random.chance(0.5) ? ['chu-tich'] : [],
          approvalKinds: office.random.chance(0.6) ? ['procedure' as const] : [],
          validFrom: from,
          validUntil: office.random.chance(0.1) ? null : addDays(from, office.random.below(60)),
          conditions: 'Báo cáo cuối tuần',
          decisionNumber: `${office.count}/QĐ-UBND`,
        };
        const actor = office.who('mai');
        office.delegations.push(await office.in((trx) => recordDelegation(trx, actor, input, office.now)));
      },
    },
    endDelegation: {
      weight: 2,
      run: async () => {
        const delegationId = office.random.pick(office.delegations);
        const until = addDays(dayOf(office.now), office.random.below(6) - 2);
        const actor = office.who('mai');
        await office.in((trx) =>
          endDelegation(trx, actor, { delegationId, until, reason: 'Đã về sớm' }, office.now),
        );
      },
    },
  };
}
