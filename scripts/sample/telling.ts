import { type clockAt, type Day, dayOf } from '#app/http/clock.ts';
import type { Installation } from '#app/http/installation.server.ts';
import { actorOfAccount, homeAgency } from '#app/modules/accounts/session.server.ts';
import { pressRevision } from '#app/modules/documents/drafting/pressing.server.ts';
import { findByCode } from '#app/modules/documents/library.server.ts';
import { type Release, releaseRevisions } from '#app/modules/documents/release/release.server.ts';
import { approveRevision, reviewRevision } from '#app/modules/documents/signing/approval.server.ts';
import { submitRevision } from '#app/modules/documents/signing/submission.server.ts';
import { type Actor, systemOf } from '#app/permissions/actor.ts';
import type { Instant, Trx } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

const day = 24 * 60 * 60 * 1000;

/** Tells the story of the sample ward act by act: who does what, how many days before today, by the real commands. */
export class Telling {
  private constructor(
    readonly house: Installation,
    private readonly clock: ReturnType<typeof clockAt>,
    private readonly present: Instant,
    readonly agencyId: string,
  ) {}

  static async begin(
    house: Installation,
    clock: ReturnType<typeof clockAt>,
    today: Instant,
  ): Promise<Telling> {
    return new Telling(house, clock, today, await homeAgency(house.db));
  }

  get db() {
    return this.house.db;
  }

  get now(): Instant {
    return this.clock.now();
  }

  /** The story goes on `daysAgo` days before today, at an hour of the office's morning or afternoon. */
  goTo(daysAgo: number, hour = 9): void {
    const midnight = Date.parse(`${this.dayAgo(daysAgo)}T00:00:00.000+07:00`);
    const next = new Date(midnight + hour * 60 * 60 * 1000).toISOString();
    // Never beyond the present: the last chapter is told up to this very minute.
    this.clock.set(this.notAfterToday(next));
  }

  private notAfterToday(instant: Instant): Instant {
    return Date.parse(instant) > Date.parse(this.present) ? this.present : instant;
  }

  dayAgo(daysAgo: number): Day {
    return dayOf(new Date(Date.parse(this.present) - daysAgo * day).toISOString());
  }

  /** The office's day on which the story stands. */
  today(): Day {
    return dayOf(this.now);
  }

  /** A few minutes pass, so that two acts never share an instant. */
  private pass(): void {
    const next = new Date(Date.parse(this.now) + 7_000).toISOString();
    this.clock.set(this.notAfterToday(next));
  }

  async by<T>(key: string, act: (trx: Trx, actor: Actor, now: Instant) => Promise<T>): Promise<T> {
    const actor = await this.actor(key);
    this.pass();
    return inTransaction(this.db, (trx) => act(trx, actor, this.now));
  }

  async actor(key: string): Promise<Actor> {
    if (key === 'system') return systemOf(this.agencyId);
    const account = await this.db
      .selectFrom('account')
      .innerJoin('officer', 'officer.id', 'account.officer_id')
      .select(['account.id', 'account.agency_id', 'account.officer_id', 'account.display_name'])
      .where('officer.key', '=', key)
      .where('officer.agency_id', '=', this.agencyId)
      .executeTakeFirstOrThrow();
    return actorOfAccount(this.db, account, this.now, null);
  }

  async officerId(key: string): Promise<string> {
    const officer = await this.db
      .selectFrom('officer')
      .select('id')
      .where('key', '=', key)
      .where('agency_id', '=', this.agencyId)
      .executeTakeFirstOrThrow();
    return officer.id;
  }

  async unitId(key: string): Promise<string> {
    const unit = await this.db
      .selectFrom('unit')
      .select('id')
      .where('key', '=', key)
      .where('agency_id', '=', this.agencyId)
      .executeTakeFirstOrThrow();
    return unit.id;
  }

  async positionId(key: string): Promise<string> {
    const position = await this.db
      .selectFrom('position')
      .select('id')
      .where('key', '=', key)
      .where('agency_id', '=', this.agencyId)
      .executeTakeFirstOrThrow();
    return position.id;
  }

  async documentId(code: string): Promise<string> {
    const id = await findByCode(this.db, systemOf(this.agencyId), code);
    if (!id) throw new Error(`The story names ${code}, which the library does not have.`);
    return id;
  }

  /** The newest revision of a document. */
  async newest(code: string) {
    return this.db
      .selectFrom('revision')
      .selectAll()
      .where('document_id', '=', await this.documentId(code))
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  }

  async pressed(code: string, by: string) {
    const revision = await this.newest(code);
    const actor = await this.actor(by);
    const pressed = await pressRevision(this.house.press, this.db, actor, revision, dayOf(this.now), 'vi');
    return { revision, pressed };
  }

  async submit(code: string, by: string): Promise<void> {
    const { revision, pressed } = await this.pressed(code, by);
    const error = pressed.findings.find((finding) => finding.severity === 'error');
    if (error) throw new Error(`The story submits ${code}, but: ${error.line}: ${error.message}`);
    await this.by(by, (trx, actor, now) =>
      submitRevision(trx, actor, { revisionId: revision.id, version: revision.version, pressed }, now),
    );
  }

  async review(code: string, by: string): Promise<void> {
    const revision = await this.newest(code);
    const signing = { revisionId: revision.id, seenHash: revision.source_sha256 };
    await this.by(by, (trx, actor, now) => reviewRevision(trx, actor, signing, now));
  }

  async approve(code: string, by: string): Promise<void> {
    const revision = await this.newest(code);
    const signing = { revisionId: revision.id, seenHash: revision.source_sha256 };
    await this.by(by, (trx, actor, now) => approveRevision(trx, actor, signing, now));
  }

  async release(codes: readonly string[], by: string, decision: Omit<Release, 'items'>): Promise<void> {
    const items: Release['items'] = [];
    for (const code of codes) {
      const { revision, pressed } = await this.pressed(code, by);
      items.push({ revisionId: revision.id, pressed });
    }
    const chair = {
      ...{ officer: await this.officerId('quang'), position: await this.positionId('chu-tich') },
      ...{ delegation: null, delegator: null },
    };
    const signed = { ...decision, signatory: decision.kind === 'decided' ? chair : null, items };
    await this.by(by, (trx, actor, now) => releaseRevisions(trx, actor, signed, now));
    await this.house.settle();
  }
}
