import { describe, expect, it } from 'vitest';
import {
  refusalToCancel,
  refusalToCheck,
  refusalToClose,
  refusalToFindIneffective,
} from '#app/modules/nonconformities/closing.ts';
import {
  refusalToContain,
  refusalToReport,
  refusalToWaiveAction,
} from '#app/modules/nonconformities/containment.ts';
import {
  refusalToAnalyse,
  refusalToApprovePlan,
  refusalToEnterEvidence,
  refusalToHandOver,
  refusalToStart,
} from '#app/modules/nonconformities/corrective-action.ts';
import {
  type NonconformityAct,
  nonconformityTransitions,
  refusalByState,
} from '#app/modules/nonconformities/lifecycle.ts';
import {
  type NonconformityFacts,
  type NonconformityState,
  nonconformityStates,
} from '#app/modules/nonconformities/nonconformity-facts.ts';
import type { Refusal } from '#app/modules/organization/refusal.ts';
import en from '#content/messages/nonconformities-refusals.en.json';
import vi from '#content/messages/nonconformities-refusals.vi.json';
import { action, checkedBy, done, lateDossier, today } from './late-dossier.ts';

const codeOf = (reason: Refusal | null) => reason?.code.replace('nonconformities.refusal.', '') ?? null;

/** Written out by hand: which acts each state allows. */
const permitted: Record<NonconformityState, NonconformityAct[]> = {
  draft: ['report', 'cancel'],
  open: ['contain', 'cancel'],
  contained: ['analyse', 'waive-action', 'cancel'],
  analysed: ['approve-plan', 'cancel'],
  'plan-approved': ['start', 'cancel'],
  'in-progress': ['enter-evidence', 'hand-over', 'cancel'],
  'waiting-for-check': ['close', 'find-ineffective', 'cancel'],
  closed: [],
  cancelled: [],
};
const acts = Object.keys(nonconformityTransitions) as NonconformityAct[]; // keys of the table

describe('the life of a nonconformity', () => {
  for (const state of nonconformityStates) {
    it.each(acts)(`from ${state} knows whether it may %s`, (act) => {
      const reason = refusalByState({ state }, act);
      expect(reason === null).toBe(permitted[state].includes(act));
      if (reason) expect(Object.keys(vi)).toContain(reason.code);
    });
  }

  it('has a sentence in both languages for every refusal', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
    const english = new Map(Object.entries(en));
    expect([...english.keys()]).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect(holes(english.get(key) ?? '')).toEqual(holes(text));
  });
});

type Change = Partial<NonconformityFacts>;

describe('reporting and containing', () => {
  it.each<[string, Change, string | null]>([
    ['a complete report', {}, null],
    ['no statement', { statement: ' ' }, 'no-statement'],
    ['no requirement', { requirement: '' }, 'no-requirement'],
    ['no evidence', { evidence: '' }, 'no-evidence-found'],
    ['no grade', { grade: null }, 'no-grade'],
    ['nobody in charge', { personInCharge: null }, 'nobody-in-charge'],
  ])('%s', (_name, change, code) => expect(codeOf(refusalToReport(lateDossier(change)))).toBe(code));

  it.each<[string, Change, string | null]>([
    ['a correction and its consequences', {}, null],
    ['no correction', { correction: null }, 'no-correction'],
    ['an empty correction', { correction: { what: ' ', doneBy: 'hoa', doneOn: today } }, 'no-correction'],
    ['consequences not looked at', { consequences: ' ' }, 'no-consequences'],
  ])('%s', (_name, change, code) =>
    expect(codeOf(refusalToContain(lateDossier({ state: 'open', ...change })))).toBe(code),
  );
});

