/**
 * The process that draws. It is started with no secrets in its environment, may read only its own file and the
 * fonts, and opens no connection. It gets a sheet of either kind, answers with bytes.
 */
import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { drawSheet, type FontBytes, prepareDrawing } from './draw.ts';
import type { Sheet } from './sheet.ts';
import type { WordSheet } from './word/word-sheet.ts';

/** What is drawn: pages, or a Word file. */
export type Paper = { sheet: Sheet } | { word: WordSheet };
export type PressJob = { id: number } & Paper;
export type PressAnswer = { id: number; bytes: Uint8Array } | { id: number; refusal: string };

const refuseNetwork = () => {
  throw new Error('The press opens no connection.');
};
globalThis.fetch = refuseNetwork;
Socket.prototype.connect = refuseNetwork;

const folder = process.argv[2];
if (!folder) throw new Error('The press needs the folder of its fonts.');
const face = (name: keyof FontBytes) => readFileSync(join(folder, `${name}.ttf`));
prepareDrawing({
  normal: face('normal'),
  bold: face('bold'),
  italics: face('italics'),
  bolditalics: face('bolditalics'),
});

async function drawPaper(paper: Paper): Promise<Uint8Array> {
  if ('sheet' in paper) return drawSheet(paper.sheet);
  // Read only when a Word file is asked for.
  const { drawWord } = await import('./word/draw-word.ts');
  return drawWord(paper.word);
}

async function answer(job: PressJob): Promise<PressAnswer> {
  try {
    return { id: job.id, bytes: await drawPaper(job) };
  } catch (error) {
    return { id: job.id, refusal: error instanceof Error ? error.message : String(error) };
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job: PressJob) => {
  void answer(job).then((result) => process.send?.(result));
});
process.send?.({ ready: true });
