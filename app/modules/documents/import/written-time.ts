import { fold } from '#app/modules/search/fold.ts';
import { oneLine } from './folded.ts';

/** A time as a text writes it, understood. */
export interface WrittenTime {
  /** As the profile writes it: `4h`, `0.5wd`, `12d`. */
  within: string;
  /** In days, a working day of eight hours counting one; only times of like kind may be added. */
  days: number;
  kind: 'working' | 'calendar';
}

export interface TimeUnits {
  /** What a bare "ngày" means here. */
  bareDay: 'working' | 'calendar';
  /** What a number without any unit means here. */
  bareNumber: 'working' | 'calendar' | 'hours' | null;
}

const words: Record<string, number> = {
  nua: 0.5,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};
const fractions: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

const quantity = String.raw`(\d+\s*[½¼¾]|[½¼¾]|\d+\s+\d\/\d|\d\/\d|\d+(?:[.,]\d+)?|${Object.keys(words).join('|')})`;
const unit = '(gio(?: lam viec| hanh chinh)?|phut|ngay lam viec|ngay|buoi(?: lam viec)?|tuan|thang)';
const lead = String.raw`(?:[-+–:*•(]\s*|khong qua |toi da |trong thoi han |trong vong |trong |chua qua |cham nhat |thoi gian:? |thoi han:? )*`;
const spelled = String.raw`(?:\s*\([^)\d]*\))?`;
const tail = String.raw`[\s.;)]*(?:,?\s*(?:ke )?tu (?:ngay|khi|luc|thoi diem).*)?`;
const timePattern = new RegExp(`^${lead}${quantity}${spelled}\\s*${unit}?${spelled}(?: lam viec)?${tail}$`);
const anyTimePattern = new RegExp(`(?<![\\d/.,])${quantity}${spelled}\\s*${unit}(?![a-z])`, 'g');
const sameDay =
  /^(?:ngay )?(?:trong |luon )?(?:cung )?(?:trong )?(?:01 |1 )?ngay(?: lam viec| tiep nhan(?: ho so)?)?$/;

/** Reads a cell that holds one time and nothing else of weight; null when in doubt. */
export function readTime(text: string, units: TimeUnits): WrittenTime | null {
  const folded = oneLine(fold(text)).replace(/[.;]+$/, '');
  const match = timePattern.exec(folded);
  if (match === null)
    return sameDay.test(folded) && /trong/.test(folded) ? toTime(1, 'ngay lam viec', units) : null;
  const amount = toNumber(match[1] ?? '');
  const isWord = /^[a-z]/.test(match[1] ?? '');
  const written = match[2] ?? (/ lam viec/.test(folded) ? 'ngay lam viec' : null);
  const rest = folded.slice(
    folded.indexOf(match[1] ?? '') + (match[1] ?? '').length + (match[2] ?? '').length,
  );
  if (timesIn(rest).length > 0) return null;
  if (written === null) {
    if (isWord || units.bareNumber === null) return null;
    const bare = { working: 'ngay lam viec', calendar: 'ngay', hours: 'gio' }[units.bareNumber];
    return toTime(amount, bare, units);
  }
  const workingDay = written === 'ngay' && /^\s*(?:\([^)]*\))?\s*lam viec/.test(rest);
  // A time that runs from an event ("30 ngày, kể từ ngày nhận …") is the law's own and counts calendar days.
  const fromEvent = /(?:ke )?tu (?:ngay|khi|luc|thoi diem)|\((?:ngay )?theo lich\)/.test(rest);
  return toTime(
    amount,
    workingDay ? 'ngay lam viec' : written,
    fromEvent ? { ...units, bareDay: 'calendar' } : units,
  );
}

/** Every time named in a running text, in order. */
export function timesIn(text: string): { at: number; written: string; time: WrittenTime }[] {
  const folded = fold(text);
  return [...folded.matchAll(anyTimePattern)].flatMap((match) => {
    const written = match[2] ?? '';
    const follows = folded.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const working = written === 'ngay' && /^\s*(?:\([^)]*\))?\s*lam viec/.test(follows);
    const time = toTime(toNumber(match[1] ?? ''), working ? 'ngay lam viec' : written, {
      bareDay: 'calendar',
      bareNumber: null,
    });
    return time === null ? [] : [{ at: match.index, written: match[0], time }];
  });
}

function toNumber(text: string): number {
  const mixed = /^(\d+)?\s*([½¼¾])$/.exec(text);
  if (mixed) return Number(mixed[1] ?? 0) + (fractions[mixed[2] ?? ''] ?? 0);
  const fraction = /^(?:(\d+)\s+)?(\d)\/(\d)$/.exec(text);
  if (fraction) return Number(fraction[1] ?? 0) + Number(fraction[2]) / Math.max(1, Number(fraction[3]));
  return words[text] ?? Number(text.replace(',', '.'));
}

function toTime(amount: number, written: string, units: TimeUnits): WrittenTime | null {
  const make = (value: number, sign: 'h' | 'wd' | 'd', days: number): WrittenTime | null => {
    const shown = Math.round(value * 100) / 100;
    if (!(shown > 0) || shown > 9999 || Math.abs(shown - value) > 1e-9) return null;
    return { within: `${shown}${sign}`, days, kind: sign === 'd' ? 'calendar' : 'working' };
  };
  if (written.startsWith('gio')) return make(amount, 'h', amount / 8);
  if (written === 'phut') return make(amount / 60, 'h', amount / 480);
  if (written.startsWith('buoi')) return make(amount * 0.5, 'wd', amount * 0.5);
  if (written === 'ngay lam viec') return make(amount, 'wd', amount);
  if (written === 'ngay') {
    // Half a calendar day is no measure of anything: half a working day is meant.
    const working = units.bareDay === 'working' || !Number.isInteger(amount);
    return working ? make(amount, 'wd', amount) : make(amount, 'd', amount);
  }
  return null;
}
