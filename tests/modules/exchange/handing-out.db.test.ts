import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOutEverything, recordExport } from '#app/modules/exchange/handing-out.server.ts';
import { printedCopies } from '#app/modules/exchange/printed-copies.server.ts';
import { createPdfPress } from '#app/pdf/renderer.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { closePress, Desk, refusalOf } from '../documents/desk.ts';
import { formText } from '../documents/procedure-text.ts';

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'ro-viec-hand-out-test-'));
const filesFolder = join(folder, 'files');
const pdf = createPdfPress();
const now = '2026-06-15T02:00:00.000Z';
const day = '2026-06-16';

beforeAll(async () => {
  mkdirSync(filesFolder);
  desk = await Desk.open();
  const form = await desk.approved(formText(), now);
  await desk.release([form.revisionId], {}, now);
});
afterAll(async () => {
  await pdf.close();
  await desk.close();
  await closePress();
  rmSync(folder, { recursive: true, force: true });
});

const source = { dataFolder: folder, filesFolder, appVersion: '' };

async function handedOut(): Promise<Buffer> {
  const room = { press: desk.press, pdf, folder: join(folder, 'copies'), origin: 'https://iso.example' };
  const printed = (copy: typeof desk.db, on: string) => printedCopies(room, copy, on);
  const { bytes, stream } = await handOutEverything(source, desk.database.url, { day, printed }, now);
  const whole = Buffer.concat(await stream.toArray());
  expect(whole.length).toBe(bytes);
  return whole;
}

test('what is handed out holds copies of what is in force and no passwords, and is the same again', async () => {
  const first = await handedOut();
  const parts = unzipSync(first);
  expect(strFromU8((parts['copies/BM-TP-09-01.pdf'] ?? new Uint8Array()).subarray(0, 5), true)).toBe('%PDF-');
  expect(strFromU8(parts['data/account.jsonl'] ?? new Uint8Array())).not.toContain('password_hash');
  expect((await handedOut()).equals(first)).toBe(true);
});

test('one at a time', async () => {
  const running = handedOut();
  expect(await refusalOf(handOutEverything(source, desk.database.url, { day }, now))).toBe(
    'exchange.refusal.running',
  );
  await running;
});

test('who takes everything out stands in the journal, and may only be who exchanges the library', async () => {
  await inTransaction(desk.db, (trx) => recordExport(trx, desk.people.hoa, now));
  const entry = await desk.db
    .selectFrom('journal_entry')
    .select(['action', 'actor_name'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(entry).toEqual({ action: 'record.exported', actor_name: desk.people.hoa.name });
  await expect(inTransaction(desk.db, (trx) => recordExport(trx, desk.people.mai, now))).rejects.toThrow();
  await desk.journalIsSound();
});
