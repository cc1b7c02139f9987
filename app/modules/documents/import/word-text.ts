import { type Block, cellsOf, type Paragraph } from './word-document.ts';

/** One line per line of the page: composed letters, single spaces, nothing that a reader cannot see. */
export function collapse(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{C}/gu, (character) => (/[\n\t]/.test(character) ? character : ''))
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

export function textOf(blocks: readonly Block[]): string {
  return flatParagraphs(blocks)
    .map((paragraph) => paragraph.text)
    .filter((text) => text !== '')
    .join('\n');
}

/** The paragraphs themselves, text boxes left where they are anchored. */
export function flatParagraphs(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : cellsOf(block).flatMap((cell) => flatParagraphs(cell.blocks)),
  );
}
