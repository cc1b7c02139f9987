import { createAccount } from '#app/modules/accounts/account.server.ts';
import { appoint, endAppointment, listAppointments } from '#app/modules/organization/appointments.server.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { recordOfficer } from '#app/modules/organization/officer-recording.server.ts';
import { accountRoles } from '#app/permissions/actor.ts';
import { samplePeople } from '#db/sample/people.ts';
import type { Telling } from './telling.ts';

/** Officers, their positions from the first day, their accounts. */
export async function peopleArrive(story: Telling): Promise<void> {
  const first = story.dayAgo(365);
  for (const person of samplePeople) {
    const officerId = await story.by('system', (trx, actor, now) =>
      recordOfficer(trx, actor, { key: person.key, name: person.name, email: null, validFrom: first }, now),
    );
    for (const key of person.positions) {
      const positionId = await story.positionId(key);
      await story.by('system', (trx, actor, now) =>
        appoint(
          trx,
          actor,
          {
            officerId,
            positionId,
            kind: 'official',
            validFrom: first,
            validUntil: null,
            decision: '15/QĐ-UBND',
          },
          now,
        ),
      );
    }
    const roles = accountRoles.filter((role) => person.roles.includes(role));
    await story.by('system', (trx, actor, now) =>
      createAccount(trx, actor, { login: person.key, displayName: person.name, officerId, roles }, now),
    );
  }
}

/** Half a year in, a specialist moves to the counter. */
export async function specialistMoves(story: Telling): Promise<void> {
  story.goTo(180);
  const officerId = await story.officerId('nam');
  const held = await listAppointments(story.db, await story.actor('thao'), { officerId });
  const current = held[0];
  if (!current) throw new Error('Nam holds no position in the story.');
  await story.by('thao', (trx, actor, now) =>
    endAppointment(
      trx,
      actor,
      {
        appointmentId: current.id,
        until: story.dayAgo(179),
        reason: 'Điều động về Trung tâm Phục vụ hành chính công',
      },
      now,
    ),
  );
  const counter = await story.positionId('cong-chuc-tiep-nhan');
  await story.by('thao', (trx, actor, now) =>
    appoint(
      trx,
      actor,
      {
        officerId,
        positionId: counter,
        kind: 'official',
        validFrom: story.dayAgo(178),
        validUntil: null,
        decision: '62/QĐ-UBND',
      },
      now,
    ),
  );
}

/** The head of the Culture and Society Division is away for two months and the deputy acts. */
export async function deputyActs(story: Telling): Promise<void> {
  story.goTo(25);
  const director = await story.positionId('truong-phong-vhxh');
  const officerId = await story.officerId('hai');
  await story.by('thao', (trx, actor, now) =>
    appoint(
      trx,
      actor,
      {
        officerId,
        positionId: director,
        kind: 'acting',
        validFrom: story.dayAgo(20),
        validUntil: story.dayAgo(-40),
        decision: '118/QĐ-UBND',
      },
      now,
    ),
  );
}

/** The chairperson is away for some weeks and hands approvals of forms and instructions to a deputy by decision. */
export async function chairDelegates(story: Telling): Promise<void> {
  story.goTo(10);
  const [from, to] = [await story.officerId('quang'), await story.officerId('hoa')];
  await story.by('quang', (trx, actor, now) =>
    recordDelegation(
      trx,
      actor,
      {
        fromOfficerId: from,
        toOfficerId: to,
        roleKeys: ['chu-tich'],
        approvalKinds: ['procedure', 'culture-rule'],
        validFrom: story.dayAgo(8),
        validUntil: story.dayAgo(-30),
        conditions: 'Báo cáo Chủ tịch kết quả vào ngày làm việc đầu tiên của tuần.',
        decisionNumber: '124/QĐ-UBND',
      },
      now,
    ),
  );
}
