import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, systemClock } from '#app/http/clock.ts';
import { type Installation, openInstallation } from '#app/http/installation.server.ts';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { inForceOn } from '#app/modules/documents/in-force-query.server.ts';
import { fileCopy } from '#app/modules/documents/printing/file-copy.server.ts';
import { pageOf } from '#app/modules/documents/reading/reading.server.ts';
import { type Actor, citizenOf } from '#app/permissions/actor.ts';
import { openBrowser } from '#tests/e2e/browser.ts';
import { inRounds, inTime, timed } from '../rounds.ts';
import type { Row } from '../row.ts';
import { sampleOffice } from '../sample-office.ts';
import { builtFile, newFolder } from '../started-program.ts';

const pagesAimedAt = 4;

interface Copy {
  revisionId: string;
  code: string;
  pages: number;
  html: string;
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;
}

/** Made anew each time: the folder of finished copies is another one. */
async function makeCopy(house: Installation, actor: Actor, revisionId: string): Promise<Buffer> {
  const room = { ...house, folder: newFolder(), origin: 'http://localhost' };
  const { bytes } = await fileCopy(room, actor, revisionId, dayOf(house.clock.now()));
  return bytes;
}

/** A text in force (a form is mostly empty lines) whose printed copy has four pages, or as near to it as there is. */
async function documentOfFourPages(house: Installation, actor: Actor): Promise<Copy> {
  const { db, clock } = house;
  const rows = await db
    .selectFrom(inForceOn(db, actor.agencyId, dayOf(clock.now())).as('current'))
    .innerJoin('revision', 'revision.id', 'current.revision_id')
    .innerJoin('document', 'document.id', 'current.document_id')
    .select(['revision.id', 'revision.page_sha256', 'document.code'])
    .where('revision.kind', '<>', 'form')
    .orderBy('document.code')
    .execute();
  let best: Copy | null = null;
  for (const row of rows) {
    const pages = pagesOf(await makeCopy(house, actor, row.id));
    if (best && Math.abs(pages - pagesAimedAt) >= Math.abs(best.pages - pagesAimedAt)) continue;
    const html = (await pageOf(db, row)) ?? '';
    best = { revisionId: row.id, code: row.code ?? '', pages, html };
    if (pages === pagesAimedAt) break;
  }
  if (!best) throw new Error('The sample ward has no document in force.');
  return best;
}

/** The page as a browser prints it: the stored HTML with the product's own style sheets. */
function printedPage(html: string): string {
  const folder = builtFile('client/assets');
  const styles = readdirSync(folder).filter((file) => file.endsWith('.css'));
  const css = styles.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${css}</style></head><body><article class="document">${html}</article></body></html>`;
}

async function compare(house: Installation, effort: { rounds: number }) {
  const actor: Actor = { ...citizenOf(await homeAgency(house.db)), roles: ['officer'] };
  const copy = await documentOfFourPages(house, actor);
  const first = await makeCopy(house, actor, copy.revisionId);
  if (!first.equals(await makeCopy(house, actor, copy.revisionId)))
    throw new Error('The file copy is not the same twice.');
  const page = printedPage(copy.html);
  const browser = await openBrowser();
  try {
    const print = async () => {
      const tab = await browser.newPage();
      await tab.setContent(page, { waitUntil: 'load' });
      const bytes = await tab.pdf({ format: 'A4' });
      await tab.close();
      return bytes;
    };
    const printed = await print();
    const compared = await inRounds(
      effort.rounds * 4,
      () => timed(() => makeCopy(house, actor, copy.revisionId)),
      () => timed(print),
    );
    return {
      copy,
      bytes: first.length,
      printedPages: pagesOf(printed),
      printedBytes: printed.length,
      compared,
    };
  } finally {
    await browser.close();
  }
}

/** The file copy of a four-page document, made anew by a warm program, against a warm browser printing the same text. */
export const pdf: Row = {
  name: 'pdf',
  async measure(effort) {
    const office = await sampleOffice();
    const house = await openInstallation({ ...office, clock: systemClock });
    try {
      const { copy, bytes, printedPages, printedBytes, compared } = await compare(house, effort);
      return [
        {
          label: `file copy of ${copy.pages} pages`,
          ours: inTime(compared.ours),
          against: `Chromium ${inTime(compared.peer)}`,
          ratio: compared.ratio,
          goal: { atMost: 0.5 },
          note: `${copy.code}; ours from the database to the bytes (${Math.round(bytes / 1024)} KB), never from the kept copy; Chromium: new page, set content, print (${printedPages} pages, ${Math.round(printedBytes / 1024)} KB)`,
        },
      ];
    } finally {
      await house.close();
    }
  },
};
