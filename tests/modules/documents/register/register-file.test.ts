import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { OfficeRegister } from '#app/modules/documents/register/office-register.ts';
import { registerCsv, registerWorkbook } from '#app/modules/documents/register/register-file.ts';

const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://evil.example","x")',
  '</t><f>1+1</f>',
];
const register: OfficeRegister = {
  code: 'BM-01-06',
  columns: ['TT', 'Tên hồ sơ'],
  rows: hostile.map((cell, at) => [String(at + 1), cell]),
};

describe('a register as a table', () => {
  test('no cell of the CSV begins as a formula', () => {
    for (const line of registerCsv(register).slice(1).split('\r\n').slice(1).filter(Boolean))
      expect(line.split(',').slice(1).join(',').replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('every cell of the workbook is text', async () => {
    const parts = unzipSync(await registerWorkbook(register, [0.5, 2]));
    const text = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    );
    const sheet = text['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toContain('<f');
    const cells = [...sheet.matchAll(/<c [^>]*>/g)].map(([cell]) => cell);
    expect(cells).toHaveLength(2 * (hostile.length + 1));
    for (const cell of cells) expect(cell).toMatch(/ t="(s|inlineStr)"/);
    for (const [name, part] of Object.entries(text)) {
      expect(part, name).not.toContain('TargetMode="External"');
      expect(part, name).not.toContain('<f>');
    }
    expect(JSON.stringify(text)).toContain('Tên hồ sơ');
  });

  test('the same register is the same workbook to the byte', async () => {
    const [one, other] = [await registerWorkbook(register, [1, 2]), await registerWorkbook(register, [1, 2])];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
