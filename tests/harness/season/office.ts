import type { OpinionPart, RequestKind } from '#app/modules/documents/change-requests/change-request.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { formText, procedureText } from '#tests/modules/documents/procedure-text.ts';
import type { CaseDesk } from '#tests/modules/nonconformities/case-desk.ts';
import type { StoryPerson } from '#tests/story.ts';
import type { Random } from '../random.ts';

/** What people do by chance, by name; of two commands the heavier is done more often. */
export type Commands = Record<string, { weight: number; run(): Promise<unknown> }>;

/** Something that goes from state to state as the season believes; the office has the last word. */
export interface Thing<State extends string = string> {
  id: string;
  state: State;
}

export interface Paper extends Thing<'draft' | 'in-review' | 'reviewed' | 'approved' | 'released'> {
  documentId: string;
  revisionId: string;
}

export type CaseState =
  | 'draft'
  | 'open'
  | 'contained'
  | 'analysed'
  | 'planned'
  | 'decided'
  | 'proved'
  | 'verified'
  | 'closed';

export interface Asked extends Thing<'asked' | 'heard' | 'agreed' | 'over'> {
  kind: RequestKind;
  /** Opinions that nobody has given yet. */
  missing: OpinionPart[];
}

/** What the season has brought so far, for the next command to choose from. */
export class Office {
  readonly papers: Paper[] = [];
  readonly requests: Asked[] = [];
  readonly comments: { revisionId: string; commentId: string }[] = [];
  readonly audits: Thing<'planned' | 'led' | 'announced'>[] = [];
  readonly checklists: string[] = [];
  readonly cases: Thing<CaseState>[] = [];
  readonly appointments: string[] = [];
  readonly delegations: string[] = [];
  readonly laws: string[] = [];
  now = '2026-06-15T01:00:00.000Z';
  count = 0;

  constructor(
    readonly desk: CaseDesk,
    readonly random: Random,
  ) {
    const { documentId, revisionId } = desk.audit.procedure;
    this.paperComes({ documentId, revisionId }, 'released');
  }

  paperComes(paper: { documentId: string; revisionId: string }, state: Paper['state']): void {
    this.papers.push({ ...paper, id: paper.revisionId, state });
  }

  get documents() {
    return this.desk.audit.desk;
  }

  /** Usually the right person, now and then anybody. */
  who(usual: StoryPerson): Actor & { officerId: string } {
    const keys = Object.keys(this.desk.people).sort() as StoryPerson[]; // the keys of our own record
    return this.desk.people[this.random.chance(0.1) ? this.random.pick(keys) : usual];
  }

  /** Usually one that is where an act begins, now and then any. */
  one<T extends Thing>(all: readonly T[], state: T['state']): T {
    const fitting = all.filter((thing) => thing.state === state);
    return this.random.pick(fitting.length > 0 && !this.random.chance(0.1) ? fitting : all);
  }

  paper(state: Paper['state']): Paper {
    return this.one(this.papers, state);
  }

  /** One of those of late: they are in hand. */
  lately<T>(all: readonly T[]): T {
    return this.random.pick(all.slice(-3));
  }

  in<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return inTransaction(this.desk.db, work);
  }

  text(): string {
    const n = this.random.below(4);
    const purpose = `Bản thứ ${n} của mục đích.`;
    // Now and then a code is taken.
    if (this.random.chance(0.3)) return formText(`BM-TP-${10 + this.random.below(60)}-01`);
    const text = procedureText({ code: `QT-TP-${10 + this.random.below(60)}`, purpose });
    const sign = `Nghị định số ${1 + this.random.below(3)}/2015/NĐ-CP.`;
    return text
      .replace('Văn bản về hộ tịch đang có hiệu lực.', sign)
      .replace('review: P12M', 'tthc: ["1.004873"]\nreview: P12M');
  }
}
