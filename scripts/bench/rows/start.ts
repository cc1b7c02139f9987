import { documentPath, revisionPath } from '#app/modules/documents/paths.ts';
import { publicDocumentPath } from '#app/paths.ts';
import { requestsPerSecond } from '../load.ts';
import { inTime, median } from '../rounds.ts';
import type { Effort, Measured, Row } from '../row.ts';
import { documentOf, type SampleOffice, sampleOffice, signedIn, withDatabase } from '../sample-office.ts';
import { childrenOf, memoryOf, type StartedProgram, startProgram } from '../started-program.ts';

const startLimit = 1_500;
const memoryLimit = 300;

function startProduct(office: SampleOffice, path: string): Promise<StartedProgram> {
  return startProgram('web.js', {
    arguments: ['--demo'],
    environment: { QMS_DATA: office.dataFolder, DATABASE_URL: office.databaseUrl },
    path,
  });
}

/** Pages of every kind under load, and a printed copy, so that the drawing children run too. */
async function workHard(product: StartedProgram, office: SampleOffice, { seconds }: Effort): Promise<void> {
  const documentId = await documentOf(office, 'QT-TP-01');
  const cookie = await signedIn(office, 'linh');
  const revision = await withDatabase(office, (db) =>
    db
      .selectFrom('revision')
      .select('id')
      .where('document_id', '=', documentId)
      .where('state', '=', 'released')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow(),
  );
  const load = { connections: 50, seconds, headers: { cookie } };
  await requestsPerSecond(`${product.url}${publicDocumentPath(documentId)}`, { connections: 50, seconds });
  await requestsPerSecond(`${product.url}${documentPath(documentId)}`, load);
  await requestsPerSecond(`${product.url}/documents`, load);
  await requestsPerSecond(`${product.url}/my-work`, load);
  const copy = await fetch(`${product.url}${revisionPath(revision.id, 'file.pdf')}`);
  if (copy.status !== 200) throw new Error(`The file copy answers ${copy.status}.`);
  await requestsPerSecond(`${product.url}${revisionPath(revision.id, 'file.pdf')}`, load);
}

async function startTime(office: SampleOffice, rounds: number): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const product = await startProduct(office, '/');
    times.push(product.firstAnswerAfter);
    await product.stop();
  }
  const took = median(times);
  return {
    label: 'start to first page',
    ours: inTime(took),
    against: `limit ${inTime(startLimit)}`,
    ratio: took / startLimit,
    goal: { atMost: 1 },
    note: 'node build/web.js on the data folder of the sample ward, process start to the whole start page',
  };
}

/** How soon the program answers, and how much memory its web process holds at most under load. */
export const start: Row = {
  name: 'start',
  async measure(effort) {
    const office = await sampleOffice();
    const started = await startTime(office, effort.rounds);
    const product = await startProduct(office, '/');
    try {
      const idle = memoryOf(product.pid);
      if (!idle) return [started];
      await workHard(product, office, effort);
      const used = memoryOf(product.pid)?.most ?? 0;
      const children = childrenOf(product.pid).map(({ name, most }) => `${name} ${Math.round(most)} MB`);
      return [
        started,
        {
          label: 'memory of the web process under load',
          ours: `${Math.round(used)} MB`,
          against: `limit ${memoryLimit} MB`,
          ratio: used / memoryLimit,
          goal: { atMost: 1 },
          note: `${Math.round(idle.now)} MB after the start; children beside it, at most: ${children.join(', ') || 'none'}`,
        },
      ];
    } finally {
      await product.stop();
    }
  },
};
