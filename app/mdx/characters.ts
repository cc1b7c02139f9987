/** Characters that may not stand in a document because a reader cannot see what they do. */

type CharacterFault = 'guard.control-character' | 'guard.bidi' | 'guard.invisible';

const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// Tab and line feed are the only control characters of a text.
const control = /(?![\t\n])\p{Cc}|[\u2028\u2029\ufffe\uffff]|\p{Cs}/u;
const invisible = /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const anyOfThem = new RegExp(`${bidi.source}|${control.source}|${invisible.source}`, 'gu');

interface FoundCharacter {
  rule: CharacterFault;
  /** `U+202E` */
  code: string;
  offset: number;
}

/** Every forbidden character of a text, at most `most` of them. */
export function forbiddenCharacters(text: string, most = 20): FoundCharacter[] {
  const found: FoundCharacter[] = [];
  for (const match of text.matchAll(anyOfThem)) {
    const [character] = match;
    found.push({ rule: ruleFor(character), code: codePoint(character), offset: match.index });
    if (found.length >= most) break;
  }
  return found;
}

function ruleFor(character: string): CharacterFault {
  if (bidi.test(character)) return 'guard.bidi';
  return control.test(character) ? 'guard.control-character' : 'guard.invisible';
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first letter or digit that is not a Latin one as Vietnamese and English write it, e.g. a Cyrillic Т in "QТ-01". */
export function lookAlikeIn(code: string): { shown: string; at: number } | null {
  let at = 0;
  for (const character of code) {
    at += 1;
    if (/[\p{L}\p{N}\p{M}]/u.test(character) && !/[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]/.test(character)) {
      return { shown: `${character} (${codePoint(character)})`, at };
    }
  }
  return null;
}
