import { describe, expect, it } from 'vitest';
import { choicesIn, marked, refusalToAsk } from '#app/modules/documents/acknowledgement/questions.ts';

const question = { words: 'Bước tiếp nhận còn mấy giờ?', choices: ['2 giờ', '1 giờ'], right: 2 };
const codeOf = (change: Partial<typeof question> = {}) =>
  refusalToAsk({ ...question, ...change })?.code.replace('acknowledgement.refusal.', '') ?? null;

describe('a question at a release', () => {
  it('has words, two to six different choices and the number of the right one', () => {
    expect(codeOf()).toBeNull();
    expect(codeOf({ words: ' ' })).toBe('no-question');
    expect(codeOf({ choices: ['2 giờ'] })).toBe('choices');
    expect(codeOf({ choices: ['1', '2', '3', '4', '5', '6', '7'] })).toBe('choices');
    expect(codeOf({ choices: ['2 giờ', '2 giờ'] })).toBe('same-choices');
    for (const right of [0, 3, 1.5, Number.NaN]) expect(codeOf({ right })).toBe('no-right-choice');
  });

  it('is typed one choice a line', () => {
    expect(choicesIn(' 2 giờ \n\n1 giờ\n')).toEqual(['2 giờ', '1 giờ']);
    expect(choicesIn('')).toEqual([]);
  });
});

describe('answers', () => {
  const asked = [
    { id: 'q1', right: 2 },
    { id: 'q2', right: 1 },
  ];

  it('leave open what is wrong or not answered, and never ask again what was right', () => {
    expect(marked(asked, new Set(), new Map()).open).toEqual(['q1', 'q2']);
    expect(marked(asked, new Set(['q2']), new Map([['q1', 1]]))).toEqual({
      tries: [{ question: asked[0], choice: 1, right: false }],
      open: ['q1'],
    });
    const both = new Map([
      ['q1', 2],
      ['q2', 1],
    ]);
    expect(marked(asked, new Set(), both).open).toEqual([]);
    expect(marked(asked, new Set(['q1', 'q2']), both).tries).toEqual([]);
  });
});
