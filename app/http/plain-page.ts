import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A page for what is refused outside the pages of the application: our own messages only. */
export function plainPage(locale: Locale, heading: string, sentence: string): string {
  const title = escapeHtml(heading);
  const text = escapeHtml(sentence);
  const back = escapeHtml(translate(locale, 'errors.to-start'));
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${back}</a></p></main></body></html>`;
}
