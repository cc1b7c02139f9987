import { elementOf, elementsOf, valOf, type XmlElement } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}
interface List {
  abstract: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

/** Prints list labels in reading order: call `label` once per numbered paragraph. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, number[]>();
  private readonly restarted = new Set<string>();

  constructor(part: XmlElement | null) {
    if (part === null) return;
    const abstracts = new Map<string, Map<number, Level>>();
    for (const abstract of elementsOf(part, 'w:abstractNum'))
      abstracts.set(abstract.attributes['w:abstractNumId'] ?? '', levelsOf(abstract));
    for (const num of elementsOf(part, 'w:num')) {
      const abstract = valOf(num, 'w:abstractNumId') ?? '';
      const levels = new Map(abstracts.get(abstract));
      const starts = new Map<number, number>();
      for (const override of elementsOf(num, 'w:lvlOverride')) {
        const index = Number(override.attributes['w:ilvl'] ?? 0);
        for (const [at, level] of levelsOf(override)) levels.set(at, level);
        const start = valOf(override, 'w:startOverride');
        if (start !== undefined) starts.set(index, Number(start));
      }
      this.lists.set(num.attributes['w:numId'] ?? '', { abstract, starts, levels });
    }
  }

  label(numId: string, levelIndex: number): string | null {
    const list = this.lists.get(numId);
    const level = list?.levels.get(levelIndex);
    if (list === undefined || level === undefined) return null;
    const counters = this.advance(numId, list, levelIndex, level);
    if (level.format === 'bullet') return '-';
    if (level.format === 'none') return level.text.replace(/%\d/g, '').trim() || null;
    return level.text.replace(/%(\d)/g, (_whole, digit: string) => {
      const at = Number(digit) - 1;
      const value = counters[at] ?? list.levels.get(at)?.start ?? 1;
      return written(value, list.levels.get(at)?.format ?? 'decimal');
    });
  }

  private advance(numId: string, list: List, levelIndex: number, level: Level): number[] {
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    const override = list.starts.get(levelIndex);
    const key = `${numId}/${levelIndex}`;
    if (override !== undefined && !this.restarted.has(key)) {
      this.restarted.add(key);
      counters[levelIndex] = override;
    } else {
      const before = counters[levelIndex];
      counters[levelIndex] = before === undefined ? level.start : before + 1;
    }
    counters.length = levelIndex + 1;
    return counters;
  }
}

function levelsOf(parent: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(parent, 'w:lvl').map((level) => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        start: Number(valOf(level, 'w:start') ?? 1),
        format: valOf(level, 'w:numFmt') ?? 'decimal',
        text: valOf(level, 'w:lvlText') ?? '',
      },
    ]),
  );
}

/** The numbering properties a paragraph style brings along. */
export function styleNumbering(style: XmlElement): { numId: string; level: number } | null {
  const numbering = elementOf(style, 'w:pPr', 'w:numPr');
  const numId = valOf(numbering, 'w:numId');
  return numId === undefined ? null : { numId, level: Number(valOf(numbering, 'w:ilvl') ?? 0) };
}

function written(value: number, format: string): string {
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'lowerLetter') return letters(value);
  if (format === 'upperLetter') return letters(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  return String(value);
}

function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((Math.max(1, value) - 1) % 26));
  return letter.repeat(Math.min(8, Math.ceil(Math.max(1, value) / 26)));
}

const romanSigns: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = Math.min(Math.max(1, value), 400);
  let text = '';
  for (const [size, sign] of romanSigns) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
