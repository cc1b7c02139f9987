import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPressFiles, type PressFiles } from '#app/pdf/press-files.ts';
import { createPdfPress, lockedNodeFlags, type PdfPress } from '#app/pdf/renderer.ts';
import type { SheetNode } from '#app/pdf/sheet.ts';
import { isoSheet } from '#app/pdf/sheets/iso-sheet.ts';
import { oneLine, readPdf } from './read-pdf.ts';
import { plainSheet, procedureInForce } from './ward-papers.ts';

let files: PressFiles;
let press: PdfPress;
beforeAll(async () => {
  files = await findPressFiles();
  press = createPdfPress({ files });
});
afterAll(() => press.close());

/** Counted once the loop has had its turn to close what has ended. */
async function childrenRunning(): Promise<number> {
  await new Promise((turn) => setImmediate(turn));
  await new Promise((turn) => setImmediate(turn));
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
}

describe('the same sheet', () => {
  test('gives the same bytes, also from a fresh process', async () => {
    const sheet = isoSheet(procedureInForce());
    const first = await press.render(sheet);
    await press.render(plainSheet([{ text: 'Một trang khác ở giữa' }]));
    expect((await press.render(sheet)).equals(first)).toBe(true);
    const other = createPdfPress({ files });
    expect((await other.render(sheet)).equals(first)).toBe(true);
    await other.close();
  });

  test('with another stamp is another file', async () => {
    const first = await press.render(plainSheet([{ text: 'A' }]));
    const second = await press.render(plainSheet([{ text: 'A' }], { stamp: '2026-01-06T02:00:00.000Z' }));
    expect(second.equals(first)).toBe(false);
  });
});

describe('Vietnamese', () => {
  const letters =
    'ằẳẵặắ ầẩẫậấ ềểễệế ồổỗộố ờởỡợớ ừửữựứ ỳỷỹỵý Đđ Ưư Ơơ Ăă ẰẲẴẶẮ ẦẨẪẬẤ ỀỂỄỆẾ ỒỔỖỘỐ ỜỞỠỢỚ ỪỬỮỰỨ ỲỶỸỴÝ “” – ≤ ₫ □ ■';

  test.each(['bold', 'italics', 'none'] as const)('comes back whole from the file (%s)', async (look) => {
    const pdf = readPdf(
      await press.render(plainSheet([{ text: letters, ...(look === 'none' ? {} : { [look]: true }) }])),
    );
    expect(oneLine(pdf.text[0] ?? '').trim()).toBe(letters);
  });

  test('typed with separate marks is printed composed', async () => {
    const pdf = readPdf(await press.render(plainSheet([{ text: 'Ký duyệt hồ sơ'.normalize('NFD') }])));
    expect(pdf.text[0]?.trim()).toBe('Ký duyệt hồ sơ');
  });

  test('a letter the font lacks is seen as a box', async () => {
    const pdf = readPdf(await press.render(plainSheet([{ text: 'Hồ sơ 漢 số 1' }])));
    expect(pdf.text[0]?.trim()).toBe('Hồ sơ □ số 1');
  });
});

