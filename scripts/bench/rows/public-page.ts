import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicDocumentPath } from '#app/paths.ts';
import { type AskedPage, askPage } from '../asked-page.ts';
import { requestsPerSecond } from '../load.ts';
import { inRounds } from '../rounds.ts';
import type { Effort, Measured, Row } from '../row.ts';
import { documentOf, sampleOffice } from '../sample-office.ts';
import { newFolder, type StartedProgram, startProgram } from '../started-program.ts';

async function startBareServer(page: AskedPage): Promise<StartedProgram> {
  const folder = newFolder();
  const [head, body] = [join(folder, 'head.json'), join(folder, 'body.html')];
  writeFileSync(head, JSON.stringify(page.head));
  writeFileSync(body, page.body);
  return startProgram('bench-bare-server.js', { arguments: [head, body] });
}

function assertSame(ours: AskedPage, peer: AskedPage): void {
  const html = ours.body.toString('utf8');
  if (/<script[^>]+src=|__remixContext/.test(html)) throw new Error('The public page carries a script.');
  if (!ours.body.equals(peer.body)) throw new Error('Both servers must give the same bytes.');
  if (JSON.stringify(ours.head) !== JSON.stringify(peer.head)) throw new Error('The heads differ.');
}

async function compare(ours: string, peer: string, connections: number, effort: Effort): Promise<Measured> {
  const { seconds } = effort;
  const compared = await inRounds(
    effort.rounds,
    () => requestsPerSecond(ours, { connections, seconds }),
    () => requestsPerSecond(peer, { connections, seconds }),
  );
  return {
    label: `${connections} connections`,
    ours: `${Math.round(compared.ours)} pages/s`,
    against: `bare node:http ${Math.round(compared.peer)}/s`,
    ratio: compared.ratio,
    goal: { atLeast: 0.6 },
  };
}

/** The page of a procedure in force as the public sees it, against the least a server can do with the same bytes. */
export const publicPage: Row = {
  name: 'public-page',
  async measure(effort) {
    const office = await sampleOffice();
    const path = publicDocumentPath(await documentOf(office, 'QT-TP-01'));
    const product = await startProgram('web.js', {
      arguments: ['--demo'],
      environment: { QMS_DATA: office.dataFolder, DATABASE_URL: office.databaseUrl },
      path,
    });
    const page = await askPage(`${product.url}${path}`);
    const bare = await startBareServer(page);
    try {
      const [ours, peer] = [`${product.url}${path}`, bare.url];
      assertSame(await askPage(ours), await askPage(peer));
      const few = await compare(ours, peer, 10, effort);
      const many = await compare(ours, peer, 50, effort);
      assertSame(await askPage(ours), await askPage(peer));
      const note = `${page.body.length} bytes, no script; both answer with the same head and body`;
      return [{ ...few, note }, many];
    } finally {
      await Promise.all([product.stop(), bare.stop()]);
    }
  },
};
