import type { Locale } from './locale.ts';

export type Messages = Readonly<Record<string, string>>;

const catalogs = new Map<Locale, Messages>();

/** The browser hands in the one language it downloaded; see `entry.client.tsx`. */
export function installMessages(locale: Locale, messages: Messages): void {
  catalogs.set(locale, messages);
}

/** All messages of a language. On the server they are read from `content/messages` at first use. */
export function messagesOf(locale: Locale): Messages {
  let messages = catalogs.get(locale);
  if (!messages) {
    messages = readMessages(locale);
    catalogs.set(locale, messages);
  }
  return messages;
}

/**
 * The same module serves the web bundle, the page bundle, the command line and the browser; the browser has no file
 * system, so Node's modules are asked for at run time instead of being imported.
 */
function readMessages(locale: Locale): Messages {
  const node = typeof process === 'undefined' ? undefined : process;
  if (!node?.getBuiltinModule) return {};
  const { existsSync, readdirSync, readFileSync } = node.getBuiltinModule('node:fs');
  const { dirname, join } = node.getBuiltinModule('node:path');
  const { fileURLToPath } = node.getBuiltinModule('node:url');
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'content', 'messages'))) {
    if (folder === dirname(folder)) throw new Error('content/messages was not found above the program.');
    folder = dirname(folder);
  }
  const all: Record<string, string> = {};
  for (const name of readdirSync(join(folder, 'content', 'messages')).sort()) {
    if (!name.endsWith(`.${locale}.json`)) continue;
    // Written by us and checked by tests/i18n/messages.test.ts: flat, text values only.
    const messages = JSON.parse(readFileSync(join(folder, 'content', 'messages', name), 'utf8')) as Messages;
    Object.assign(all, messages);
  }
  return all;
}
