import { messagesOf } from './catalog.ts';
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

/** The message in the reader's language; a missing one shows its key, and a test refuses missing keys. */
export function translate(locale: Locale, key: string, params?: MessageParams): string {
  const messages = messagesOf(locale);
  const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
  return message === undefined ? key : fillMessage(message, params);
}
