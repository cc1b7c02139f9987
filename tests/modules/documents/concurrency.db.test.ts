import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { saveDraft } from '#app/modules/documents/drafting/draft-saving.server.ts';
import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from './desk.ts';
import { procedureText } from './procedure-text.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.close());
afterAll(closePress);

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';
const text = procedureText({ form: '' });

test('of two people who save the same version one is refused, and nothing of the other is lost', async () => {
  const { revisionId } = await desk.draft(text, day1);
  const { version } = await desk.revision(revisionId);
  const save = (source: string, actor = desk.people.tam) =>
    refusalOf(
      inTransaction(desk.db, (trx) =>
        saveDraft(
          trx,
          actor,
          { revisionId, version, source, frontMatter: null, changeSummary: '', legalGround: '' },
          day1,
        ),
      ),
    );
  const outcomes = await Promise.all([save('của Tâm'), save('của Hòa', desk.people.hoa)]);
  expect(outcomes.sort()).toEqual(['documents.refusal.changed-meanwhile', 'not refused']);
  const saved = await desk.revision(revisionId);
  expect(saved.version).toBe(version + 1);
  expect(['của Tâm', 'của Hòa']).toContain(saved.source);
  expect(await desk.journalIsSound()).toBe(true);
});

test('two reviewers who sign at the same moment both stand or one is told to look again', async () => {
  const { revisionId } = await desk.draft(text, day1);
  await desk.submit(revisionId, day1);
  const outcomes = await Promise.all([
    refusalOf(desk.review(revisionId, day2, desk.people.kien)),
    refusalOf(desk.review(revisionId, day2, desk.people.binh)),
  ]);
  expect(outcomes).toContain('not refused');
  const signed = await desk.db
    .selectFrom('signature')
    .select('step')
    .where('step', '=', 'reviewed')
    .execute();
  expect(signed).toHaveLength(outcomes.filter((one) => one === 'not refused').length);
  expect(await desk.journalIsSound()).toBe(true);
});

test('two releases of one approved revision put it in force once', async () => {
  const { revisionId } = await desk.approved(text, day1);
  const outcomes = await Promise.all([
    refusalOf(desk.release([revisionId], {}, day2)),
    refusalOf(desk.release([revisionId], { decisionNumber: '13/QĐ-UBND' }, day2)),
  ]);
  expect(outcomes.sort()).toEqual(['documents.refusal.not-approved', 'not refused']);
  expect(await inForceOn(desk.db, desk.story.agencyId, '2026-03-03').execute()).toHaveLength(1);
  expect(await desk.db.selectFrom('release').select('id').execute()).toHaveLength(1);
  expect(await desk.journalIsSound()).toBe(true);
});
