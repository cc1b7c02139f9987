import { firstRefusal, type Refusal, refusal } from '#app/modules/organization/refusal.ts';

/** A question about what changed, with its choices and the number of the right one, from 1. */
export interface Question {
  words: string;
  choices: readonly string[];
  right: number;
}

/** One line a choice, blank lines left out. */
export function choicesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A question can be answered: two to six different choices, one of them right. */
export function refusalToAsk(question: Question): Refusal | null {
  const { words, choices, right } = question;
  return firstRefusal(
    () => (words.trim() === '' ? refusal('acknowledgement.refusal.no-question') : null),
    () => (choices.length < 2 || choices.length > 6 ? refusal('acknowledgement.refusal.choices') : null),
    () => (new Set(choices).size < choices.length ? refusal('acknowledgement.refusal.same-choices') : null),
    () =>
      Number.isInteger(right) && right >= 1 && right <= choices.length
        ? null
        : refusal('acknowledgement.refusal.no-right-choice'),
  );
}

/** Questions that still need the right answer, and those of the given answers that are wrong. */
export function marked<One extends { id: string; right: number }>(
  questions: readonly One[],
  answeredRight: ReadonlySet<string>,
  answers: ReadonlyMap<string, number>,
): { tries: { question: One; choice: number; right: boolean }[]; open: string[] } {
  const asked = questions.filter((question) => !answeredRight.has(question.id));
  const tries = asked.flatMap((question) => {
    const choice = answers.get(question.id);
    return choice === undefined ? [] : [{ question, choice, right: choice === question.right }];
  });
  const right = new Set(tries.filter((one) => one.right).map((one) => one.question.id));
  return { tries, open: asked.filter((one) => !right.has(one.id)).map((one) => one.id) };
}
