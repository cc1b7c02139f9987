import { addDays, dayOf } from '#app/http/clock.ts';
import { isForbidden, isNotFound, isRefused } from '#app/http/errors.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import {
  acknowledgeParts,
  shownHash,
} from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { questionsFor } from '#app/modules/documents/acknowledgement/questions.server.ts';
import { readRevisions } from '#app/modules/documents/acknowledgement/read-revisions.server.ts';
import { waitingOn } from '#app/modules/documents/acknowledgement/waiting.server.ts';
import { recordReview } from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import { fulfilWaitingReleases } from '#app/modules/documents/release/fulfilment.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { withdrawSubmission } from '#app/modules/documents/signing/submission.server.ts';
import { canonicalExport } from '#app/modules/journal/canonical-export.server.ts';
import { appoint, endAppointment } from '#app/modules/organization/appointments.server.ts';
import { endDelegation, recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import type { Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { formText, procedureText } from '#tests/modules/documents/procedure-text.ts';
import { CaseDesk } from '#tests/modules/nonconformities/case-desk.ts';
import type { StoryPerson } from '#tests/story.ts';
import { forceFaults } from './in-force-alike.ts';
import { type Random, randomOf } from './random.ts';

/** What a run leaves: one line per command, the record with its ids named by what they say, the journal in order. */
export interface OfficeRun {
  log: string[];
  record: string[];
  journal: string[];
}

interface Paper {
  documentId: string;
  revisionId: string;
  /** What the sequence believes; the office has the last word. */
  state: 'draft' | 'in-review' | 'approved' | 'released';
  version: number;
}

/** Texts are pressed once each: pressing is the same work on both databases. */
function remember(press: TextPress): void {
  const made = new Map<string, Promise<unknown>>();
  for (const kind of ['press', 'check'] as const) {
    const work = press[kind].bind(press) as (source: string, options: object) => Promise<never>; // both kinds alike
    press[kind] = (source: string, options: object) => {
      const key = `${kind} ${source}`;
      const known = made.get(key) ?? work(source, options);
      made.set(key, known);
      return known as Promise<never>;
    };
  }
}

class RandomOffice {
  private readonly papers: Paper[] = [];
  private readonly cases: string[] = [];
  private readonly checklists: string[] = [];
  private readonly appointments: string[] = [];
  private readonly delegations: string[] = [];
  private now = '2026-06-15T01:00:00.000Z';
  private count = 0;
  readonly log: string[] = [];

  constructor(
    private readonly desk: CaseDesk,
    private readonly random: Random,
  ) {}

  private get documents() {
    return this.desk.audit.desk;
  }

  /** Usually the right person, now and then anybody. */
  private who(usual: StoryPerson): Actor & { officerId: string } {
    const keys = Object.keys(this.desk.people).sort() as StoryPerson[]; // the keys of our own record
    return this.desk.people[this.random.chance(0.1) ? this.random.pick(keys) : usual];
  }

  private paper(state: Paper['state']): Paper {
    const fitting = this.papers.filter((paper) => paper.state === state);
    return this.random.pick(fitting.length > 0 && !this.random.chance(0.12) ? fitting : this.papers);
  }

  private in<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
    return inTransaction(this.desk.db, work);
  }

  private text(): string {
    const n = this.random.below(4);
    const purpose = `Bản thứ ${n} của mục đích.`;
    // A form is written by the office as often as a procedure, and now and then a code is taken.
    return this.random.chance(0.5)
      ? formText(`BM-TP-1${this.random.below(9)}-01`)
      : procedureText({ code: `QT-TP-2${this.random.below(9)}`, purpose });
  }

  private readonly commands: Record<string, { weight: number; run(): Promise<void> }> = {
    draft: {
      weight: 12,
      run: async () => {
        const made = await this.documents.draft(this.text(), this.now, this.who('tam'));
        this.papers.push({ ...made, state: 'draft', version: 1 });
      },
    },
    save: {
      weight: 10,
      run: async () => {
        const paper = this.paper('draft');
        await this.documents.save(paper.revisionId, this.text(), this.now, this.who('tam'));
      },
    },
    submit: {
      weight: 14,
      run: async () => {
        const paper = this.paper('draft');
        await this.documents.submit(paper.revisionId, this.now, this.who('tam'));
        paper.state = 'in-review';
      },
    },
    takeBack: {
      weight: 3,
      run: async () => {
        const paper = this.paper('in-review');
        const actor = this.who('tam');
        await this.in((trx) => withdrawSubmission(trx, actor, { revisionId: paper.revisionId }, this.now));
        paper.state = 'draft';
      },
    },
    sendBack: {
      weight: 3,
      run: async () => {
        const paper = this.paper('in-review');
        const actor = this.who('kien');
        const input = { revisionId: paper.revisionId, comment: 'Ghi rõ thời hạn từng bước' };
        await this.in((trx) => returnRevision(trx, actor, input, this.now));
        paper.state = 'draft';
      },
    },
    review: {
      weight: 12,
      run: () => this.documents.review(this.paper('in-review').revisionId, this.now, this.who('kien')),
    },
    approve: {
      weight: 12,
      run: async () => {
        const paper = this.paper('in-review');
        await this.documents.approve(paper.revisionId, this.now, this.who('mai'));
        paper.state = 'approved';
      },
    },
    release: {
      weight: 10,
      run: async () => {
        const paper = this.paper('approved');
        const whenAcknowledged = this.random.chance(0.35);
        const question = { words: 'Mấy giờ?', choices: ['2 giờ', '4 giờ'], right: 1 + this.random.below(2) };
        const questions = this.random.chance(0.4) ? [{ ...question, revisionId: paper.revisionId }] : [];
        await this.documents.release([paper.revisionId], { whenAcknowledged, questions }, this.now);
        paper.state = 'released';
      },
    },
    revise: {
      weight: 6,
      run: async () => {
        const paper = this.paper('released');
        const revisionId = await this.documents.next(paper.documentId, this.now, this.random.chance(0.3));
        this.papers.push({ documentId: paper.documentId, revisionId, state: 'draft', version: 1 });
      },
    },
    acknowledge: {
      weight: 12,
      run: async () => {
        const paper = this.paper('released');
        const actor = this.who(this.random.pick(['tam', 'ngoc', 'lan', 'binh']));
        const { revisionId } = paper;
        const reading = (await readRevisions(this.desk.db, [revisionId])).get(revisionId);
        if (!reading) throw new Error('no row');
        const documentIds = [paper.documentId];
        const { officerId, agencyId } = actor;
        const waiting = await waitingOn(this.desk.db, agencyId, dayOf(this.now), { officerId, documentIds });
        const asked = waiting.find((one) => one.revision.revisionId === revisionId)?.asked.parts;
        // Now and then somebody sends what nobody asked for.
        const parts = asked ?? reading.parts.slice(0, 2).map((part) => part.key);
        const seenHash = shownHash(reading, parts);
        const questions = await questionsFor(this.desk.db, actor, revisionId);
        const choice = 1 + this.random.below(2);
        const answers = questions.map((question) => ({ questionId: question.id, choice }));
        await this.in((trx) =>
          acknowledgeParts(trx, actor, { revisionId, parts, seenHash, answers }, this.now),
        );
      },
    },
    lookAgain: {
      weight: 4,
      run: async () => {
        const { documentId, revisionId } = this.paper('released');
        const outcome = this.random.pick(['unchanged', 'unchanged', 'revise', 'withdraw'] as const);
        const review = { documentId, revisionId, outcome, remark: 'Đã đối chiếu', checked: [] };
        const actor = this.who('hoa');
        await this.in((trx) => recordReview(trx, actor, review, this.now));
      },
    },
    dailyPass: {
      weight: 3,
      run: () => fulfilWaitingReleases(this.desk.db, this.now),
    },
    withdraw: {
      weight: 2,
      run: async () => {
        const { documentId } = this.paper('released');
        const from = addDays(dayOf(this.now), this.random.below(3));
        const input = { documentId, decisionNumber: '90/QĐ-UBND', reason: 'Không còn áp dụng', from };
        const actor = this.who('hoa');
        await this.in((trx) => withdrawDocument(trx, actor, input, this.now));
      },
    },
    appoint: {
      weight: 5,
      run: async () => {
        const positions = await this.desk.db
          .selectFrom('position')
          .select('id')
          .where('agency_id', '=', this.documents.story.agencyId)
          .orderBy('key')
          .execute();
        const input = {
          officerId: this.who(this.random.pick(['tam', 'lan', 'ngoc'])).officerId,
          positionId: this.random.pick(positions).id,
          kind: this.random.pick(['official', 'acting'] as const),
          validFrom: addDays(dayOf(this.now), this.random.below(40) - 20),
          validUntil: this.random.chance(0.4) ? addDays(dayOf(this.now), this.random.below(60) - 5) : null,
          decision: `${this.count}/QĐ-UBND`,
        };
        const actor = this.who('hoa');
        this.appointments.push(await this.in((trx) => appoint(trx, actor, input, this.now)));
      },
    },
    endAppointment: {
      weight: 3,
      run: async () => {
        const appointmentId = this.random.pick(this.appointments);
        const until = addDays(dayOf(this.now), this.random.below(30) - 10);
        const actor = this.who('hoa');
        await this.in((trx) =>
          endAppointment(trx, actor, { appointmentId, until, reason: 'Điều động' }, this.now),
        );
      },
    },
    delegate: {
      weight: 5,
      run: async () => {
        const from = addDays(dayOf(this.now), this.random.below(6) - 1);
        const input = {
          fromOfficerId: this.who('mai').officerId,
          toOfficerId: this.who('vinh').officerId,
          roleKeys: this.random.chance(0.5) ? ['chu-tich'] : [],
          approvalKinds: this.random.chance(0.6) ? ['procedure' as const] : [],
          validFrom: from,
          validUntil: this.random.chance(0.1) ? null : addDays(from, this.random.below(20)),
          conditions: 'Báo cáo cuối tuần',
          decisionNumber: `${this.count}/QĐ-UBND`,
        };
        const actor = this.who('mai');
        this.delegations.push(await this.in((trx) => recordDelegation(trx, actor, input, this.now)));
      },
    },
    endDelegation: {
      weight: 2,
      run: async () => {
        const delegationId = this.random.pick(this.delegations);
        const until = addDays(dayOf(this.now), this.random.below(6) - 2);
        const actor = this.who('mai');
        await this.in((trx) =>
          endDelegation(trx, actor, { delegationId, until, reason: 'Đã về sớm' }, this.now),
        );
      },
    },
    plan: {
      weight: 2,
      run: async () => {
        await this.desk.audit.plan({ title: `Đánh giá đợt ${this.count}` });
      },
    },
    checklist: {
      weight: 3,
      run: async () => {
        const made = await this.desk.audit.make({
          seed: this.random.below(99),
          title: `Phiếu ${this.count}`,
        });
        this.checklists.push(made.id);
      },
    },
    answer: {
      weight: 10,
      run: async () => {
        const answer = this.random.pick(['conform', 'improvement', 'minor', 'not-audited'] as const);
        const unitId = this.desk.audit.unit('ttpvhcc');
        await this.desk.audit.answer(
          this.random.pick(this.checklists),
          this.random.below(8),
          answer,
          { unitId },
          this.random.chance(0.1) ? this.desk.people.tam : this.desk.audit.phuc,
          this.now,
        );
      },
    },
    report: {
      weight: 6,
      run: async () => {
        const statement = `Hồ sơ trả chậm lần ${this.count}`;
        const { id } = await this.desk.report({ statement }, this.who('ngoc'), this.now);
        this.cases.push(id);
      },
    },
    accept: { weight: 6, run: () => this.about((id) => this.desk.accept(id, this.who('binh'), this.now)) },
    correct: {
      weight: 6,
      run: () => this.about((id) => this.desk.correct(id, this.who('binh'), {}, this.now)),
    },
    analyse: {
      weight: 6,
      run: () => this.about((id) => this.desk.analyse(id, this.who('binh'), {}, this.now)),
    },
    planActions: {
      weight: 6,
      run: () =>
        this.about((id) =>
          this.desk.plan(id, [{ dueOn: addDays(dayOf(this.now), 20) }], this.who('binh'), this.now),
        ),
    },
    decide: {
      weight: 6,
      run: () =>
        this.about((id) => this.desk.decide(id, !this.random.chance(0.2), this.who('mai'), this.now)),
    },
    prove: { weight: 6, run: () => this.about((id) => this.desk.prove(id, 0, this.who('ngoc'), this.now)) },
    verify: {
      weight: 6,
      run: () => {
        const actor = this.random.chance(0.1) ? this.desk.people.ngoc : this.desk.audit.phuc;
        const effectiveOn = dayOf(this.now);
        return this.about((id) =>
          this.desk.verify(id, { effective: !this.random.chance(0.2), effectiveOn }, actor, this.now),
        );
      },
    },
    closeCase: {
      weight: 4,
      run: () => this.about((id) => this.desk.closeCase(id, this.who('hoa'), this.now)),
    },
    cancel: { weight: 1, run: () => this.about((id) => this.desk.cancel(id, this.who('mai'), this.now)) },
  };

  private async about(act: (id: string) => Promise<unknown>): Promise<void> {
    // The cases of late are the ones in hand.
    const lately = this.cases.slice(-3);
    await act(this.random.pick(lately));
  }

  private next(): string {
    const names = Object.keys(this.commands);
    const total = names.reduce((sum, name) => sum + (this.commands[name]?.weight ?? 0), 0);
    let left = this.random.below(total);
    for (const name of names) {
      left -= this.commands[name]?.weight ?? 0;
      if (left < 0) return name;
    }
    return 'draft';
  }

  /** One command; what came of it is a line that both databases must agree on. */
  async step(): Promise<void> {
    this.count += 1;
    this.now = new Date(Date.parse(this.now) + (10 + this.random.below(200)) * 60_000).toISOString();
    const name = this.papers.length === 0 ? 'draft' : this.next();
    let came = 'done';
    try {
      await this.commands[name]?.run();
    } catch (error) {
      if (isRefused(error)) came = `refused ${error.code}`;
      else if (isForbidden(error)) came = 'forbidden';
      else if (isNotFound(error)) came = 'not found';
      else if (error instanceof Error && /Nothing to choose|no row|no action/.test(error.message))
        came = 'idle';
      else throw error;
    }
    this.log.push(`${this.count} ${name}: ${came}`);
  }
}

/** Lets the people of a desk work for a while by chance. @returns one line per command. */
export async function workByChance(desk: CaseDesk, seed: number, commands: number): Promise<string[]> {
  remember(desk.audit.desk.press);
  const office = new RandomOffice(desk, randomOf(seed));
  for (let at = 0; at < commands; at++) await office.step();
  return office.log;
}

/** A season of an office by chance: the same for the same seed, whatever the database. */
export async function runRandomOffice(seed: number, commands: number): Promise<OfficeRun> {
  const desk = await CaseDesk.open();
  try {
    const log = await workByChance(desk, seed, commands);
    await desk.audit.desk.journalIsSound();
    const faults = await forceFaults(desk.db, desk.audit.desk.story.agencyId, '2026-06-10', 60);
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
    const { rows } = await canonicalExport(desk.db, 'told');
    const entries = await desk.db
      .selectFrom('journal_entry')
      .select([
        'seq',
        'recorded_at',
        'actor_name',
        'role',
        'action',
        'object_type',
        'object_version',
        'reason',
      ])
      .orderBy('seq')
      .execute();
    return { log, record: rows, journal: entries.map((entry) => JSON.stringify(entry)) };
  } finally {
    await desk.audit.desk.press.close();
    await desk.close();
  }
}
