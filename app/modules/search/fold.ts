const marks = /\p{M}/gu;
const letters = new Map<string, string>();

/** Lower case without Vietnamese marks, one character of the NFC text for one, so that places found in it hold there. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\x20-\x7e]/g, foldLetter)
    .toLowerCase();
}

function foldLetter(letter: string): string {
  let plain = letters.get(letter);
  if (plain === undefined) {
    const base = letter.normalize('NFD').replace(marks, '').replace('đ', 'd').replace('Đ', 'D');
    plain = /[–—−‐‑]/.test(letter) ? '-' : base.length === 1 ? base : letter;
    letters.set(letter, plain);
  }
  return plain;
}

/** Grave, acute, hook, tilde and dot below, with the letters that type them. */
const tones: Record<string, string> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

/** A word as it is spelled, its tone at the end, whichever vowel it stands on: `hoà` and `hòa` are `hoa=f`. */
export function spelling(word: string): string {
  const lower = word.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  let tone = '';
  const bare = lower.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
    tone += tones[mark] ?? '';
    return '';
  });
  return tone === '' ? bare.normalize('NFC') : `${bare.normalize('NFC')}=${tone}`;
}
