import type { Day } from '#app/http/clock.ts';
import type { RevisionAct, RevisionState } from '#app/modules/documents/revision.ts';
import { delegated, type Person } from './revision-desk.ts';

export interface Event {
  act: RevisionAct;
  who: Person | null;
  hash: string;
  day: Day;
}

/** The rules told a second time, from the history alone. */
export class History {
  readonly events: Event[] = [];
  text = 1;
  day: Day = '2026-10-01';

  get hash() {
    return `v${this.text}`;
  }

  get state(): RevisionState {
    let state: RevisionState = 'draft';
    for (const { act } of this.events) {
      if (act === 'submit') state = 'in-review';
      if (act === 'approve') state = 'approved';
      if (act === 'return' || act === 'withdraw-submission') state = 'draft';
      if (act === 'release' || act === 'adopt') state = 'released';
    }
    return state;
  }

  /** Hoa began the text; who edited it stays a drafter, who submitted it is one while that submission stands. */
  get writers(): Set<Person | null> {
    const editors = this.events.filter(({ act }) => act === 'edit').map(({ who }) => who);
    const submitter = this.events.findLast(({ act }) => act === 'submit')?.who ?? null;
    return new Set<Person | null>(['hoa', submitter, ...editors]);
  }

  get round(): Event[] {
    return this.events.slice(this.events.findLastIndex(({ act }) => act === 'submit') + 1);
  }

  get reviewers(): Set<Person | null> {
    return new Set(this.round.filter(({ act }) => act === 'review').map(({ who }) => who));
  }

  isApprover(who: Person): boolean {
    if (who === 'lan') return true;
    const tookPart = this.writers.has('lan') || this.reviewers.has('lan');
    return who === 'son' && !tookPart && delegated.from <= this.day && this.day <= delegated.until;
  }

  /** `waits`: the decision is to take effect when all have acknowledged, which one made before cannot. */
  allows(
    act: RevisionAct,
    who: Person | null,
    seen: string,
    clean: boolean,
    { from, waits }: { from: Day; waits: boolean },
  ): boolean {
    const state = this.state;
    if (act === 'edit') return state === 'draft';
    if (act === 'adopt') return state === 'draft' && from >= this.day && !waits;
    if (act === 'release') return state === 'approved' && from >= this.day;
    if (who === null) return false;
    const stranger = !this.writers.has(who);
    if (act === 'submit') return state === 'draft' && clean;
    if (act === 'withdraw-submission') return state === 'in-review' && !stranger;
    if (act === 'return') return (state === 'in-review' || state === 'approved') && stranger;
    const mayRead = state === 'in-review' && stranger && seen === this.hash && !this.reviewers.has(who);
    if (act === 'review') return mayRead;
    return mayRead && this.reviewers.size > 0 && this.isApprover(who);
  }
}
