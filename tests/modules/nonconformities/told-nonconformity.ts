import { type NonconformityAct, nonconformityTransitions } from '#app/modules/nonconformities/lifecycle.ts';
import type { NonconformityFacts } from '#app/modules/nonconformities/nonconformity-facts.ts';
import { action, checkedBy, lateDossier, today } from './late-dossier.ts';

/** Moves of the record, and what is entered on the way. */
export type Entry = 'correct' | 'decide' | 'find-cause' | 'plan' | 'verify' | 'judge' | 'revise';
export type Move = NonconformityAct | Entry;

/** What was entered, and a second telling of the rules from it. */
export class Story {
  facts: NonconformityFacts;

  constructor(major: boolean, recurring: boolean) {
    const blank = { correction: null, needForAction: null, cause: null };
    this.facts = lateDossier({ ...blank, grade: major ? 'major' : 'minor', recurring });
  }

  get doers(): string[] {
    const { correction, actions } = this.facts;
    return [correction?.doneBy ?? '', ...actions.flatMap(({ owner, evidenceBy }) => [owner, ...evidenceBy])];
  }

  allows(act: NonconformityAct, who: string, good: boolean): boolean {
    const {
      state,
      grade,
      recurring,
      correction,
      needForAction,
      cause,
      actions,
      verification,
      effectiveness,
    } = this.facts;
    const allDone = actions.every(({ evidenceBy }) => evidenceBy.length > 0);
    const independent = (by: string | undefined) => by !== undefined && !this.doers.includes(by);
    const inForce = actions.every(
      ({ revises }) => revises === null || (revises.newerInForce && revises.acknowledged),
    );
    switch (act) {
      case 'report':
        return state === 'draft';
      case 'contain':
        return state === 'open' && correction !== null;
      case 'analyse':
        return state === 'contained' && needForAction?.needed === true && cause !== null;
      case 'waive-action':
        return (
          state === 'contained' &&
          needForAction?.needed === false &&
          grade === 'minor' &&
          !recurring &&
          correction !== null
        );
      case 'approve-plan':
        return state === 'analysed' && needForAction?.needed === true && cause !== null && !allDone;
      case 'start':
        return state === 'plan-approved';
      case 'enter-evidence':
        return state === 'in-progress' && good;
      case 'hand-over':
        return state === 'in-progress' && allDone;
      case 'close': {
        const verified = state === 'waiting-for-check' && independent(verification?.by);
        const works = effectiveness?.effective === true && independent(effectiveness.by);
        if (actions.length > 0) return verified && allDone && inForce && works;
        const waived = needForAction?.needed === false && correction !== null;
        return verified && waived && (effectiveness === null || works);
      }
      case 'find-ineffective':
        return (
          state === 'waiting-for-check' &&
          effectiveness?.effective === false &&
          independent(effectiveness.by) &&
          cause !== null
        );
      case 'cancel':
        return state !== 'closed' && state !== 'cancelled' && good && who !== 'hoa';
    }
  }

  enter(entry: Entry, who: string, good: boolean): void {
    const { state, actions } = this.facts;
    if (entry === 'correct')
      this.facts = { ...this.facts, correction: { what: 'Trả kết quả', doneBy: who, doneOn: today } };
    if (entry === 'decide')
      this.facts = { ...this.facts, needForAction: { needed: good, reason: 'Đã xem xét', decidedBy: who } };
    if (entry === 'find-cause') this.facts = { ...this.facts, cause: lateDossier().cause };
    if (entry === 'plan' && state === 'analysed' && actions.length < 4) {
      const revises = good ? null : { code: 'QT-TP-01', newerInForce: false, acknowledged: false };
      this.facts = { ...this.facts, actions: [...actions, action({ owner: who, revises })] };
    }
    if (entry === 'revise')
      this.facts = {
        ...this.facts,
        actions: actions.map((one) => ({ ...one, revises: one.revises && revisedFurther(one.revises) })),
      };
    if (state !== 'waiting-for-check') return;
    if (entry === 'verify') this.facts = { ...this.facts, verification: checkedBy(who) };
    if (entry === 'judge')
      this.facts = { ...this.facts, effectiveness: { ...checkedBy(who), effective: good } };
  }

  move(act: NonconformityAct, who: string): void {
    const { to } = nonconformityTransitions[act];
    let { actions } = this.facts;
    if (act === 'enter-evidence') {
      const next = actions.findIndex(({ evidenceBy }) => evidenceBy.length === 0);
      actions = actions.map((one, index) => (index === next ? { ...one, evidenceBy: [who] } : one));
    }
    // Checks count only since the record last came to the check.
    const fresh = to === 'waiting-for-check' ? { verification: null, effectiveness: null } : {};
    this.facts = { ...this.facts, state: to, actions, ...fresh };
  }
}

function revisedFurther(revises: { code: string; newerInForce: boolean; acknowledged: boolean }) {
  return { ...revises, newerInForce: true, acknowledged: revises.newerInForce };
}
