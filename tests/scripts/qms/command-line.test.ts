import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copySampleWard } from '../../harness/sample-ward.ts';
import { sampleFile, sampleText } from '../../modules/documents/import/sample-procedure.ts';

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ro-viec-cli-'));
  data = join(folder, 'data');
  await copySampleWard(data);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answered {
  code: number | null;
  stdout: string;
  stderr: string;
}

function qms(args: string[], env: Record<string, string> = {}): Answered {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/qms.ts', ...args], {
    env: { ...process.env, QMS_DATA: data, ...env },
    encoding: 'utf8',
  });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** What a reading verb gives with `--json`; it must have ended well. */
function json<T = Record<string, unknown>[]>(...args: string[]): T {
  const { code, stdout, stderr } = qms([...args, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** A call that must fail: its exit code and its one sentence. */
function failure(...args: string[]): { code: number | null; sentence: string } {
  const { code, stdout, stderr } = qms(args);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return { code, sentence: stderr.trim() };
}

test('units, positions, officers and documents are arrays that lead with the key', () => {
  for (const verb of ['units', 'positions', 'officers']) {
    const rows = json(verb);
    expect(rows.length).toBeGreaterThan(3);
    expect(Object.keys(rows[0] ?? {})[0]).toBe('key');
  }
  const documents = json('documents');
  expect(Object.keys(documents[0] ?? {})).toEqual(['key', 'code', 'kind', 'title', 'state', 'inForceFrom']);
  expect(documents.find((one) => one.code === 'QT-TP-01')).toMatchObject({ state: 'in-force' });
});

test('search gives code, title and where, best first', () => {
  const found = json('search', 'dang ky khai sinh');
  expect(found[0]).toEqual({ code: 'QT-TP-01', title: 'Đăng ký khai sinh', where: 'title' });
  expect(json('search', 'QT-TP-01')[0]).toMatchObject({ code: 'QT-TP-01', where: 'code' });
  expect(json('search', 'zz không thể có zz')).toEqual([]);
});

test('duties name document, step, letter, time, form and through what', () => {
  const rows = json('duties', '--officer', 'linh');
  expect(Object.keys(rows[0] ?? {}).slice(0, 6)).toEqual([
    'document',
    'step',
    'letter',
    'within',
    'form',
    'through',
  ]);
  expect(failure('duties', '--officer', 'khong-ai')).toEqual({
    code: 1,
    sentence: 'There is no officer with the key “khong-ai”; see: qms officers.',
  });
});

interface Checklist {
  edition: string;
  seed: number;
  items: Record<string, unknown>[];
}

test('a checklist is the same for the same seed, and goes on paper', () => {
  const file = join(folder, 'checklist.pdf');
  const args = ['checklist', '--document', 'QT-TP-01', 'QT-HT-01', '--edition', '2015', '--seed', '7'];
  const first = json<Checklist>(...args);
  expect(Object.keys(first)).toEqual(['edition', 'seed', 'items']);
  expect(Object.keys(first.items[0] ?? {})).toEqual([
    ...['id', 'clause', 'question', 'document', 'revision', 'step', 'sample'],
  ]);
  expect(new Set(first.items.map((item) => item.document))).toContain('QT-HT-01');
  const { code, stdout } = qms([...args, '--json', '--pdf', file]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(first);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(json<Checklist>('checklist', '--unit', 'van-phong', '--seed', '7').items.length).toBeGreaterThan(10);
  expect(failure('checklist', '--document', 'KHONG-CO').code).toBe(1);
  expect(failure('checklist', '--unit', 'khong-co').code).toBe(1);
  expect(failure('checklist').code).toBe(2);
});

test('nonconformities are listed and shown', () => {
  const [first] = json('nonconformity', 'list');
  const number = String(first?.number);
  const file = join(folder, 'car.pdf');
  const shown = qms(['nonconformity', 'show', number, '--json', '--pdf', file]);
  expect(JSON.parse(shown.stdout)).toMatchObject({ number, statement: first?.statement });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(failure('nonconformity', 'show', 'KPH-0').sentence).toContain('see: qms nonconformity list');
});

test('texts are checked against each other and the data folder', () => {
  const texts = join(folder, 'texts');
  mkdirSync(texts, { recursive: true });
  writeFileSync(join(texts, 'bad.mdx'), '---\nkind: procedure\n---\n{process.exit()}\n');
  const { code, stdout } = qms(['check', texts, '--json']);
  const [answer] = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(Object.keys(answer)).toEqual(['file', 'findings']);
  expect(Object.keys(answer.findings[0])).toEqual(['rule', 'severity', 'line', 'column', 'message']);
  expect(failure('check', join(folder, 'nowhere')).code).toBe(1);
});

test('Word procedures and records of the portal come in, dry first', () => {
  const word = join(folder, 'quy-trinh.docx');
  const about = { file: 'a.docx', code: 'QT-TP-19', title: 'Đăng ký việc mẫu', subject: 'việc mẫu' };
  writeFileSync(word, sampleFile(sampleText({ ...about, result: 'Trích lục mẫu' })));
  const dry = qms(['import', 'procedures', word, '--dry-run', '--json']);
  const { files, set } = JSON.parse(dry.stdout);
  expect(files[0]).toMatchObject({ code: 'QT-TP-19', issue: 1 });
  expect(set).toEqual([]);
  expect(failure('import', 'procedures', word).code).toBe(2);

  const portal = join(folder, 'tthc.json');
  const record = {
    ma_thu_tuc: '1.999991',
    ten_thu_tuc: 'Việc mẫu',
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Hộ tịch',
  };
  writeFileSync(portal, JSON.stringify([record, { ...record, linh_vuc: 'Thuế' }]));
  const read = qms(['import', 'tthc', portal, '--dry-run', '--json']);
  expect(read.code).toBe(1);
  const lines = JSON.parse(read.stdout);
  expect(Object.keys(lines[0])).toEqual(['code', 'name', 'field', 'level', 'line', 'findings']);
  expect(lines.map((line: { line: string }) => line.line)).toEqual(['own', 'other']);
  writeFileSync(portal, JSON.stringify(record));
  expect(qms(['import', 'tthc', portal, '--as', 'thao', '--json']).stderr).toBe(
    '1 added, 0 changed, 0 the same.\n',
  );
  expect(qms(['import', 'tthc', portal, '--as', 'linh', '--json'])).toMatchObject({ code: 1 });
});

test('the library goes out and comes in again unchanged', () => {
  const library = join(folder, 'library');
  const out = json<string[]>('library', 'export', library);
  expect(out).toContain('procedure/QT-TP-01.mdx');
  const back = qms(['library', 'import', library, '--as', 'thao', '--json']);
  expect(JSON.parse(back.stdout)).toMatchObject({ added: [], changed: [] });
});

test('the record is verified, backed up, and restored where nothing is', () => {
  const verified = json<Record<string, unknown>>('journal', 'verify');
  expect(Object.keys(verified)).toEqual(['entries', 'ok', 'faults', 'notAnchored']);
  expect(verified.ok).toBe(true);
  const file = join(folder, 'backup.sqlite');
  expect(json<Record<string, unknown>>('backup', file)).toMatchObject({ file, files: 1 });
  expect(failure('backup', file).code).toBe(1);
  const elsewhere = { QMS_DATA: join(folder, 'elsewhere') };
  expect(qms(['restore', file, '--json'], elsewhere).code).toBe(0);
  expect(qms(['restore', file], elsewhere)).toMatchObject({ code: 1, stdout: '' });
  const again = qms(['journal', 'verify', '--json'], elsewhere);
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true });
});

test('a call that cannot be understood says how it is right', () => {
  expect(failure('dance')).toEqual({
    code: 2,
    sentence: 'There is no verb “dance”. See: npm run -s qms -- --help',
  });
  expect(failure('journal').sentence).toContain('journal verify');
  expect(failure('units', 'more').code).toBe(2);
  expect(failure('units', '--agency', 'khong-co').code).toBe(1);
  expect(failure('documents', '--on', '2026-02-30').code).toBe(2);
  expect(qms(['--help'])).toMatchObject({ code: 0, stderr: '' });
  expect(qms([]).code).toBe(2);
});

test('everything goes into one zip, from it into an empty folder, and out again to the same bytes', () => {
  const [first, again, empty] = ['all.zip', 'again.zip', 'moved'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const outcome = json<{ entries: number; journalSize: number }>('export', first);
  expect(outcome.entries).toBeGreaterThan(200);
  expect(failure('export', first)).toEqual({ code: 1, sentence: expect.stringContaining('đã có') });
  expect(failure('import', 'everything', first)).toEqual({
    code: 1,
    sentence: expect.stringContaining('đã có dữ liệu'),
  });
  const moved = { QMS_DATA: empty };
  const taken = qms(['import', 'everything', first, '--json'], moved);
  expect({ code: taken.code, stderr: taken.stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(taken.stdout).journalSize).toBe(outcome.journalSize);
  expect(qms(['journal', 'verify'], moved).code).toBe(0);
  expect(qms(['export', again], moved).code).toBe(0);
  expect(readFileSync(again).equals(readFileSync(first))).toBe(true);
  expect(failure('export')).toEqual({ code: 2, sentence: expect.stringContaining('export <file.zip>') });
});
