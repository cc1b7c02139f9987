import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from './locale.ts';
import { type MessageParams, translate } from './translate.ts';

export type Translate = (key: string, params?: MessageParams) => string;

const ReaderContext = createContext<Locale>('vi');

/** Tells every screen below which language its reader chose. */
export function Reader({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <ReaderContext.Provider value={locale}>{children}</ReaderContext.Provider>;
}

export function useLocale(): Locale {
  return useContext(ReaderContext);
}

export function useT(): Translate {
  const locale = useLocale();
  return useMemo(() => (key, params) => translate(locale, key, params), [locale]);
}