describe('without corrective action', () => {
  const waived = { needed: false, reason: 'Lỗi đơn lẻ do mất điện', decidedBy: 'lan' };
  const contained = (change: Change = {}) =>
    lateDossier({ state: 'contained', needForAction: waived, cause: null, ...change });

  it.each<[string, Change, string | null]>([
    ['a minor one goes straight to the check when that was decided', {}, null],
    ['nobody decided', { needForAction: null }, 'need-undecided'],
    ['decided without a reason', { needForAction: { ...waived, reason: '' } }, 'need-undecided'],
    ['decided that action is needed', { needForAction: { ...waived, needed: true } }, 'action-needed'],
    ['a major one', { grade: 'major' }, 'major-needs-action'],
    ['a recurring one', { recurring: true }, 'recurring-needs-action'],
    ['not corrected', { correction: null }, 'no-correction'],
  ])('%s', (_name, change, code) => expect(codeOf(refusalToWaiveAction(contained(change)))).toBe(code));

  it('closes when somebody else has verified the correction', () => {
    const waiting = contained({ state: 'waiting-for-check' });
    expect(codeOf(refusalToClose(waiting))).toBe('not-verified');
    expect(codeOf(refusalToClose({ ...waiting, verification: checkedBy('hoa') }))).toBe('own-work');
    expect(refusalToClose({ ...waiting, verification: checkedBy('minh') })).toBeNull();
    expect(codeOf(refusalToClose({ ...waiting, correction: null, verification: checkedBy('minh') }))).toBe(
      'no-correction',
    );
  });

  it('does not close on a need that was never decided, or without the actions it needs', () => {
    const waiting = contained({ state: 'waiting-for-check', verification: checkedBy('minh') });
    expect(codeOf(refusalToClose({ ...waiting, needForAction: null }))).toBe('need-undecided');
    expect(codeOf(refusalToClose({ ...waiting, needForAction: { ...waived, needed: true } }))).toBe(
      'no-action-planned',
    );
  });
});

describe('cause, plan and work', () => {
  const cause = lateDossier().cause;
  it.each<[string, Change, string | null]>([
    ['a root cause, looked for elsewhere', {}, null],
    ['no cause', { cause: null }, 'no-cause'],
    ['an empty root cause', { cause: cause && { ...cause, rootCause: ' ' } }, 'no-cause'],
    [
      'similar cases not looked for',
      { cause: cause && { ...cause, similarCases: '' } },
      'similar-cases-unknown',
    ],
    ['need for action undecided', { needForAction: null }, 'need-undecided'],
    [
      'no action decided',
      { needForAction: { needed: false, reason: 'Lỗi đơn lẻ', decidedBy: 'lan' } },
      'no-action-decided',
    ],
  ])('analysis: %s', (_name, change, code) =>
    expect(codeOf(refusalToAnalyse(lateDossier({ state: 'contained', ...change })))).toBe(code),
  );

  it.each<[string, Change, string | null]>([
    ['an action with owner and day', { actions: [action()] }, null],
    ['no action', { actions: [] }, 'no-action-planned'],
    ['only actions that were done before', { actions: [done()] }, 'no-action-planned'],
    [
      'a new action beside a done one that is past its day',
      { actions: [done({ dueOn: '2026-01-01' }), action()] },
      null,
    ],
    ['no plan before a cause', { cause: null, actions: [action()] }, 'no-cause'],
    ['no need for action', { needForAction: null, actions: [action()] }, 'no-action-decided'],
    ['an action without owner', { actions: [action({ owner: '' })] }, 'action-without-owner'],
    ['an action that says nothing', { actions: [action({ what: ' ' })] }, 'action-without-owner'],
    ['an action without a day', { actions: [action({ dueOn: '' })] }, 'action-without-day'],
    ['an action due yesterday', { actions: [action({ dueOn: '2026-10-09' })] }, 'action-due-before-today'],
    ['an action due today', { actions: [action({ dueOn: today })] }, null],
  ])('plan: %s', (_name, change, code) => {
    expect(codeOf(refusalToApprovePlan(lateDossier({ state: 'analysed', ...change }), 'lan', today))).toBe(
      code,
    );
  });

  it('a plan is approved by an officer, and work starts only then', () => {
    const analysed = lateDossier({ state: 'analysed', actions: [action()] });
    expect(codeOf(refusalToApprovePlan(analysed, null, today))).toBe('no-officer');
    expect(codeOf(refusalToStart(analysed))).toBe('no-approved-plan');
    expect(refusalToStart({ ...analysed, state: 'plan-approved' })).toBeNull();
    expect(
      codeOf(refusalToEnterEvidence({ ...analysed, state: 'plan-approved' }, 'Ảnh bảng phân công')),
    ).toBe('not-in-progress');
  });

  it('evidence is said in words, and the work is handed over with evidence for every action', () => {
    const working = lateDossier({ state: 'in-progress', actions: [done(), action()] });
    expect(codeOf(refusalToEnterEvidence(working, ' '))).toBe('no-evidence');
    expect(refusalToEnterEvidence(working, 'Ảnh bảng phân công')).toBeNull();
    expect(refusalToHandOver(working)).toEqual({
      code: 'nonconformities.refusal.actions-without-evidence',
      details: { count: 1 },
    });
    expect(refusalToHandOver({ ...working, actions: [done()] })).toBeNull();
  });
});

