import { agencyTimeZone, type Day, dayOf, type Instant } from '../http/clock.ts';
import type { Locale } from './locale.ts';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 03/03/2026 in Vietnamese, 3 March 2026 in English. The same text on server and browser, whatever their locale data. */
export function formatDay(locale: Locale, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (locale === 'vi') return `${date}/${month}/${year}`;
  return `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
}

const times = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a hundred uses of it. */
function timeIn(timeZone: string): Intl.DateTimeFormat {
  let format = times.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    times.set(timeZone, format);
  }
  return format;
}

/** Day and time of day on the agency's clock. */
export function formatInstant(locale: Locale, instant: Instant, timeZone: string = agencyTimeZone): string {
  const time = timeIn(timeZone).format(new Date(instant));
  const day = formatDay(locale, dayOf(instant, timeZone));
  return locale === 'vi' ? `${time} ngày ${day}` : `${day}, ${time}`;
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') };

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function formatNumber(locale: Locale, value: number): string {
  return numbers[locale].format(value);
}
