import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { saveDraft } from '#app/modules/documents/drafting/draft-saving.server.ts';
import { readForEditing } from '#app/modules/documents/drafting/editing.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import {
  approveRevision,
  returnRevision,
  reviewRevision,
} from '#app/modules/documents/signing/approval.server.ts';
import { submitRevision, withdrawSubmission } from '#app/modules/documents/signing/submission.server.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from './desk.ts';
import { formText, procedureText } from './procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  // Whatever was refused, the quality record is whole.
  await desk.journalIsSound();
  await desk.close();
});
afterAll(closePress);

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';
const text = procedureText({ form: '' });

async function inReview() {
  const draft = await desk.draft(text, day1);
  await desk.submit(draft.revisionId, day1);
  return draft;
}

test('nobody reviews or approves a text they wrote in, submitted or reviewed', async () => {
  const { people } = desk;
  const draft = await desk.draft(text, day1, people.hoa);
  await desk.save(draft.revisionId, text.replace('sổ gốc.', 'sổ gốc đã lưu.'), day1, people.kien);
  await desk.submit(draft.revisionId, day1, people.hoa);
  expect(await refusalOf(desk.review(draft.revisionId, day2, people.hoa))).toBe(
    'documents.refusal.same-person',
  );
  expect(await refusalOf(desk.review(draft.revisionId, day2, people.kien))).toBe(
    'documents.refusal.same-person',
  );
  await desk.review(draft.revisionId, day2, people.mai);
  expect(await refusalOf(desk.review(draft.revisionId, day2, people.mai))).toBe(
    'documents.refusal.already-reviewed',
  );
  expect(await refusalOf(desk.approve(draft.revisionId, day2, people.mai))).toBe(
    'documents.refusal.reviewer-approves',
  );
});

test('an approval comes after a review, by someone with authority on that day', async () => {
  const { revisionId } = await inReview();
  expect(await refusalOf(desk.approve(revisionId, day2))).toBe('documents.refusal.not-reviewed');
  await desk.review(revisionId, day2);
  expect(await refusalOf(desk.approve(revisionId, day2, desk.people.vinh))).toBe(
    'documents.refusal.no-authority',
  );
  expect(await refusalOf(desk.approve(revisionId, day2, desk.people.binh))).toBe(
    'documents.refusal.no-authority',
  );
  await expect(desk.approve(revisionId, day2, desk.people.hoa)).rejects.toThrow('forbidden');
  await expect(desk.review(revisionId, day2, desk.people.ngoc)).rejects.toThrow('forbidden');
});

test('a deputy who is delegated approves with KT. for the chair while the delegation runs, its use is noted, and no longer afterwards', async () => {
  const { db, people } = desk;
  await inTransaction(db, (trx) =>
    recordDelegation(
      trx,
      people.hoa,
      {
        fromOfficerId: people.mai.officerId,
        toOfficerId: people.vinh.officerId,
        roleKeys: [],
        approvalKinds: ['procedure'],
        validFrom: '2026-03-03',
        validUntil: '2026-03-10',
        conditions: '',
        decisionNumber: '09/QĐ-UBND',
      },
      day1,
    ),
  );
  const { revisionId } = await inReview();
  await desk.review(revisionId, day1);
  expect(await refusalOf(desk.approve(revisionId, day1, people.vinh))).toBe('documents.refusal.no-authority');
  await desk.approve(revisionId, day2, people.vinh);
  const signature = await db
    .selectFrom('signature')
    .select(['prefix', 'officer_name', 'position_name', 'delegation_id'])
    .where('step', '=', 'approved')
    .executeTakeFirstOrThrow();
  expect(signature).toMatchObject({
    prefix: 'KT.',
    officer_name: 'Đỗ Quang Vinh',
    position_name: 'Chủ tịch UBND, Phó Chủ tịch UBND (văn hóa – xã hội)',
  });
  const uses = await db.selectFrom('delegation_use').select(['delegation_id', 'object_id']).execute();
  expect(uses).toEqual([{ delegation_id: signature.delegation_id, object_id: revisionId }]);
});

test('a delegate does not approve what the delegator wrote', async () => {
  const { db, people } = desk;
  const author = { ...people.mai, roles: ['leader', 'officer'] as const };
  const delegation = {
    fromOfficerId: people.mai.officerId,
    toOfficerId: people.vinh.officerId,
    roleKeys: [],
    approvalKinds: ['procedure' as const],
    validFrom: '2026-03-02',
    validUntil: '2026-03-10',
    conditions: '',
    decisionNumber: '09/QĐ-UBND',
  };
  await inTransaction(db, (trx) => recordDelegation(trx, people.hoa, delegation, day1));
  const { revisionId } = await desk.draft(text, day1, author);
  await desk.submit(revisionId, day1, author);
  await desk.review(revisionId, day1);
  expect(await refusalOf(desk.approve(revisionId, day2, people.vinh))).toBe(
    'documents.refusal.delegator-took-part',
  );
});

