import type { Page } from 'playwright-core';
import { readPdf } from '#tests/pdf/read-pdf.ts';

/** The lines of a revision's PDF as a reader sees them, fetched from inside this person's window. */
export async function pdfLines(page: Page, revision: string): Promise<string[]> {
  const answer = await page.request.get(`${revision}/file.pdf`);
  if (!answer.ok()) throw new Error(`${revision}/file.pdf answers ${answer.status()}`);
  const { text } = readPdf(await answer.body());
  return text
    .join('\n')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines that only one of two texts has, by their longest common course. */
export function difference(before: readonly string[], after: readonly string[]) {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const [gone, come]: [string[], string[]] = [[], []];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && before[row] === after[column]) [row, column] = [row + 1, column + 1];
    else if (column >= after.length || (row < before.length && at(row + 1, column) >= at(row, column + 1)))
      gone.push(before[row++] ?? '');
    else come.push(after[column++] ?? '');
  }
  return { gone, come };
}
