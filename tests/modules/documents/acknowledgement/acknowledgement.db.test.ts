import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { awaitingMyAcknowledgement } from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { readToAcknowledge } from '#app/modules/documents/acknowledgement/reading-page.server.ts';
import { wholeAcknowledgementRegister } from '#app/modules/documents/acknowledgement/register.server.ts';
import { waitingOn } from '#app/modules/documents/acknowledgement/waiting.server.ts';
import type { Release } from '#app/modules/documents/release/release.server.ts';
import { appoint } from '#app/modules/organization/appointments.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { positionIdOf } from '../../organization/model-ward.ts';
import { closePress, Desk, refusalOf } from '../desk.ts';
import { procedureText } from '../procedure-text.ts';

const day1 = '2026-03-02T02:00:00.000Z';
const day2 = '2026-03-03T02:00:00.000Z';
const later = '2026-04-01T02:00:00.000Z';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  expect(await desk.journalIsSound()).toBe(true);
  await desk.close();
});
afterAll(closePress);

async function released(given: Partial<Release> = {}) {
  const draft = await desk.approved(procedureText({ form: '' }), day1);
  await desk.release([draft.revisionId], given, day2);
  return draft;
}

/** The next revision, its text changed, released. */
async function revised(
  documentId: string,
  change: (text: string) => string,
  now: string,
  given: Partial<Release> = {},
): Promise<string> {
  const next = await desk.next(documentId, now);
  await desk.save(next, change((await desk.revision(next)).source), now);
  await desk.submit(next, now);
  await desk.review(next, now);
  await desk.approve(next, now);
  await desk.release([next], given, now);
  return next;
}

async function asked(now: string): Promise<Record<string, string[]>> {
  const { db, story, people } = desk;
  const waiting = await waitingOn(db, story.agencyId, now.slice(0, 10));
  const names = new Map(Object.values(people).map((actor) => [actor.officerId, actor.name]));
  return Object.fromEntries(
    waiting.map((one) => [names.get(one.officerId) ?? '', one.asked.whole ? ['whole'] : one.asked.parts]),
  );
}

async function everybodySigns(revisionId: string, now: string, but: Actor[] = []): Promise<void> {
  for (const actor of Object.values(desk.people)) {
    if (but.includes(actor)) continue;
    if ((await desk.askedOf(revisionId, actor, now)).length > 0)
      await desk.acknowledge(revisionId, actor, now);
  }
}

test('a first issue asks everybody with a duty for the whole, a change only those it touches', async () => {
  const { documentId, revisionId } = await released();
  expect(Object.values(await asked(day2)).every((parts) => parts[0] === 'whole')).toBe(true);
  expect(Object.keys(await asked(day2))).toContain('Vũ Thị Ngọc');
  expect(Object.keys(await asked(day2))).not.toContain('Bùi Thị Lan');
  await everybodySigns(revisionId, day2);
  expect(await asked(day2)).toEqual({});

  await revised(documentId, (text) => text.replace('Đối chiếu sổ gốc', 'Đối chiếu hai sổ'), later);
  expect(await asked(later)).toEqual({
    'Lê Minh Tâm': ['step:trich-luc'],
    'Phạm Văn Kiên': ['step:trich-luc'],
  });
});

test('the page shows the old and the new words of the step and what changed in the terms of the field', async () => {
  const { documentId, revisionId } = await released();
  await everybodySigns(revisionId, day2);
  const second = await revised(
    documentId,
    (text) =>
      text
        .replace('Đối chiếu sổ gốc', 'Đối chiếu hai sổ')
        .replace('within="4h"', 'within="3h"')
        .replace('within="2h"', 'within="3h"'),
    later,
  );
  const page = await readToAcknowledge(desk, desk.people.tam, documentId, later, 'vi');
  expect(page.toRead).toMatchObject({ revisionId: second, whole: false, text: null });
  const [part] = page.toRead?.shown ?? [];
  expect(part).toMatchObject({ key: 'step:trich-luc', number: 2, change: 'changed' });
  expect(part?.sentences.join(' ')).toContain('4 giờ');
  expect(part?.sentences.join(' ')).toContain('3 giờ');
  expect(part?.words.filter((one) => one.change !== 'same').map((one) => one.change)).toContain('added');
  expect((await readToAcknowledge(desk, desk.people.lan, documentId, later, 'vi')).toRead).toBeNull();
});