test('a signature counts only for the text that was before the signer', async () => {
  const { revisionId } = await inReview();
  const stale = { revisionId, seenHash: 'f'.repeat(64) };
  expect(
    await refusalOf(inTransaction(desk.db, (trx) => reviewRevision(trx, desk.people.kien, stale, day2))),
  ).toBe('documents.refusal.text-changed');
  await desk.review(revisionId, day2);
  expect(
    await refusalOf(inTransaction(desk.db, (trx) => approveRevision(trx, desk.people.mai, stale, day2))),
  ).toBe('documents.refusal.text-changed');
});

test('a draft is saved and submitted by its authors, the quality officer and the head of its unit', async () => {
  const { people } = desk;
  const { revisionId } = await desk.draft(text, day1);
  const changed = text.replace('sổ gốc.', 'sổ gốc đã lưu.');
  const own = 'documents.refusal.not-an-author';
  expect(await refusalOf(desk.save(revisionId, changed, day1, people.ngoc))).toBe(own);
  expect(await refusalOf(desk.save(revisionId, changed, day1, people.binh))).toBe(own);
  expect(await refusalOf(desk.submit(revisionId, day1, people.ngoc))).toBe(own);
  const read = (actor: typeof people.tam) => readForEditing(desk, actor, revisionId, day1, 'vi');
  expect((await read(people.ngoc)).refusal?.code).toBe(own);
  expect((await read(people.kien)).refusal).toBeNull();
  await desk.save(revisionId, changed, day1, people.kien);
  await desk.save(revisionId, text, day1, people.hoa);
  await desk.submit(revisionId, day1, people.tam);
  expect((await desk.revision(revisionId)).state).toBe('in-review');
});

test('a text pressed before it was changed is not submitted', async () => {
  const { revisionId } = await desk.draft(text, day1);
  const pressed = await desk.pressed(revisionId, day1);
  await desk.save(revisionId, procedureText({ form: '', purpose: 'Khác.' }), day1, desk.people.hoa);
  const { version } = await desk.revision(revisionId);
  expect(
    await refusalOf(
      inTransaction(desk.db, (trx) =>
        submitRevision(trx, desk.people.tam, { revisionId, version, pressed }, day1),
      ),
    ),
  ).toBe('documents.refusal.text-changed');
});

test('a text with errors, without a code or with the code of another document is not submitted', async () => {
  const faulty = await desk.draft(text.replace('accountable="chu-tich" ', ''), day1);
  expect(await refusalOf(desk.submit(faulty.revisionId, day1))).toBe('documents.refusal.findings');
  const nameless = await desk.draft(text.replace('code: QT-TP-09\n', ''), day1);
  expect(['documents.refusal.no-code', 'documents.refusal.findings']).toContain(
    await refusalOf(desk.submit(nameless.revisionId, day1)),
  );
  await inReview();
  const second = await desk.draft(
    procedureText({ form: '', code: 'qt-tp-09', title: 'Quy trình khác' }),
    day1,
  );
  expect(await refusalOf(desk.submit(second.revisionId, day1))).toMatch(
    /^documents\.refusal\.(code-taken|findings)$/,
  );
});

test('a released text does not change, and its next revision sums up its change', async () => {
  const { revisionId, documentId } = await desk.approved(text, day1);
  expect(await refusalOf(desk.save(revisionId, 'x', day2))).toBe('documents.refusal.not-a-draft');
  await desk.release([revisionId], {}, day2);
  expect(await refusalOf(desk.save(revisionId, 'x', day2))).toBe('documents.refusal.not-a-draft');
  const next = await desk.next(documentId, day2);
  expect(await refusalOf(desk.next(documentId, day2))).toBe('documents.refusal.revision-open');
  const { version } = await desk.revision(next);
  await inTransaction(desk.db, (trx) =>
    saveDraft(
      trx,
      desk.people.tam,
      { revisionId: next, version, source: text, frontMatter: null, changeSummary: '', legalGround: '' },
      day2,
    ),
  );
  expect(await refusalOf(desk.submit(next, day2))).toBe('documents.refusal.no-change-summary');
});

test('only its drafter takes a submission back, and only a reader who is not the drafter returns it', async () => {
  const { revisionId } = await inReview();
  const { db, people } = desk;
  const takeBack = (actor: typeof people.tam) =>
    inTransaction(db, (trx) => withdrawSubmission(trx, actor, { revisionId }, day2));
  expect(await refusalOf(takeBack(people.ngoc))).toBe('documents.refusal.not-the-drafter');
  expect(
    await refusalOf(
      inTransaction(db, (trx) => returnRevision(trx, people.kien, { revisionId, comment: ' ' }, day2)),
    ),
  ).toBe('documents.refusal.no-comment');
  await takeBack(people.tam);
  expect((await desk.revision(revisionId)).state).toBe('draft');
  expect(await refusalOf(desk.review(revisionId, day2))).toBe('documents.refusal.not-in-review');
});

