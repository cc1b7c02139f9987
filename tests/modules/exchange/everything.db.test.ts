import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportEverything } from '#app/modules/exchange/exporting.server.ts';
import { importEverything } from '#app/modules/exchange/importing.server.ts';
import { addFile, putFile } from '#app/modules/files/file-store.server.ts';
import { sha256 } from '#app/modules/journal/canonical.ts';
import { canonicalExport } from '#app/modules/journal/canonical-export.server.ts';
import { newSigningKey } from '#app/modules/journal/head.ts';
import { anchorJournal } from '#app/modules/journal/heads.server.ts';
import { record } from '#app/modules/journal/record.server.ts';
import { openDatabase } from '#db/connection.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { openTestDatabase, type TestDatabase } from '#tests/database.ts';
import { workByChance } from '#tests/harness/random-office.ts';
import { tablesNow } from '#tests/harness/tables-now.ts';
import { refusalOf } from '../documents/desk.ts';
import { zip } from '../documents/import/word-file.ts';
import { CaseDesk } from '../nonconformities/case-desk.ts';

const now = '2027-01-01T02:00:00.000Z';
const day = '2027-01-01';
const folder = mkdtempSync(join(tmpdir(), 'ro-viec-exchange-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
interface Place {
  db: Db;
  dataFolder: string;
  filesFolder: string;
  appVersion: string;
}

function placeOf(db: Db): Place {
  const dataFolder = join(folder, `data-${++made}`);
  const filesFolder = join(dataFolder, 'files');
  mkdirSync(filesFolder, { recursive: true });
  return { db, dataFolder, filesFolder, appVersion: '1' };
}

async function exported(place: Place, passwords: 'kept' | 'left-out' = 'kept'): Promise<string> {
  const file = join(folder, `export-${++made}.zip`);
  await exportEverything(place, file, { day, passwords }, now);
  return file;
}

/** An office that worked for a while by chance, with a stored file and a signed head. */
async function workedOffice(
  seed: number,
  commands: number,
): Promise<{ place: Place; close(): Promise<void> }> {
  const desk = await CaseDesk.open();
  await workByChance(desk, seed, commands);
  const place = placeOf(desk.db);
  const { hoa } = desk.people;
  const scan = Buffer.from(`%PDF-1.4 bản quét ${seed}`);
  const hash = await putFile(place.filesFolder, scan);
  await inTransaction(desk.db, async (trx) => {
    const about = { sha256: hash, size: scan.length, mediaType: 'application/pdf', name: 'Quyết định.pdf' };
    const id = await addFile(trx, hoa, { ...about, objectType: 'release', objectId: '' }, now);
    await record(trx, hoa, { action: 'file.stored', object: { type: 'file', id }, now });
  });
  const key = newSigningKey();
  await anchorJournal(desk.db, { dataFolder: place.dataFolder, signingKey: key, origin: 'test' }, now);
  return { place, close: () => desk.audit.desk.close() };
}

describe('everything of an office', () => {
  test.each([3, 20_261_121, 77])(
    'goes out, into an empty system of either kind and out again with the same bytes (season %i)',
    async (seed) => {
      const office = await workedOffice(seed, 120);
      const own: TestDatabase = await openTestDatabase();
      const other = await openDatabase(join(folder, `other-${seed}.sqlite`));
      try {
        const first = await exported(office.place);
        const bytes = readFileSync(first);
        for (const db of [own.db, other]) {
          const place = placeOf(db);
          await importEverything(place, first, now);
          expect((await canonicalExport(db)).hash).toBe((await canonicalExport(office.place.db)).hash);
          expect(readFileSync(await exported(place)).equals(bytes)).toBe(true);
        }
      } finally {
        await own.close();
        await other.destroy();
        await office.close();
      }
    },
    120_000,
  );
});

describe('an archive', () => {
  let office: Awaited<ReturnType<typeof workedOffice>>;
  let parts: Record<string, Uint8Array>;
  let target: TestDatabase;
  beforeAll(async () => {
    office = await workedOffice(5, 60);
    parts = unzipSync(readFileSync(await exported(office.place)));
    target = await openTestDatabase();
  }, 120_000);
  afterAll(async () => {
    await target.close();
    await office.close();
  });

  function written(bytes: Uint8Array): string {
    const file = join(folder, `changed-${++made}.zip`);
    writeFileSync(file, bytes);
    return file;
  }

  /** What is said of a file, and that it left the target as it was. */
  async function refusalTo(bytes: Uint8Array): Promise<string> {
    const before = await tablesNow(target.db);
    const code = await refusalOf(importEverything(placeOf(target.db), written(bytes), now));
    expect(await tablesNow(target.db)).toEqual(before);
    return code;
  }

  /** The archive with one entry changed and, where asked, its manifest made to fit. */
  function forged(path: string, change: (text: string) => string, fitting = true): Uint8Array {
    const changed = { ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) };
    if (!fitting) return zipSync(changed);
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
    for (const entry of manifest.entries) {
      if (entry.path !== path) continue;
      entry.sha256 = sha256(changed[path] ?? '');
      entry.bytes = changed[path]?.length;
    }
    return zipSync({ ...changed, 'manifest.json': strToU8(JSON.stringify(manifest)) });
  }

  test('is readable by people: texts by code, rows by table, fields of Nghị định 30/2020 Phụ lục VI', () => {
    const names = Object.keys(parts);
    expect(names.filter((name) => /^documents\/QT-[^/]+\/lan-01-00\.r1\.vi\.mdx$/.test(name))).not.toEqual(
      [],
    );
    expect(names).toContain('data/signature.jsonl');
    const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array()));
    for (const { path, sha256: told, bytes } of manifest.entries) {
      expect(sha256(parts[path] ?? ''), path).toBe(told);
      expect(parts[path]?.length).toBe(bytes);
    }
    expect(manifest.entries).toHaveLength(names.length - 1);
    const [document] = manifest.documents;
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining([
        'FileCode',
        'TypeName',
        'CodeNumber',
        'CodeNotation',
        'IssuedDate',
        'OrganName',
      ]),
    );
    expect(document.FileCode.FileCatalog).toMatch(/^\d{4}$/);
  });

  test('without passwords is for reading only', async () => {
    const file = await exported(office.place, 'left-out');
    const accounts = strFromU8(unzipSync(readFileSync(file))['data/account.jsonl'] ?? new Uint8Array());
    expect(accounts).not.toContain('password_hash');
    expect(await refusalOf(importEverything(placeOf(target.db), file, now))).toBe(
      'exchange.refusal.read-only',
    );
  });

  test('is refused when a byte, a row or a text was changed, with or without its manifest', async () => {
    const broken = Buffer.from(readFileSync(written(zipSync(parts))));
    broken[Math.floor(broken.length / 3)] = (broken[Math.floor(broken.length / 3)] ?? 0) ^ 0xff;
    expect(await refusalTo(broken)).toMatch(/^exchange\.refusal\.(changed|broken)$/);
    expect(await refusalTo(zipSync(parts).subarray(0, 4000))).toBe('exchange.refusal.broken');
    const text = Object.keys(parts).find((name) => name.endsWith('.mdx')) ?? '';
    expect(await refusalTo(forged(text, (words) => `${words}x`, false))).toBe('exchange.refusal.changed');
    expect(await refusalTo(forged(text, (words) => `${words}x`))).toBe('backup.refusal.fault');
    expect(
      await refusalTo(
        forged('data/signature.jsonl', (rows) =>
          rows.replace(/"officer_name":"[^"]*"/, '"officer_name":"Ai đó"'),
        ),
      ),
    ).toBe('backup.refusal.fault');
    expect(
      await refusalTo(forged('data/officer.jsonl', (rows) => rows.split('\n').slice(1).join('\n'))),
    ).toMatch(/refusal\.(unfit|fault)$/);
    expect(await refusalTo(forged('data/unit.jsonl', (rows) => rows.replace('{', '{"evil":"1",')))).toBe(
      'exchange.refusal.unfit',
    );
    expect(await refusalTo(forged('data/unit.jsonl', () => 'no row\n'))).toBe('exchange.refusal.unfit');
  });

  test('is refused when an entry is missing, added, doubled, hostile or a bomb', async () => {
    const { 'data/unit.jsonl': _gone, ...without } = parts;
    expect(await refusalTo(zipSync(without))).toBe('exchange.refusal.missing');
    expect(await refusalTo(zipSync({ ...parts, 'data/extra.jsonl': strToU8('{}') }))).toBe(
      'exchange.refusal.untold',
    );
    const entries = (more: [string, string][]) =>
      zip([...Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes)] as const), ...more]);
    expect(await refusalTo(entries([['data/unit.jsonl', '{}']]))).toBe('exchange.refusal.twice');
    for (const name of [
      '../evil',
      '/etc/passwd',
      'data/../../evil',
      'C:\\evil',
      'documents/a/b/c.mdx',
      'x.exe',
    ])
      expect(await refusalTo(entries([[name, 'x']])), name).toBe('exchange.refusal.hostile');
    const bomb = new Uint8Array(20 * 1024 * 1024);
    expect(await refusalTo(zipSync({ ...parts, 'data/bomb.jsonl': bomb }))).toBe(
      'exchange.refusal.too-large',
    );
    expect(await refusalTo(zipSync({ 'README.txt': strToU8('x') }))).toBe('exchange.refusal.no-manifest');
    expect(await refusalTo(Buffer.from('not a zip'))).toBe('exchange.refusal.broken');
    expect(await refusalOf(importEverything(placeOf(target.db), join(folder, 'nothing.zip'), now))).toBe(
      'exchange.refusal.no-file',
    );
  });

  test('of a newer program, or for a place that holds something, is refused', async () => {
    const newer = (text: string) => text.replace(/"schema": \d+/, '"schema": 9999');
    expect(await refusalTo(forged('manifest.json', newer, false))).toBe('exchange.refusal.newer');
    const file = written(zipSync(parts));
    expect(await refusalOf(importEverything(placeOf(office.place.db), file, now))).toBe(
      'backup.refusal.not-empty',
    );
    expect(await refusalOf(exportEverything(office.place, file, { day, passwords: 'kept' }, now))).toBe(
      'exchange.refusal.exists',
    );
  });
});
