import { type WordPart, wordsChanged } from './text-changes.ts';

/** How much of what stayed is shown around a change. */
const around = 90;

/** What changed in a wording, word by word; long stretches that stayed are cut to what stands around a change. */
export function wordExcerpt(before: string, after: string): WordPart[] {
  if (before === after) return [];
  const parts = wordsChanged(before, after);
  return parts.map((part, at) => {
    if (part.change !== 'same') return part;
    const head = at === 0 ? '' : firstWords(part.text);
    const tail = at === parts.length - 1 ? '' : lastWords(part.text);
    const shorter = `${head} … ${tail}`;
    return shorter.length + 10 < part.text.length ? { ...part, text: shorter } : part;
  });
}

function firstWords(text: string): string {
  return text.slice(0, around).replace(/\S*$/, '').trimEnd();
}

function lastWords(text: string): string {
  return text.slice(-around).replace(/^\S*/, '').trimStart();
}
