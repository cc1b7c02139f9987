import type { Locale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/reader.tsx';

/** Text that stays in its own language on a page in another one: a document title, an officer's position. */
export function InLanguage({ lang = 'vi', children }: { lang?: Locale; children: string }) {
  const locale = useLocale();
  return locale === lang ? children : <span lang={lang}>{children}</span>;
}

/** A title in the reader's language where there is one, else in Vietnamese and marked so. */
export function Title({ vi, en }: { vi: string; en?: string | null }) {
  const locale = useLocale();
  if (locale === 'en' && en) return en;
  return <InLanguage>{vi}</InLanguage>;
}
