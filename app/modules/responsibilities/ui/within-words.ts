import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/reader.tsx';

/** `1h`, `0.5wd`, `12d`, `previous` as a text writes them, in words. */
export function withinWords(t: Translate, locale: Locale, written: string): string {
  if (written === 'previous') return t('mdx.time.previous');
  const number = String(Number.parseFloat(written));
  const value = locale === 'vi' ? number.replace('.', ',') : number;
  const one = value === '1' ? '.one' : '';
  if (written.endsWith('wd')) return t(`mdx.time.working-days${one}`, { value });
  if (written.endsWith('h')) return t(`mdx.time.hours${one}`, { value });
  return t(`mdx.time.calendar-days${one}`, { value });
}
