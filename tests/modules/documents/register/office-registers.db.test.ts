import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeRegister } from '#app/modules/documents/register/office-registers.server.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { closePress, Desk } from '../desk.ts';
import { formText, procedureText } from '../procedure-text.ts';

let desk: Desk;
const now = '2026-06-15T02:00:00.000Z';

beforeAll(async () => {
  desk = await Desk.open();
  const form = await desk.approved(formText(), now);
  await desk.release([form.revisionId], {}, now);
  const procedure = await desk.approved(procedureText(), now);
  await desk.release([procedure.revisionId], { decisionNumber: '13/QĐ-UBND' }, now);
});
afterAll(async () => {
  await desk.close();
  await closePress();
});

const read = (
  code: Parameters<typeof officeRegister>[1],
  day = '2026-06-16',
  actor: Actor = desk.people.hoa,
) => officeRegister({ db: desk.db, actor, locale: 'vi', day }, code);

describe('the registers of an office', () => {
  test('BM-01-02 tells each document with its issue, days, forms and next review', async () => {
    const { columns, rows } = await read('BM-01-02');
    expect(columns).toHaveLength(11);
    expect(rows.map((row) => [row[1], row[4], row[5], row[10]])).toMatchInlineSnapshot(`
      [
        [
          "BM-TP-09-01",
          "15/06/2026",
          "15/06/2026",
          "15/06/2027",
        ],
        [
          "QT-TP-09",
          "15/06/2026",
          "15/06/2026",
          "15/06/2027",
        ],
      ]
    `);
  });

  test('BM-01-04 tells each form in force with the procedures that use it', async () => {
    expect((await read('BM-01-04')).rows).toMatchInlineSnapshot(`
      [
        [
          "1",
          "BM-TP-09-01",
          "Phiếu yêu cầu trích lục",
          "01/00",
          "QT-TP-09",
          "5 năm",
        ],
      ]
    `);
  });

  test('BM-01-06 tells the records of the procedures in force, with keeper and retention', async () => {
    expect((await read('BM-01-06')).rows).toMatchInlineSnapshot(`
      [
        [
          "1",
          "QT-TP-09/ho-so",
          "Hồ sơ yêu cầu trích lục",
          "Văn phòng HĐND và UBND",
          "Công chức tư pháp – hộ tịch",
          "5 năm",
          "QT-TP-09 Cấp bản sao trích lục hộ tịch",
          "Thành phần hồ sơ",
        ],
      ]
    `);
    expect((await read('BM-01-06', '2026-06-14')).rows).toEqual([]);
  });

  test('BM-01-03 tells each legal basis once', async () => {
    const { rows } = await read('BM-01-03');
    expect(new Set(rows.map((row) => row[1])).size).toBe(rows.length);
  });

  test('are for the staff of the office', async () => {
    const citizen: Actor = { ...desk.people.hoa, roles: ['citizen'] };
    await expect(read('BM-01-02', '2026-06-16', citizen)).rejects.toThrow();
    const elsewhere: Actor = { ...desk.people.hoa, agencyId: 'another' };
    for (const code of ['BM-01-02', 'BM-01-03', 'BM-01-04', 'BM-01-06'] as const)
      expect((await read(code, '2026-06-16', elsewhere)).rows).toEqual([]);
  });
});
