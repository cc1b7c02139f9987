import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asksPassword, confirmPerson } from '#app/modules/accounts/confirmation.server.ts';
import { confirmedFor, mustConfirm } from '#app/modules/accounts/confirmation.ts';
import { signInLimits } from '#app/modules/accounts/sign-in.server.ts';
import { refusalOf } from '#tests/modules/documents/desk.ts';
import { far, minutesAfter, near, password, start, WardAccounts } from './ward-accounts.ts';

test('a confirmation holds for a quarter of an hour, and one of tomorrow holds nothing', () => {
  expect(mustConfirm(start, start)).toBe(false);
  expect(mustConfirm(start, minutesAfter(start, confirmedFor))).toBe(false);
  expect(mustConfirm(start, minutesAfter(start, confirmedFor + 1))).toBe(true);
  expect(mustConfirm(minutesAfter(start, 1), start)).toBe(true);
});

describe('whoever signs', () => {
  let ward: WardAccounts;
  beforeEach(async () => {
    ward = await WardAccounts.open();
    await ward.person('quang', ['leader']);
  });
  afterEach(async () => {
    expect(await ward.journalFaults()).toEqual([]);
    await ward.close();
  });

  const later = minutesAfter(start, confirmedFor + 5);
  const wrong = 'Không phải mật khẩu này 1';
  const office = () => ({ db: ward.db, data: { isDemo: false } });
  const quang = async (client = near) => ward.actor(await ward.signIn('quang', password, client));

  test('right after signing in is not asked again', async () => {
    const actor = await quang();
    expect(await asksPassword(office(), actor, start)).toBe(false);
    expect(await refusalOf(confirmPerson(office(), actor, { password: '', ...near }, start))).toBe(
      'not refused',
    );
  });

  test('later shows the password, which then holds for this session and no other', async () => {
    const [here, there] = [await quang(), await quang(far)];
    expect(await asksPassword(office(), here, later)).toBe(true);
    const show = (typed: string) => confirmPerson(office(), here, { password: typed, ...near }, later);
    expect(await refusalOf(show(''))).toBe('accounts.refusal.confirm');
    expect(await refusalOf(show(wrong))).toBe('accounts.refusal.password-wrong');
    expect(await asksPassword(office(), here, later)).toBe(true);
    await show(password);
    expect(await asksPassword(office(), here, later)).toBe(false);
    expect(await asksPassword(office(), there, later)).toBe(true);
  });

  test('guesses no more often than at signing in', async () => {
    const actor = await quang();
    const show = (typed: string) => confirmPerson(office(), actor, { password: typed, ...near }, later);
    for (let at = 0; at < signInLimits.perAccountAndAddress; at++)
      expect(await refusalOf(show(wrong))).toBe('accounts.refusal.password-wrong');
    expect(await refusalOf(show(password))).toBe('accounts.refusal.too-many-attempts');
    expect(await refusalOf(ward.signIn('quang', password, near, later))).toBe(
      'accounts.refusal.too-many-attempts',
    );
  });

  test('in a demonstration, whose people have no password, is not asked', async () => {
    const demo = { db: ward.db, data: { isDemo: true } };
    const actor = await quang();
    expect(await asksPassword(demo, actor, later)).toBe(false);
    expect(await refusalOf(confirmPerson(demo, actor, { password: '', ...near }, later))).toBe('not refused');
  });
});