describe('checking and closing', () => {
  const effective = { ...checkedBy('minh'), effective: true };
  const waiting = (change: Change = {}) =>
    lateDossier({
      state: 'waiting-for-check',
      actions: [done()],
      verification: checkedBy('minh'),
      effectiveness: effective,
      ...change,
    });

  it.each<[string, Change, string | null]>([
    ['done, verified by another, effective', {}, null],
    ['an action without evidence', { actions: [done(), action()] }, 'actions-without-evidence'],
    ['not verified', { verification: null }, 'not-verified'],
    ['verified by the owner of an action', { verification: checkedBy('binh') }, 'own-work'],
    [
      'verified by who entered the evidence',
      { actions: [done({ evidenceBy: ['thu'] })], verification: checkedBy('thu') },
      'own-work',
    ],
    ['verified by who corrected it', { verification: checkedBy('hoa') }, 'own-work'],
    ['effectiveness not checked', { effectiveness: null }, 'effectiveness-unknown'],
    ['not effective', { effectiveness: { ...effective, effective: false } }, 'not-effective'],
    ['effectiveness checked by a doer', { effectiveness: { ...effective, by: 'binh' } }, 'own-work'],
    [
      'a document not revised',
      { actions: [done({ revises: { code: 'QT-TP-01', newerInForce: false, acknowledged: false } })] },
      'document-not-revised',
    ],
    [
      'a revision not acknowledged',
      { actions: [done({ revises: { code: 'QT-TP-01', newerInForce: true, acknowledged: false } })] },
      'revision-not-acknowledged',
    ],
    [
      'a revision in force and acknowledged',
      { actions: [done({ revises: { code: 'QT-TP-01', newerInForce: true, acknowledged: true } })] },
      null,
    ],
  ])('%s', (_name, change, code) => expect(codeOf(refusalToClose(waiting(change)))).toBe(code));

  it('what was not effective goes back to its analysis', () => {
    const failed = { ...effective, effective: false };
    expect(refusalToFindIneffective(waiting({ effectiveness: failed }))).toBeNull();
    expect(codeOf(refusalToFindIneffective(waiting()))).toBe('was-effective');
    expect(codeOf(refusalToFindIneffective(waiting({ effectiveness: null })))).toBe('effectiveness-unknown');
    expect(codeOf(refusalToFindIneffective(waiting({ effectiveness: { ...failed, by: 'binh' } })))).toBe(
      'own-work',
    );
    expect(codeOf(refusalToFindIneffective(waiting({ effectiveness: failed, cause: null })))).toBe(
      'no-cause',
    );
  });

  it('a check is made by somebody else, of what waits for it, with findings', () => {
    expect(refusalToCheck(waiting(), 'minh', 'Đã xem sổ')).toBeNull();
    expect(codeOf(refusalToCheck(waiting(), 'binh', 'Đã xem sổ'))).toBe('own-work');
    expect(codeOf(refusalToCheck(waiting(), null, 'Đã xem sổ'))).toBe('no-officer');
    expect(codeOf(refusalToCheck(waiting(), 'minh', ' '))).toBe('no-findings');
    expect(codeOf(refusalToCheck(waiting({ state: 'in-progress' }), 'minh', 'Đã xem sổ'))).toBe(
      'not-waiting',
    );
  });
});

describe('cancelling', () => {
  it('needs a reason and an approver who is not in charge', () => {
    const open = lateDossier({ state: 'open' });
    expect(refusalToCancel(open, 'Lập trùng', 'lan')).toBeNull();
    expect(codeOf(refusalToCancel(open, ' ', 'lan'))).toBe('no-reason');
    expect(codeOf(refusalToCancel(open, 'Lập trùng', null))).toBe('no-officer');
    expect(codeOf(refusalToCancel(open, 'Lập trùng', 'hoa'))).toBe('cancels-own');
    expect(codeOf(refusalToCancel({ ...open, state: 'closed' }, 'Lập trùng', 'lan'))).toBe('ended');
  });
});
