export const locales = ['vi', 'en'] as const;
export type Locale = (typeof locales)[number];

export const languageCookie = 'lang';

export function isLocale(text: unknown): text is Locale {
  return text === 'vi' || text === 'en';
}

/** The value of one cookie of a `Cookie` header, or null. Ours hold letters only, so nothing needs decoding. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  if (!header) return null;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The reader's own choice first, then the browser's order of languages, then Vietnamese. */
export function chooseLocale(
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  const chosen = cookieValue(cookie, languageCookie);
  if (isLocale(chosen)) return chosen;
  let best: Locale | null = null;
  let weight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...settings] = part.split(';');
    const language = tag.trim().toLowerCase().split('-')[0];
    const quality = settings.map((text) => text.trim()).find((text) => text.startsWith('q='));
    const q = quality ? Number(quality.slice(2)) : 1;
    if (isLocale(language) && q > weight) {
      best = language;
      weight = q;
    }
  }
  return best ?? 'vi';
}
