import { messagesOf } from './catalog.ts';
import { formatDay } from './day-format.ts';
import type { Locale } from './locale.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Fills `{name}` placeholders; an unknown name stays visible rather than vanishing. */
export function fillMessage(message: string, params: MessageParams = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}

export function hasMessage(locale: Locale, key: string): boolean {
  return Object.hasOwn(messagesOf(locale), key);
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** A day among the values is written as its reader writes days. */
function inReadersFormat(locale: Locale, params: MessageParams): MessageParams {
  if (!Object.values(params).some((value) => typeof value === 'string' && isoDay.test(value))) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && isoDay.test(value) ? formatDay(locale, value) : value,
    ]),
  );
}

/** The message in the reader's language; a missing one shows its key, and a test refuses missing keys. */
export function translate(locale: Locale, key: string, params?: MessageParams): string {
  const messages = messagesOf(locale);
  const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
  return message === undefined ? key : fillMessage(message, params && inReadersFormat(locale, params));
}
