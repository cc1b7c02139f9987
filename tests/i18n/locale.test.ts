import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatNumber } from '#app/i18n/day-format.ts';
import { chooseLocale } from '#app/i18n/locale.ts';
import { fillMessage, hasMessage, translate } from '#app/i18n/translate.ts';
import { stampKinds } from '#app/ui/stamp.tsx';

describe('a day among the values of a sentence', () => {
  it('is written as the reader writes days', () => {
    const left = (locale: 'vi' | 'en') =>
      translate(locale, 'organization.refusal.left-already', { day: '2026-03-03' });
    expect(left('vi')).toContain('03/03/2026');
    expect(left('en')).toContain('3 March 2026');
    expect(left('vi')).not.toContain('2026-03-03');
  });

  it('is left alone where it is no whole day', () => {
    const left = translate('vi', 'organization.refusal.left-already', { day: '2026-03' });
    expect(left).toContain('2026-03');
  });
});

describe('the language of a reader', () => {
  it('is the one the reader chose, whatever the browser prefers', () => {
    expect(chooseLocale('theme=dark; lang=en', 'vi-VN,vi')).toBe('en');
  });

  it('is the first of the browser’s languages that we speak', () => {
    expect(chooseLocale(null, 'fr-FR,fr;q=0.9,en;q=0.5,vi;q=0.4')).toBe('en');
    expect(chooseLocale(null, 'en;q=0.3, vi-VN;q=0.8')).toBe('vi');
  });

  it('is Vietnamese when nothing is said, or nothing we understand', () => {
    expect(chooseLocale(undefined, undefined)).toBe('vi');
    expect(chooseLocale('lang=xx', 'fr, zh;q=nonsense')).toBe('vi');
  });
});

describe('messages', () => {
  it('fill their blanks once and leave unknown blanks visible', () => {
    expect(fillMessage('{from}–{to} trong {total}', { from: 1, to: '{total}', total: 9 })).toBe(
      '1–{total} trong 9',
    );
    expect(fillMessage('{missing}', {})).toBe('{missing}');
    expect(fillMessage('{constructor}', {})).toBe('{constructor}');
  });

  it('are found on the server without any preparation', () => {
    expect(translate('vi', 'ui.nav.my-work')).toBe('Việc của tôi');
    expect(translate('en', 'ui.nav.my-work')).toBe('My work');
    expect(translate('en', 'no.such.key')).toBe('no.such.key');
  });

  it('have a word for every stamp', () => {
    for (const kind of stampKinds)
      for (const locale of ['vi', 'en'] as const)
        expect(hasMessage(locale, `ui.stamp.${kind}`), kind).toBe(true);
  });
});

describe('days and numbers', () => {
  it('are written as the reader writes them', () => {
    expect(formatDay('vi', '2026-03-03')).toBe('03/03/2026');
    expect(formatDay('en', '2026-03-03')).toBe('3 March 2026');
    expect(formatInstant('vi', '2026-11-21T17:05:00.000Z')).toBe('00:05 ngày 22/11/2026');
    expect(formatInstant('en', '2026-11-21T17:05:00.000Z')).toBe('22 November 2026, 00:05');
    expect(formatNumber('vi', 12345.5)).toBe('12.345,5');
  });
});
