import { documentPath } from '#app/modules/documents/paths.ts';
import { askPage } from '../asked-page.ts';
import { requestsPerSecond } from '../load.ts';
import { inRounds } from '../rounds.ts';
import type { Measured, Row } from '../row.ts';
import { documentOf, type SampleOffice, sampleOffice, signedIn } from '../sample-office.ts';
import { type StartedProgram, startProgram } from '../started-program.ts';

async function pageBytes(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const { status, body } = await askPage(url, headers);
  if (status !== 200) throw new Error(`${url} answers ${status}.`);
  return body;
}

/** The empty route with a page of as many bytes as ours. */
async function startEmptyRoute(office: SampleOffice, bytes: number): Promise<StartedProgram> {
  const start = (letters: number) =>
    startProgram('bench-empty-route.js', {
      environment: {
        QMS_DATA: office.dataFolder,
        DATABASE_URL: office.databaseUrl,
        FILLER_LETTERS: String(letters),
      },
      path: '/empty',
    });
  let letters = Math.round(bytes * 0.7);
  for (;;) {
    const peer = await start(letters);
    const missing = bytes - (await pageBytes(`${peer.url}/empty`)).length;
    if (Math.abs(missing) <= bytes / 100) return peer;
    await peer.stop();
    letters += Math.round(missing * 0.76);
  }
}

/** The page is kept for its reader until something is recorded: what it costs to make is told beside it. */
async function noteOn(
  url: string,
  headers: Record<string, string>,
  bytes: number,
  seconds: number,
): Promise<string> {
  // A question in the address keeps the page from being kept.
  const anew = await requestsPerSecond(`${url}?on=`, { connections: 10, seconds, headers });
  return `${bytes} bytes each; the peer has no loader and no database; ours is kept for its reader until something is recorded, made anew each time it gives ${Math.round(anew)} pages/s`;
}

/** The same page for somebody who is signed in and has steps in it, against a Remix route that asks nobody anything. */
export const signedInPage: Row = {
  name: 'signed-in-page',
  async measure({ rounds, seconds }) {
    const office = await sampleOffice();
    const path = documentPath(await documentOf(office, 'QT-TP-01'));
    const headers = { cookie: await signedIn(office, 'linh') };
    const product = await startProgram('web.js', {
      arguments: ['--demo'],
      environment: { QMS_DATA: office.dataFolder, DATABASE_URL: office.databaseUrl },
    });
    const url = `${product.url}${path}`;
    const page = await pageBytes(url, headers);
    const text = page.toString('utf8');
    if (!text.includes('Vũ Thùy Linh') || !text.includes('my-steps')) {
      throw new Error('The page does not show the steps of who is signed in.');
    }
    const empty = await startEmptyRoute(office, page.length);
    try {
      const measured: Measured[] = [];
      for (const connections of [10, 50]) {
        const compared = await inRounds(
          rounds,
          () => requestsPerSecond(url, { connections, seconds, headers }),
          () => requestsPerSecond(`${empty.url}/empty`, { connections, seconds, headers }),
        );
        measured.push({
          label: `${connections} connections`,
          ours: `${Math.round(compared.ours)} pages/s`,
          against: `empty Remix route ${Math.round(compared.peer)}/s`,
          ratio: compared.ratio,
          goal: { atLeast: 0.7 },
          ...(connections === 10 ? { note: await noteOn(url, headers, page.length, seconds) } : {}),
        });
      }
      return measured;
    } finally {
      await Promise.all([product.stop(), empty.stop()]);
    }
  },
};
