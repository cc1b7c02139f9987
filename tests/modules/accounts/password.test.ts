import { expect, test } from 'vitest';
import { foldLogin, refusalOfPassword } from '#app/modules/accounts/password.ts';

test.each([
  ['ngắn quá', 'accounts.refusal.password-short'],
  ['x'.repeat(201), 'accounts.refusal.password-long'],
  ['password2026', 'accounts.refusal.password-guessable'],
  ['Mật khẩu 123!', 'accounts.refusal.password-guessable'],
  ['matkhau123!', 'accounts.refusal.password-guessable'],
  ['aaaaaaaaaaaa', 'accounts.refusal.password-guessable'],
  ['1234567890', 'accounts.refusal.password-guessable'],
  ['0123456789', 'accounts.refusal.password-guessable'],
  ['abcdefghijkl', 'accounts.refusal.password-guessable'],
  ['hoang.dat-2026', 'accounts.refusal.password-guessable'],
  ['HOÀNG.ĐẠT và mẹ', 'accounts.refusal.password-guessable'],
  ['Ba con vịt xuống ao', undefined],
])('the password %s of the account Hoàng.Đạt: %s', (password, code) => {
  expect(refusalOfPassword(password, 'Hoàng.Đạt')?.code).toBe(code);
});

test('logins are compared without case and marks', () => {
  expect(foldLogin(' Đỗ.Minh.Quang ')).toBe('do.minh.quang');
  expect(foldLogin('ﬁle')).toBe('file');
});
