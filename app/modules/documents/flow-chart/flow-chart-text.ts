/** How wide words are and where they turn, without a font at hand: good to a few per cent for Times-like letters. */

const byThousandth: [string, number][] = [
  ["'", 180],
  ['|', 200],
  [' .,', 250],
  ['ijlt:;/\\', 278],
  ['frI-()[]', 333],
  ['s', 389],
  ['acez"?', 444],
  ['bdghknopquvxyđ0123456789$*_', 500],
  ['FPSJ+=<>', 560],
  ['ELTZ', 611],
  ['BCR', 667],
  ['wADGHKNOQUVXYĐ&', 722],
  ['mM', 800],
  ['W%—', 940],
];
const widths = new Map(
  byThousandth.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])),
);

/** Width of text in a Times-like face, in the unit of `size`. Marks above and below letters take no room. */
export function timesWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text.normalize('NFD')) {
    if (/\p{M}/u.test(letter)) sum += letter === '\u031b' ? 40 : 0;
    else sum += widths.get(letter) ?? 550;
  }
  return (sum * size) / 1000;
}

export type Measure = (text: string, size: number) => number;

/** Lines of words, each no wider than `room(line number)` says; null when a word is wider than its line. */
export function wrapInto(
  words: string[],
  size: number,
  measure: Measure,
  room: (line: number) => number,
): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer, size) <= room(lines.length)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    if (measure(word, size) > room(lines.length)) return null;
  }
  if (line) lines.push(line);
  return lines;
}

/** Lines of one width; a word wider than the line is cut. */
export function wrap(text: string, size: number, measure: Measure, width: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => {
    if (measure(word, size) <= width) return [word];
    const letters = Math.max(1, Math.floor((word.length * width) / measure(word, size)) - 1);
    return word.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [word];
  });
  return wrapInto(words, size, measure, () => width) ?? [text];
}
