/**
 * The letters a sheet can print. The fonts are cut down to these once, and text is brought to them before drawing,
 * so that a letter the font lacks is seen as □ instead of vanishing.
 */
const ranges: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  [0x391, 0x3a1],
  [0x3a3, 0x3c9],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2074, 0x2079],
  [0x2080, 0x2089],
  [0x20ab, 0x20ac],
  [0x2190, 0x2193],
];
const single = '№™−∞≈≠≤≥√∑□■▪●○◊▲►▼◄';

const stand: Record<string, string> = {
  '☐': '□',
  '☑': '■',
  '☒': '■',
  '✓': '√',
  '✔': '√',
  '⇒': '→',
  '➔': '→',
  '◦': '○',
  '\u2028': '\n',
  '\u2029': '\n',
  '\t': ' ',
  '\u202f': '\u00a0',
  '\u2009': ' ',
};

export const printableLetters: string =
  ranges
    .map(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join(''),
    )
    .join('') + single;

const known = new Set([...printableLetters, '\n']);

/** Text as it can be printed: composed (NFC), without control characters, unknown letters shown as □. */
export function printable(text: string): string {
  let out = '';
  for (const letter of text.normalize('NFC').replaceAll('\r\n', '\n')) {
    const kept = stand[letter] ?? letter;
    if (known.has(kept)) out += kept;
    else if (!/[\p{Cc}\p{Cf}\p{M}\uE000\uE001]/u.test(letter)) out += '□';
  }
  return out;
}
