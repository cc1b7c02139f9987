import { translate } from '#app/i18n/translate.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Pending, PendingFor } from '../responsibilities/pending.ts';
import { dueDay } from './due.ts';
import { readCase } from './facts.server.ts';
import { nextStep } from './next-step.ts';
import type { Nonconformity } from './nonconformity-record.server.ts';
import { actionEvidencePath, nonconformityPath } from './paths.ts';

/** Cases that this person is in charge of, plans that wait for a leader, and own actions that are due. */
export const pendingNonconformities: PendingFor = async (db, actor, day) => {
  if (actor.officerId === null || !may(actor, 'nonconformity.handle')) return [];
  const rows = await db
    .selectFrom('nonconformity')
    .selectAll()
    .where('agency_id', '=', actor.agencyId)
    .where('state', 'not in', ['closed', 'cancelled'])
    .orderBy('year')
    .orderBy('sequence')
    .execute();
  const pending: Pending[] = [];
  for (const row of rows) {
    const one = row as Nonconformity; // state and grade are held by the columns' check constraints
    const { facts, actions } = await readCase(db, one, day);
    const next = nextStep(facts);
    if (next === null) continue;
    if (next === 'evidence') {
      for (const action of actions) {
        if (action.ownerId !== actor.officerId || action.evidence.length > 0) continue;
        pending.push({
          kind: 'action',
          id: action.id,
          code: one.number,
          titleVi: action.what,
          titleEn: null,
          to: actionEvidencePath(one.id, action.id),
          due: action.dueOn,
        });
      }
      continue;
    }
    const handles = one.person_in_charge_id === actor.officerId;
    const waits =
      next === 'plan-approval'
        ? may(actor, 'nonconformity.approve-plan')
        : next === 'verification' || next === 'closure'
          ? actor.roles.includes('quality-officer')
          : handles;
    if (!waits) continue;
    const say = (locale: 'vi' | 'en') =>
      `${translate(locale, `nonconformities.act.${next}`)}: ${one.statement}`;
    pending.push({
      kind: 'nonconformity',
      id: one.id,
      code: one.number,
      titleVi: say('vi'),
      titleEn: say('en'),
      to: nonconformityPath(one.id),
      due: dueDay({
        state: one.state,
        grade: one.grade,
        detectedOn: one.detected_on,
        actions: actions.map((action) => ({ dueOn: action.dueOn, done: action.evidence.length > 0 })),
      }),
    });
  }
  return pending;
};
