import { type Block, type Paragraph, paragraphsOf } from './word-document.ts';

/** Which paragraphs reached a field. What is left at the end is shown to the person importing. */
export class Reading {
  private readonly done = new Set<Paragraph>();

  take(...blocks: Block[]): void {
    for (const paragraph of paragraphsOf(blocks)) this.done.add(paragraph);
  }

  left(blocks: readonly Block[]): string[] {
    return paragraphsOf(blocks)
      .filter((paragraph) => !this.done.has(paragraph) && paragraph.text !== '')
      .map((paragraph) => paragraph.text);
  }
}