test('a release names a form in force, follows the approval and is written down with its decision', async () => {
  const form = await desk.approved(formText(), day1);
  const procedure = await desk.draft(procedureText(), day1);
  await desk.submit(procedure.revisionId, day1);
  await desk.review(procedure.revisionId, day2);
  expect(await refusalOf(desk.release([procedure.revisionId], {}, day2))).toBe(
    'documents.refusal.not-approved',
  );
  await desk.approve(procedure.revisionId, day2);
  const refused = (decision: object) => refusalOf(desk.release([procedure.revisionId], decision, day2));
  expect(await refused({})).toBe('documents.refusal.form-not-current');
  expect(await refused({ inForceFrom: '2026-03-02', signedOn: '2026-03-02' })).toBe(
    'documents.refusal.before-approval',
  );
  expect(await refused({ decisionNumber: ' ' })).toBe('documents.refusal.no-decision-number');
  expect(await refused({ signedOn: '2026-03-04', inForceFrom: '2026-03-04' })).toBe(
    'documents.refusal.signed-in-future',
  );
  expect(await refused({ inForceUntil: '2026-03-01' })).toBe('documents.refusal.ends-before-it-begins');
  expect(await refused({ inForceFrom: '2026-02-31' })).toBe('documents.refusal.no-day');
  expect(await refusalOf(desk.release([], {}, day2))).toBe('documents.refusal.nothing-to-release');
  await desk.release([form.revisionId, procedure.revisionId], {}, day2);
  expect(await refused({})).toBe('documents.refusal.not-approved');
});

test('a decision made before the system comes with its scan and releases only a draft', async () => {
  const draft = await desk.draft(text, day1);
  const adopted = { kind: 'adopted', signedOn: '2025-09-01', inForceFrom: '2025-09-15' } as const;
  expect(await refusalOf(desk.release([draft.revisionId], adopted, day2))).toBe(
    'documents.refusal.no-decision-file',
  );
  await desk.submit(draft.revisionId, day1);
  expect(await refusalOf(desk.release([draft.revisionId], adopted, day2))).toBe(
    'documents.refusal.not-draft',
  );
});

test('a withdrawal has a reason and a decision, never works backwards and needs something in force', async () => {
  const { db, people } = desk;
  const { revisionId, documentId } = await desk.approved(text, day1);
  const withdrawal = { documentId, decisionNumber: '40/QĐ-UBND', reason: 'Bãi bỏ', from: '2026-03-03' };
  const withdraw = (change: object) =>
    inTransaction(db, (trx) => withdrawDocument(trx, people.hoa, { ...withdrawal, ...change }, day2));
  expect(await refusalOf(withdraw({}))).toBe('documents.refusal.never-released');
  await desk.release([revisionId], {}, day2);
  expect(await refusalOf(withdraw({ reason: ' ' }))).toBe('documents.refusal.no-reason');
  expect(await refusalOf(withdraw({ decisionNumber: '' }))).toBe('documents.refusal.no-decision-number');
  expect(await refusalOf(withdraw({ from: '2026-03-02' }))).toBe('documents.refusal.withdrawn-backwards');
  await withdraw({});
  expect(await refusalOf(withdraw({}))).toBe('documents.refusal.nothing-in-force');
  const again = await desk.draft(text.replace('public: yes', 'public: no'), day2);
  expect(await refusalOf(desk.submit(again.revisionId, day2))).toMatch(
    /^documents\.refusal\.(code-taken|findings)$/,
  );
});

test('an acknowledgement is given once, by an officer, for the released text that was shown', async () => {
  const { db, people } = desk;
  const { revisionId } = await desk.approved(text, day1);
  const parts = ['section:muc-dich', 'step:tiep-nhan'];
  const give = (given = {}) => desk.acknowledge(revisionId, people.ngoc, day2, { parts, ...given });
  expect(await refusalOf(give())).toBe('documents.refusal.not-released');
  await desk.release([revisionId], {}, day2);
  expect(await refusalOf(give({ seenHash: 'f'.repeat(64) }))).toBe('documents.refusal.text-changed');
  expect(await refusalOf(give({ parts: [] }))).toBe('documents.refusal.text-changed');
  expect(await refusalOf(give({ parts: ['step:khong-co'] }))).toBe('documents.refusal.text-changed');
  expect(await refusalOf(desk.acknowledge(revisionId, people.lan, day2, { parts }))).toBe(
    'documents.refusal.not-asked',
  );
  await give();
  await give();
  expect(await db.selectFrom('acknowledgement').select('officer_id').execute()).toEqual([
    { officer_id: people.ngoc.officerId },
  ]);
});
