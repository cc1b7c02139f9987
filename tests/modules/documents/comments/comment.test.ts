import { expect, test } from 'vitest';
import {
  bySection,
  refusalOverComments,
  refusalToAnswer,
  refusalToComment,
} from '#app/modules/documents/comments/comment.ts';
import { revisionStates } from '#app/modules/documents/revision.ts';
import { submitted } from '../revision-desk.ts';

test('anybody but the drafters comments while the text can change', () => {
  for (const state of revisionStates) {
    const open = state === 'draft' || state === 'in-review';
    const code = refusalToComment(submitted({ state }), 'minh', 'Sửa')?.code ?? null;
    expect([state, code]).toEqual([state, open ? null : 'comments.refusal.text-settled']);
  }
  expect(refusalToComment(submitted(), 'binh', 'Sửa')?.code).toBe('comments.refusal.own-text');
  expect(refusalToComment(submitted(), null, 'Sửa')?.code).toBe('documents.refusal.no-officer');
  expect(refusalToComment(submitted(), 'minh', '  ')?.code).toBe('comments.refusal.empty');
});

const answer = { officer: 'hoa', answered: false, accepted: true, text: '' };

test('a drafter answers once, with the reason where a comment is not taken up', () => {
  expect(refusalToAnswer(submitted(), answer)).toBeNull();
  expect(refusalToAnswer(submitted(), { ...answer, accepted: false, text: 'Luật định' })).toBeNull();
  expect(refusalToAnswer(submitted(), { ...answer, accepted: false })?.code).toBe(
    'comments.refusal.no-reason',
  );
  expect(refusalToAnswer(submitted(), { ...answer, answered: true })?.code).toBe('comments.refusal.answered');
  expect(refusalToAnswer(submitted(), { ...answer, officer: 'minh' })?.code).toBe(
    'comments.refusal.not-the-drafter',
  );
  expect(refusalToAnswer(submitted(), { ...answer, officer: null })?.code).toBe(
    'documents.refusal.no-officer',
  );
  expect(refusalToAnswer(submitted({ state: 'approved' }), answer)?.code).toBe(
    'comments.refusal.text-settled',
  );
});

test('no approval over an unanswered comment', () => {
  expect(refusalOverComments(0)).toBeNull();
  expect(refusalOverComments(2)).toMatchObject({
    code: 'comments.refusal.unanswered',
    details: { count: 2 },
  });
});

test('comments stand in the order of the text, those of sections left out at the end', () => {
  const comment = (sectionKey: string | null, words: string) => ({
    sectionKey,
    sectionTitle: sectionKey === 'cu' ? 'Phần cũ' : '',
    words,
  });
  const sections = [
    { id: 'a', title: 'Mục đích' },
    { id: 'b', title: 'Phạm vi' },
    { id: 'c', title: 'Nội dung' },
  ];
  const places = bySection(
    [comment('c', '1'), comment('cu', '2'), comment(null, '3'), comment('a', '4'), comment('c', '5')],
    sections,
  );
  expect(
    places.map((place) => [place.title, place.gone, place.comments.map((one) => one.words).join()]),
  ).toEqual([
    ['', false, '3'],
    ['Mục đích', false, '4'],
    ['Nội dung', false, '1,5'],
    ['Phần cũ', true, '2'],
  ]);
});
