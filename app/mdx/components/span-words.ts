import type { Limit, Within } from '../compiled-document.ts';
import { label, type TextLanguage } from '../sentences.ts';

/** "3 ngày làm việc": a limit or a step's time as it was written, in words. */
export function limitInWords(limit: Limit, language: TextLanguage): string {
  if (limit.unit !== 'none') return spanInWords(limit.written, language);
  if (limit.reason === null) return label(language, 'time.none');
  return label(language, 'time.none-because', { reason: limit.reason });
}

export function withinInWords(within: Within, language: TextLanguage): string {
  return within.unit === 'previous'
    ? label(language, 'time.previous')
    : spanInWords(within.written, language);
}

function spanInWords(written: string, language: TextLanguage): string {
  const number = String(Number.parseFloat(written));
  const value = language === 'vi' ? number.replace('.', ',') : number;
  const one = value === '1' ? '.one' : '';
  if (written.endsWith('wd')) return label(language, `time.working-days${one}`, { value });
  if (written.endsWith('h')) return label(language, `time.hours${one}`, { value });
  return label(language, `time.calendar-days${one}`, { value });
}

/** `P5Y`, `permanent`, `until:…`, `unknown` in words. */
export function retentionInWords(retention: string, language: TextLanguage): string {
  if (retention.startsWith('until:')) {
    return label(language, 'retention.until', { event: retention.slice('until:'.length).trim() });
  }
  if (retention === 'permanent') return label(language, 'retention.permanent');
  if (retention === 'unknown') return label(language, 'retention.unknown');
  const value = retention.slice(1, -1);
  const unit = retention.endsWith('Y') ? 'years' : 'months';
  return label(language, `retention.${unit}${value === '1' ? '.one' : ''}`, { value });
}
