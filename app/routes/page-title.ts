import type { MetaFunction } from '@remix-run/node';
import { isLocale, type Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';

interface RootMatch {
  id: string;
  data?: unknown;
}

/** The reader's language as the root of the page knows it. */
function localeOf(matches: readonly (RootMatch | undefined)[]): Locale {
  const root = matches.find((match) => match?.id === 'root')?.data;
  const locale = typeof root === 'object' && root !== null && 'locale' in root ? root.locale : null;
  return isLocale(locale) ? locale : 'vi';
}

/** The title of a page that is the same for whatever it shows. */
export function pageTitle(key: string): MetaFunction {
  return ({ matches }) => {
    const locale = localeOf(matches);
    return [{ title: `${translate(locale, key)} – ${translate(locale, 'ui.product')}` }];
  };
}
