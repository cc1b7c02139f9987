import { foldWords, isUpperCase, oneLine } from './folded.ts';
import { nationalMotto, opensAnnex } from './parts.ts';
import type { Reading } from './reading.ts';
import { type Block, type Paragraph, paragraphsOf, printed } from './word-document.ts';

/** Forms and appendices behind the procedure, each with the text it holds. */
export function readAnnexes(blocks: readonly Block[], reading: Reading): { title: string; text: string }[] {
  const annexes: { title: string; lines: string[] }[] = [];
  let headed = false;
  for (const block of blocks) {
    const lines = linesOf(block);
    if (lines.length === 0) continue;
    reading.take(block);
    const opens = opensSheet(block, headed);
    if (annexes.length === 0 || opens) annexes.push({ title: '', lines: [] });
    headed = block.kind === 'paragraph' && (block.bold || isUpperCase(block.text));
    const annex = annexes.at(-1);
    if (annex === undefined) continue;
    if (annex.title === '') annex.title = titleIn(block);
    annex.lines.push(...lines);
  }
  return annexes.map(({ title, lines }) => ({ title, text: lines.join('\n') }));
}

function opensSheet(block: Block, headed: boolean): boolean {
  if (block.kind === 'table') return paragraphsOf([block]).some((p) => nationalMotto.test(foldWords(p.text)));
  return nationalMotto.test(foldWords(block.text)) || (!headed && opensAnnex(block));
}

function titleIn(block: Block): string {
  const candidates = paragraphsOf([block]).filter(
    (p) => p.text.length > 5 && isUpperCase(p.text) && !isMotto(p),
  );
  return oneLine(candidates[0]?.text ?? '').slice(0, 200);
}

function isMotto(paragraph: Paragraph): boolean {
  return /^(?:cong hoa xa hoi|doc lap tu do|socialist republic|independence)/.test(foldWords(paragraph.text));
}

export function linesOf(block: Block): string[] {
  return paragraphsOf([block]).flatMap((paragraph) => [
    ...(paragraph.text === '' ? [] : [printed(paragraph)]),
    ...paragraph.footnotes,
  ]);
}
