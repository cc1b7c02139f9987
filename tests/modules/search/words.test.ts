import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, spelling } from '#app/modules/search/fold.ts';
import { askedWords, excerptOf, foldedTerms, indexTerms, spelledTerms } from '#app/modules/search/words.ts';

test('marks, đ, letter case and the way the letters are stored make no difference to a folded word', () => {
  for (const written of ['Đăng ký', 'đăng ký', 'dang ky', 'ĐĂNG KÝ', 'Đăng ký'.normalize('NFD')]) {
    expect(fold(written)).toBe('dang ky');
  }
});

test('both ways of placing a tone are one spelling; another tone or vowel is another', () => {
  expect(spelling('hoà')).toBe(spelling('hòa'));
  expect(spelling('thuỷ')).toBe(spelling('thủy'));
  expect(spelling('Hoà'.normalize('NFD'))).toBe(spelling('HÒA'));
  expect(spelling('hoà')).not.toBe(spelling('hoá'));
  expect(spelling('hoa')).not.toBe(spelling('hoà'));
  expect(spelling('ma')).not.toBe(spelling('mâ'));
});

test('folding keeps one character for one, so that places hold in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text).length).toBe(text.normalize('NFC').length);
    }),
  );
});

test('the last word also finds longer ones once it has two letters', () => {
  expect(foldedTerms(askedWords('khai si'))).toEqual({ terms: ['khai'], prefix: 'si' });
  expect(foldedTerms(askedWords('khai s'))).toEqual({ terms: ['khai', 's'], prefix: null });
  expect(spelledTerms(askedWords('đăng ký'))).toEqual({ terms: ['=đăng', '=ky=s'], prefix: null });
});

test('whatever is typed, the terms hold nothing but letters, digits and our own signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (typed) => {
      const asked = askedWords(typed);
      const { terms, prefix } = spelledTerms(asked);
      for (const term of [...terms, ...(prefix === null ? [] : [prefix])]) {
        expect(term).toMatch(/^=[\p{L}\p{N}\p{M}=]+$/u);
      }
      expect(asked.length).toBeLessThanOrEqual(12);
    }),
  );
});

test('an entry is indexed by its agency, its place and each word once', () => {
  expect(indexTerms('a1', 'title', 'Hồ sơ, hồ sơ')).toBe('@a1 @title ho =hô=f so =sơ');
});

test('an excerpt shows the words found and says where they stand', () => {
  const text = `${'Mở đầu dài dòng. '.repeat(40)}Công chức tiếp nhận hồ sơ khai sinh. ${'Phần sau. '.repeat(40)}`;
  const { text: shown, marks } = excerptOf(text, askedWords('ho so khai'));
  expect(marks.map(([from, to]) => shown.slice(from, to))).toEqual(['hồ', 'sơ', 'khai']);
  expect(shown.length).toBeLessThan(300);
});
