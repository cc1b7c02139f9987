import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#app/http/clock.ts';
import { type Installation, openInstallation } from '#app/http/installation.server.ts';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { createDocument } from '#app/modules/documents/drafting/draft.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { inRounds, timed } from '../rounds.ts';
import type { Row } from '../row.ts';
import { builtFile, newFolder } from '../started-program.ts';

const wanted = 1_000;
const processes = 2;
/** Documents recorded in one transaction. */
const together = 20;

/** Different texts of real shape: the library's procedures, each time with another title and another scope. */
function makeTexts(count: number): string[] {
  const folder = 'content/library/procedures';
  const models = readdirSync(folder)
    .filter((file) => file.endsWith('.mdx'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return Array.from({ length: count }, (_unused, at) => {
    const model = models[at % models.length] ?? '';
    return model
      .replace(/^code:.*$/m, `code: QT-BD-${at + 1}`)
      .replace(/(<Section id="pham-vi"[^>]*>\s*)/, `$1Áp dụng từ lần ban hành thứ ${at + 1} của bản đo.\n\n`);
  });
}

/**
 * Guards, compiles, bundles and draws every text, and records it as a draft with its journal entry and its words. The
 * first are recorded while the next are still being drawn.
 */
async function pressAndIndex(house: Installation, agencyId: string, texts: readonly string[]): Promise<void> {
  const actor = systemOf(agencyId);
  const drawing = texts.map((source) => house.press.press(source, { file: 'text.mdx', locale: 'vi' }));
  for (let from = 0; from < texts.length; from += together) {
    const drawn = await Promise.all(drawing.slice(from, from + together));
    await inTransaction(house.db, async (trx) => {
      for (const [index, { compiled, html, findings }] of drawn.entries()) {
        if (!compiled || !html) throw new Error(`A text was refused: ${findings[0]?.message}`);
        const input = { source: texts[from + index] ?? '', frontMatter: compiled.frontMatter, compiled };
        await createDocument(trx, actor, input, house.clock.now());
      }
    });
  }
}

async function startBundlers(): Promise<ChildProcess[]> {
  const children = Array.from({ length: processes }, () => fork(builtFile('bench-plain-bundler.js')));
  await Promise.all(children.map((child) => once(child, 'message')));
  return children;
}

async function bundlePlainly(children: readonly ChildProcess[], texts: readonly string[]): Promise<void> {
  const waiting = [...texts];
  await Promise.all(
    children.map(async (child) => {
      for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
        child.send(text);
        const [length] = await once(child, 'message');
        if (!(Number(length) > text.length / 2)) throw new Error('mdx-bundler lost most of a text.');
      }
    }),
  );
}

/** From text to page, rows and index, against mdx-bundler alone over the same texts in as many processes. */
export const texts: Row = {
  name: 'texts',
  async measure({ rounds, share }) {
    const dataFolder = newFolder();
    const databaseUrl = join(dataFolder, 'qms.sqlite');
    const house = await openInstallation({ dataFolder, databaseUrl, clock: systemClock });
    const bundlers = await startBundlers();
    try {
      const agencyId = await homeAgency(house.db);
      const all = makeTexts(wanted * share + 20);
      const warming = all.splice(0, 20);
      await pressAndIndex(house, agencyId, warming);
      await bundlePlainly(bundlers, warming);
      const size = Math.ceil((wanted * share) / rounds);
      let [ourTurn, theirTurn] = [0, 0];
      const perSecond = async (work: (part: string[]) => Promise<void>, turn: number) => {
        const part = all.slice(turn * size, (turn + 1) * size);
        return (part.length / (await timed(() => work(part)))) * 1000;
      };
      const compared = await inRounds(
        rounds,
        () => perSecond((part) => pressAndIndex(house, agencyId, part), ourTurn++),
        () => perSecond((part) => bundlePlainly(bundlers, part), theirTurn++),
      );
      const letters = all.reduce((sum, text) => sum + text.length, 0);
      return [
        {
          label: `${all.length} documents`,
          ours: `${compared.ours.toFixed(1)}/s`,
          against: `mdx-bundler alone ${compared.peer.toFixed(1)}/s`,
          ratio: compared.ratio,
          goal: { atLeast: 0.6 },
          note: `${Math.round(letters / all.length)} letters each, ${processes} processes on both sides; ours guards, compiles, bundles, evaluates and draws, then records draft, journal and index`,
        },
      ];
    } finally {
      for (const child of bundlers) child.disconnect();
      await house.close();
    }
  },
};
