import { type Refusal, refusal } from '../organization/refusal.ts';

export const shortestPassword = 10;
export const longestPassword = 200;

/** Words and runs that guessers try first, compared folded and without digits at the end. */
const guessed = new Set(
  'password matkhau qwertyuiop abcdefghij iloveyou administrator anhyeuem vietnam quantri canbo congchuc phuong uyban'.split(
    ' ',
  ),
);

/** Long enough, not one of the first guesses, not the login itself (ASVS 6.2.1, 6.2.4). */
export function refusalOfPassword(password: string, login: string): Refusal | null {
  if (password.length < shortestPassword)
    return refusal('accounts.refusal.password-short', { least: shortestPassword });
  if (password.length > longestPassword)
    return refusal('accounts.refusal.password-long', { most: longestPassword });
  const folded = foldLogin(password);
  const stem = folded.replace(/\s/g, '').replace(/[\d\W_]+$/u, '');
  const run = new Set(folded).size <= 3 || '01234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(folded);
  if (guessed.has(stem) || run || folded.includes(foldLogin(login))) {
    return refusal('accounts.refusal.password-guessable');
  }
  return null;
}

/** Logins are compared without case and marks, so that nobody can take a look-alike. */
export function foldLogin(login: string): string {
  return login.normalize('NFKD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').trim().toLowerCase();
}
