import { fold } from '#app/modules/search/fold.ts';

/** Folded words only, single spaces: what two wordings of the same thing have in common. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}½¼¾]+/gu, ' ')
    .trim();
}

/** `[a-z0-9-]`, at most `most` characters, cut at a word. */
export function slug(text: string, most = 48): string {
  const whole = fold(text)
    .replace(/½/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most + 1);
  const end = cut.lastIndexOf('-');
  return (end > most / 2 ? cut.slice(0, end) : whole.slice(0, most)).replace(/-+$/, '');
}

/** Gives each text an id of its own: `tiep-nhan`, `tiep-nhan-2`, … */
export class Ids {
  private readonly taken = new Set<string>();

  take(text: string, otherwise: string): string {
    const base = slug(text) || otherwise;
    let id = base;
    for (let count = 2; this.taken.has(id); count += 1) id = `${base}-${count}`;
    this.taken.add(id);
    return id;
  }
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Upper case throughout, as headings are written; a text without letters is not. */
export function isUpperCase(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toUpperCase();
}
