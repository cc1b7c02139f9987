import { dayOf } from '#app/http/clock.ts';
import { isRefused } from '#app/http/errors.ts';
import { createTextPress, type TextPress } from '#app/mdx/text-press.ts';
import {
  type Acknowledgement,
  acknowledgeParts,
  shownHash,
} from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { readRevisions } from '#app/modules/documents/acknowledgement/read-revisions.server.ts';
import { waitingOn } from '#app/modules/documents/acknowledgement/waiting.server.ts';
import { createDocument, startRevision } from '#app/modules/documents/drafting/draft.server.ts';
import { saveDraft } from '#app/modules/documents/drafting/draft-saving.server.ts';
import { pressRevision } from '#app/modules/documents/drafting/pressing.server.ts';
import { type Release, releaseRevisions } from '#app/modules/documents/release/release.server.ts';
import { getRevision } from '#app/modules/documents/revision-record.server.ts';
import { approveRevision, reviewRevision } from '#app/modules/documents/signing/approval.server.ts';
import { submitRevision } from '#app/modules/documents/signing/submission.server.ts';
import { verifyJournal } from '#app/modules/journal/verification.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { type Story, tellStory } from '#tests/story.ts';
import { scannedDecision } from './stored-file.ts';

/** One press for the file: its children take seconds to start. */
let press: TextPress | undefined;

export async function closePress(): Promise<void> {
  await press?.close();
  press = undefined;
}

/** What the people of the story do with documents, one act a method. */
export class Desk {
  readonly press: TextPress;

  private constructor(
    readonly database: TestDatabase,
    readonly story: Story,
  ) {
    press ??= createTextPress();
    this.press = press;
  }

  static async open(): Promise<Desk> {
    const database = await openTestDatabase();
    return new Desk(database, await tellStory(database.db));
  }

  get db() {
    return this.database.db;
  }

  get people() {
    return this.story.actors;
  }

  async draft(source: string, now: string, actor: Actor = this.people.tam) {
    const { compiled } = await this.press.check(source, { file: 'test', locale: 'vi' });
    const frontMatter = compiled?.frontMatter ?? null;
    return inTransaction(this.db, (trx) =>
      createDocument(trx, actor, { source, frontMatter, compiled }, now),
    );
  }

  async save(revisionId: string, source: string, now: string, actor: Actor = this.people.tam) {
    const { compiled } = await this.press.check(source, { file: 'test', locale: 'vi' });
    const { version } = await this.revision(revisionId);
    const saved = {
      revisionId,
      version,
      source,
      frontMatter: compiled?.frontMatter ?? null,
      compiled,
      changeSummary: 'Sửa thời hạn',
      legalGround: '',
    };
    return inTransaction(this.db, (trx) => saveDraft(trx, actor, saved, now));
  }

  revision(revisionId: string) {
    return getRevision(this.db, this.people.hoa, revisionId);
  }

  async pressed(revisionId: string, now: string) {
    return pressRevision(
      this.press,
      this.db,
      this.people.hoa,
      await this.revision(revisionId),
      dayOf(now),
      'vi',
    );
  }

  async submit(revisionId: string, now: string, actor: Actor = this.people.tam) {
    const { version } = await this.revision(revisionId);
    const pressed = await this.pressed(revisionId, now);
    await inTransaction(this.db, (trx) => submitRevision(trx, actor, { revisionId, version, pressed }, now));
  }

  async review(revisionId: string, now: string, actor: Actor = this.people.kien) {
    const seenHash = (await this.revision(revisionId)).source_sha256;
    await inTransaction(this.db, (trx) => reviewRevision(trx, actor, { revisionId, seenHash }, now));
  }

  async approve(revisionId: string, now: string, actor: Actor = this.people.mai) {
    const seenHash = (await this.revision(revisionId)).source_sha256;
    await inTransaction(this.db, (trx) => approveRevision(trx, actor, { revisionId, seenHash }, now));
  }

  /** Drafted, reviewed and approved on one day. */
  async approved(source: string, now: string) {
    const draft = await this.draft(source, now);
    await this.submit(draft.revisionId, now);
    await this.review(draft.revisionId, now);
    await this.approve(draft.revisionId, now);
    return draft;
  }

  async release(revisionIds: string[], decision: Partial<Release>, now: string) {
    const items = [];
    for (const revisionId of revisionIds)
      items.push({ revisionId, pressed: await this.pressed(revisionId, now) });
    const release: Release = {
      kind: 'decided',
      decisionNumber: '12/QĐ-UBND',
      signedOn: dayOf(now),
      signer: 'Nguyễn Thị Mai',
      inForceFrom: dayOf(now),
      inForceUntil: null,
      fileId: null,
      ...decision,
      items,
    };
    return inTransaction(this.db, (trx) => releaseRevisions(trx, this.people.hoa, release, now));
  }

  /** What an officer is asked for of a revision; none where nothing is asked. */
  async askedOf(revisionId: string, actor: Actor, now: string): Promise<string[]> {
    const documentIds = [(await this.revision(revisionId)).document_id];
    const officerId = actor.officerId ?? undefined;
    const waiting = await waitingOn(this.db, actor.agencyId, dayOf(now), { officerId, documentIds });
    return waiting.find((one) => one.revision.revisionId === revisionId)?.asked.parts ?? [];
  }

  /** Signs what is asked of the officer, or the parts given. Gives the questions answered wrongly. */
  async acknowledge(
    revisionId: string,
    actor: Actor,
    now: string,
    given: Partial<Acknowledgement> = {},
  ): Promise<string[]> {
    const parts = given.parts ?? (await this.askedOf(revisionId, actor, now));
    const reading = (await readRevisions(this.db, [revisionId])).get(revisionId);
    const seenHash = reading ? shownHash(reading, parts) : '';
    const shown = { revisionId, parts, seenHash, answers: [], ...given };
    return inTransaction(this.db, (trx) => acknowledgeParts(trx, actor, shown, now));
  }

  next(documentId: string, now: string, newIssue = false) {
    const reason = { changeSummary: 'Rút ngắn thời hạn', legalGround: 'NĐ 118/2025/NĐ-CP', newIssue };
    return inTransaction(this.db, (trx) =>
      startRevision(trx, this.people.tam, { documentId, ...reason }, now),
    );
  }

  async journalIsSound(): Promise<boolean> {
    const { ok, faults } = await verifyJournal(this.db, { heads: [], readFile: async () => scannedDecision });
    if (!ok) throw new Error(faults.map((fault) => `${fault.object}: ${fault.message}`).join('\n'));
    return ok;
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

/** The code of a refusal, or what happened instead. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (isRefused(error)) return error.code;
    throw error;
  }
  return 'not refused';
}