describe('a sheet that asks for something outside it', () => {
  const secret = 'CANARY-7f1d-mat-khau';
  const folder = mkdtempSync(join(tmpdir(), 'canary-'));
  const canary = join(folder, 'canary.png');
  writeFileSync(canary, secret);
  let hits = 0;
  const listener = createServer((_, answer) => {
    hits += 1;
    answer.end(secret);
  });
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
    address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/canary.png`;
  });
  afterAll(() => new Promise((closed) => listener.close(closed)));

  const payloads: [string, () => object][] = [
    ['an attachment node', () => ({ attachment: { src: canary, name: 'a.txt' } })],
    ['a link to a file', () => ({ text: 'x', link: `file://${canary}` })],
    [
      'a picture inside SVG',
      () => ({ svg: `<svg xmlns="http://www.w3.org/2000/svg"><image href="${canary}"/></svg>` }),
    ],
    ['an image by path', () => ({ image: canary, fit: [10, 10] })],
    ['an image by address', () => ({ image: address, fit: [10, 10] })],
    ['a script as a link', () => ({ text: [{ text: 'x', link: 'javascript:app.alert(1)' }] })],
  ];

  test.each(payloads)('is refused: %s', async (_name, payload) => {
    // What an attacker would send is by intention no node of ours.
    const hostile = plainSheet([{ text: 'Trước' }, payload() as SheetNode]);
    await expect(press.render(hostile)).rejects.toMatchObject({ fault: 'refused' });
    expect(hits).toBe(0);
    const after = readPdf(await press.render(plainSheet([{ text: 'Sau' }])));
    expect(after.streams.some((stream) => stream.includes(secret))).toBe(false);
  });

  test('is refused too as a file or picture of the whole sheet', async () => {
    for (const more of [
      { files: { a: { src: canary } } },
      { images: { a: address } },
      { attachments: { a: { src: canary } } },
    ])
      await expect(press.render(plainSheet([{ text: 'x' }], more as object))).rejects.toMatchObject({
        fault: 'refused',
      });
    expect(hits).toBe(0);
  });

  test('finds in the drawing process no file to read, none to write and no program to start', () => {
    const script = `
      const tried = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
      const fs = require('node:fs');
      console.log([
        tried(() => fs.readFileSync(${JSON.stringify(canary)})),
        tried(() => fs.writeFileSync(${JSON.stringify(canary)}, 'x')),
        tried(() => require('node:child_process').spawnSync('id')),
      ].join(' '));`;
    const run = spawnSync(process.execPath, [...lockedNodeFlags(files), '-e', script], { encoding: 'utf8' });
    expect(run.stdout.trim()).toBe('ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED');
    expect(readFileSync(canary, 'utf8')).toBe(secret);
  });
});

describe('the drawing process', () => {
  const endless = () =>
    plainSheet([
      {
        table: {
          widths: ['*', '*'],
          body: Array.from({ length: 60_000 }, (_, i) => [{ text: `Dòng ${i}` }, { text: 'Hồ sơ' }]),
        },
        layout: 'grid',
      },
    ]);

  test('is killed at the deadline, leaves no child, and the next sheet is drawn by a fresh one', async () => {
    const before = await childrenRunning();
    const hasty = createPdfPress({ files, limits: { deadlineMs: 700 } });
    await expect(hasty.render(endless())).rejects.toMatchObject({ fault: 'deadline' });
    expect(await childrenRunning()).toBe(before);
    expect(readPdf(await hasty.render(plainSheet([{ text: 'Tiếp' }]))).pages).toBe(1);
    await hasty.close();
    expect(await childrenRunning()).toBe(before);
  });

  test('does not keep a program running while it has nothing to draw', async () => {
    const holding = () =>
      process.getActiveResourcesInfo().filter((name) => /^(ProcessWrap|PipeWrap)$/.test(name)).length;
    await childrenRunning();
    const before = holding();
    const idle = createPdfPress({ files });
    await idle.render(plainSheet([{ text: 'x' }]));
    await childrenRunning();
    expect(holding()).toBe(before);
    await idle.close();
  });

  test('is replaced after its share of sheets, and nobody notices', async () => {
    const short = createPdfPress({ files, limits: { sheetsPerChild: 1 } });
    const drawn = await Promise.all([1, 2, 3].map(() => short.render(plainSheet([{ text: 'Như nhau' }]))));
    expect(new Set(drawn.map((bytes) => bytes.toString('latin1'))).size).toBe(1);
    await short.close();
  });

  test('lets only so many sheets wait, and a closed press draws nothing', async () => {
    const small = createPdfPress({ files, limits: { waiting: 1 } });
    const one = plainSheet([{ text: 'x' }]);
    const results = await Promise.allSettled([small.render(one), small.render(one), small.render(one)]);
    expect(results.map((result) => result.status)).toContain('rejected');
    expect(results[0]?.status).toBe('fulfilled');
    await small.close();
    await expect(small.render(one)).rejects.toMatchObject({ fault: 'closed' });
  });

  test('that cannot start is told as a crash', async () => {
    const broken = createPdfPress({ files: { ...files, fonts: join(tmpdir(), 'no-such-fonts') } });
    await expect(broken.render(plainSheet([{ text: 'x' }]))).rejects.toMatchObject({ fault: 'crashed' });
    await broken.close();
  });
});
