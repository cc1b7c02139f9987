import { expect, test } from 'vitest';
import { feeForm } from '#app/modules/documents/fees/fee-form.ts';
import { feeOnDay } from '#app/modules/documents/fees/fee-on-day.ts';

const row = (amount: number, valid_from: string, valid_until: string | null, recorded_at: string | null) => ({
  ...{ item: 'ban-sao', amount, valid_from, valid_until, recorded_at },
});

test('of the amounts of an item the one that began last speaks, and a corrected one of the same day in its place', () => {
  const rows = [
    row(8000, '2025-07-01', null, null),
    row(9000, '2026-07-01', null, '2026-06-01T00:00:00.000Z'),
    row(10_000, '2026-07-01', null, '2026-06-02T00:00:00.000Z'),
  ];
  expect(feeOnDay(rows, '2025-06-30')).toBeNull();
  expect(feeOnDay(rows, '2026-06-30')?.amount).toBe(8000);
  expect(feeOnDay(rows, '2026-07-01')?.amount).toBe(10_000);
  expect(feeOnDay([...rows].reverse(), '2026-07-01')?.amount).toBe(10_000);
});

test('an amount that was taken over never comes back by itself', () => {
  const rows = [row(8000, '2025-07-01', null, null), row(9000, '2026-07-01', '2026-12-31', null)];
  expect(feeOnDay(rows, '2026-12-31')?.amount).toBe(9000);
  expect(feeOnDay(rows, '2027-01-01')).toBeNull();
});

test('an amount is written in digits, with dots or without, or left open', () => {
  const given = { nameVi: 'Phí', nameEn: 'Fee', unit: 'đồng', validFrom: '2026-01-01' };
  const amount = (text: string) => feeForm.safeParse({ ...given, amount: text }).data?.amount;
  expect([amount('8000'), amount('8.000'), amount('1 200 000'), amount('0'), amount('')]).toEqual([
    8000,
    8000,
    1_200_000,
    0,
    null,
  ]);
  for (const wrong of ['8,5', 'tám nghìn', '-1', '8..000', '1e5']) expect(amount(wrong)).toBeUndefined();
  expect(feeForm.safeParse({ ...given, validUntil: '2025-12-31' }).success).toBe(false);
});