test('who takes over a position later is asked for what its duties touch, and once', async () => {
  const { db, people, story } = desk;
  const { revisionId } = await released();
  await everybodySigns(revisionId, day2);
  const takesOver = async (officer: Actor & { officerId: string }, position: string) => {
    const positionId = await positionIdOf(db, story.agencyId, position);
    const input = {
      ...{ officerId: officer.officerId, positionId, kind: 'acting' as const },
      ...{ validFrom: '2026-04-01', validUntil: null, decision: '30/QĐ-UBND' },
    };
    await inTransaction(db, (trx) => appoint(trx, people.hoa, input, later));
  };
  await takesOver(people.lan, 'cong-chuc-tiep-nhan');
  await takesOver(people.ngoc, 'cv-tu-phap-ho-tich');
  expect(await asked(day2)).toEqual({});
  // Lan had no duty here and reads the whole; Ngoc has read it whole and signed for its every part.
  expect(await asked(later)).toEqual({ 'Bùi Thị Lan': ['whole'] });
  const [waiting] = await awaitingMyAcknowledgement(db, people.lan, '2026-04-01');
  expect([waiting?.since, waiting?.due]).toEqual(['2026-04-01', '2026-04-08']);
  await desk.acknowledge(revisionId, people.lan, later);
  expect(await asked(later)).toEqual({});
});

test('what was really shown is recorded when another revision takes its place meanwhile', async () => {
  const { db, people } = desk;
  const { documentId, revisionId } = await released();
  const parts = await desk.askedOf(revisionId, people.tam, day2);
  const second = await revised(documentId, (text) => text.replace('Ký bản sao.', 'Ký và đóng dấu.'), later);
  await desk.acknowledge(revisionId, people.tam, later, { parts });
  const rows = await db.selectFrom('acknowledgement').select('revision_id').execute();
  expect(rows).toEqual([{ revision_id: revisionId }]);
  // The step of the leader changed: Tam has nothing more to read, Mai reads the whole of the second.
  expect(await desk.askedOf(second, people.tam, later)).toEqual([]);
  expect((await asked(later))['Nguyễn Thị Mai']).toEqual(['whole']);
});

test('questions are answered before signing; every try is kept and a right answer is not asked again', async () => {
  const { db, people } = desk;
  const draft = await desk.approved(procedureText({ form: '' }), day1);
  const question = { revisionId: draft.revisionId, words: 'Mấy giờ?', choices: ['2 giờ', '4 giờ'], right: 1 };
  const second = { ...question, words: 'Ai ký?', choices: ['Công chức', 'Lãnh đạo'], right: 2 };
  const three = [question, second, { ...second, words: 'Ở đâu?' }];
  const attempt = (questions: (typeof question)[]) => desk.release([draft.revisionId], { questions }, day2);
  expect(await refusalOf(attempt(three))).toBe('acknowledgement.refusal.two-questions');
  expect(await refusalOf(attempt([{ ...question, right: 3 }]))).toBe(
    'acknowledgement.refusal.no-right-choice',
  );
  await attempt([question, second]);
  const ids = await db.selectFrom('release_question').select('id').orderBy('sort').execute();
  const [q1 = '', q2 = ''] = ids.map((row) => row.id);
  const sign = (...choices: [string, number][]) =>
    desk.acknowledge(draft.revisionId, people.tam, day2, {
      answers: choices.map(([questionId, choice]) => ({ questionId, choice })),
    });
  expect(await sign()).toEqual([q1, q2]);
  expect(await sign([q1, 1], [q2, 1])).toEqual([q2]);
  expect(await db.selectFrom('acknowledgement').select('id').execute()).toEqual([]);
  expect(await sign([q2, 2])).toEqual([]);
  expect(await db.selectFrom('acknowledgement').select('id').execute()).toHaveLength(1);
  const tries = await db.selectFrom('question_try').select(['question_id', 'is_right']).execute();
  expect(tries.map((row) => [row.question_id === q1, row.is_right])).toHaveLength(3);
});

test('the register says who has and who has not, what of it and until when', async () => {
  const { db, people } = desk;
  const { documentId, revisionId } = await released({ acknowledgeWithin: 2 });
  await desk.acknowledge(revisionId, people.tam, day2);
  const register = (filter = {}, day = '2026-03-10') =>
    wholeAcknowledgementRegister(db, people.hoa, { page: 1, ...filter }, day);
  const lines = await register({ documentId });
  expect(lines.at(-1)).toMatchObject({ officerName: 'Lê Minh Tâm', parts: null });
  expect(lines.at(-1)?.acknowledgedAt).toBe(day2);
  expect(lines[0]).toMatchObject({ code: 'QT-TP-09', given: '2026-03-03', due: '2026-03-05' });
  expect(await register({ officerId: people.tam.officerId })).toHaveLength(1);
  expect(await register({ state: 'overdue' })).toHaveLength(lines.length - 1);
  expect(await register({ state: 'overdue' }, '2026-03-05')).toEqual([]);
  expect(await register({ state: 'acknowledged' })).toHaveLength(1);
  await expect(wholeAcknowledgementRegister(db, people.ngoc, { page: 1 }, '2026-03-10')).rejects.toThrow(
    'forbidden',
  );
});
