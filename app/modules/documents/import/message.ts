import type { Locale } from '#app/i18n/locale.ts';
import { fillMessage, type MessageParams } from '#app/i18n/translate.ts';
import en from '#content/messages/import.en.json';
import vi from '#content/messages/import.vi.json';
import type { ImportFinding } from './imported-procedure.ts';

export type MessageKey = keyof typeof vi & keyof typeof en;

const texts: Record<Locale, Record<MessageKey, string>> = { vi, en };

export function message(locale: Locale, key: MessageKey, values: MessageParams = {}): string {
  return fillMessage(texts[locale][key], values);
}

/** A finding whose rule is its message key. */
export function finding(
  locale: Locale,
  severity: ImportFinding['severity'],
  rule: MessageKey,
  values: MessageParams = {},
): ImportFinding {
  return { rule, severity, message: message(locale, rule, values) };
}
