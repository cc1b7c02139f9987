import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { type WordBlock, type WordParagraph, type WordSheet, wordSize } from './word-sheet.ts';

/** Twentieths of a point. */
export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** What XML may not hold is left out, letters are composed. */
export function clean(text: string): string {
  return text.normalize('NFC').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

export function styles(language: WordSheet['language']) {
  const run = { font: 'Times New Roman', size: wordSize * 2, color: '000000' };
  const heading = (above: number, more: object) => ({
    run: { ...run, bold: true, ...more },
    paragraph: { spacing: { before: above * 20, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { ...run, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } } },
      heading1: heading(12, { allCaps: true }),
      heading2: heading(6, {}),
      heading3: heading(6, { italics: true }),
    },
  };
}

const bullets = ['-', '+', '•'];

export function numbering({ content, header, footer }: WordSheet) {
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    start = 1,
  ) =>
    ({
      level: at,
      format,
      text,
      start,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(6 * (at + 1)), hanging: mm(6) } } },
    }) satisfies ILevelsOptions;
  const heads: ILevelsOptions[] = ['%1.', '%1.%2.', '%1.%2.%3.'].map((text, at) => ({
    level: at,
    format: LevelFormat.DECIMAL,
    text,
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 0, hanging: 0 } } },
  }));
  const starts = new Set(
    listsIn([...header, ...content, ...footer])
      .filter((list) => list.ordered)
      .map((list) => list.start),
  );
  const deep = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return [
    { reference: 'headings', levels: heads },
    {
      reference: 'dashes',
      levels: deep.map((at) => level(at, LevelFormat.BULLET, bullets[at % bullets.length] ?? '-')),
    },
    ...[...starts].sort().map((start) => ({
      reference: `from-${start}`,
      levels: deep.map((at) => level(at, LevelFormat.DECIMAL, `%${at + 1}.`, at === 0 ? start : 1)),
    })),
  ];
}

function listsIn(blocks: readonly WordBlock[]): NonNullable<WordParagraph['list']>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.list ? [block.list] : [];
    if (block.kind === 'table') return block.rows.flat().flatMap((one) => listsIn(one.blocks));
    return [];
  });
}
