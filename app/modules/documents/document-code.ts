/**
 * Two codes are the same code when they fold to the same text: letter case, spaces, width variants, dash variants and
 * Cyrillic or Greek letters that look Latin make no difference. A code is unique per agency for ever.
 */
const lookAlikes: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

const invisible = /[\p{White_Space}\p{Cf}]/gu;
const dashes = /\p{Pd}|\u2212/gu;

/** The form in which codes are compared and indexed; never shown. */
export function foldCode(code: string): string {
  // Nearly every code is written as it folds.
  if (/^[A-Z0-9/._-]*$/.test(code)) return code;
  const folded = foldOnce(code);
  // Capitals of some foreign letters fall apart into parts that fold again; a second pass settles them.
  return folded === code ? folded : foldCode(folded);
}

function foldOnce(code: string): string {
  const upper = code.toUpperCase().normalize('NFKC').replace(invisible, '').replace(dashes, '-');
  return Array.from(upper, (letter) => lookAlikes[letter] ?? letter).join('');
}

const pattern = /^[A-ZĐ0-9](?:[A-ZĐ0-9 ._/-]{0,38}[A-ZĐ0-9])?$/u;

/** Capital or small Latin letters (and Đ), digits, inside also single spaces and `. _ / -`; 1 to 40 characters. */
export function isDocumentCode(code: string): boolean {
  return pattern.test(code.toUpperCase()) && !code.includes('  ') && code === code.normalize('NFKC');
}

export function sameCode(one: string, other: string): boolean {
  return foldCode(one) === foldCode(other);
}
