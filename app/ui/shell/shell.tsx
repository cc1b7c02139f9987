import { Form, Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useT } from '../../i18n/reader.tsx';
import {
  handbookPath,
  languagePath,
  searchPath,
  signInPath,
  signOutPath,
  startPath,
  themePath,
} from '../../paths.ts';
import { InLanguage } from '../in-language.tsx';
import { isWithin, type NavigationEntry } from './navigation.ts';

export interface ShellFacts {
  office: { vi: string; en: string } | null;
  /** Name of the person signed in, null for the public. */
  person: string | null;
  navigation: readonly NavigationEntry[];
  has: { search: boolean; signIn: boolean; handbook: boolean };
}

function SearchForm() {
  const t = useT();
  return (
    <Form method="get" action={searchPath} role="search" className="search">
      <label className="unseen" htmlFor="search-words">
        {t('ui.search.label')}
      </label>
      <input
        id="search-words"
        type="search"
        name="q"
        maxLength={200}
        placeholder={t('ui.search.label')}
        title={t('ui.search.key')}
        aria-keyshortcuts="/"
        autoComplete="off"
      />
      <button type="submit" className="button button-quiet">
        {t('ui.search.button')}
      </button>
    </Form>
  );
}

function Display() {
  const t = useT();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const here = <input type="hidden" name="to" value={`${pathname}${search}`} />;
  return (
    <details className="menu">
      <summary>{t('ui.display')}</summary>
      <div className="menu-sheet">
        <form method="post" action={languagePath} aria-label={t('ui.language.label')}>
          {here}
          {(['vi', 'en'] as const).map((choice) => (
            <button
              key={choice}
              name="lang"
              value={choice}
              lang={choice}
              aria-pressed={choice === locale}
              type="submit"
            >
              {t(`ui.language.${choice}`)}
            </button>
          ))}
        </form>
        <form method="post" action={themePath} aria-label={t('ui.theme.label')}>
          {here}
          {(['light', 'dark', 'system'] as const).map((choice) => (
            <button key={choice} name="theme" value={choice} type="submit">
              {t(`ui.theme.${choice}`)}
            </button>
          ))}
        </form>
      </div>
    </details>
  );
}

function Person({ facts }: { facts: ShellFacts }) {
  const t = useT();
  if (facts.person !== null) {
    return (
      <form method="post" action={signOutPath} className="person">
        <span className="person-name" title={t('ui.signed-in-as', { name: facts.person })}>
          {facts.person}
        </span>
        <button type="submit" className="button button-quiet">
          {t('ui.sign-out')}
        </button>
      </form>
    );
  }
  return facts.has.signIn ? (
    <Link to={signInPath} className="button button-secondary">
      {t('ui.sign-in')}
    </Link>
  ) : null;
}

function Areas({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <ul>
      {navigation.map((area) => (
        <li key={area.key}>
          <Link to={area.to} aria-current={isWithin(area, pathname) ? 'page' : undefined}>
            {t(`ui.nav.${area.key}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Head({ facts }: { facts: ShellFacts }) {
  const t = useT();
  const locale = useLocale();
  const { navigation } = facts;
  return (
    <header className="site-head">
      <div className="site-bar">
        <Link to={startPath} className="wordmark">
          <span className="wordmark-seal" aria-hidden="true">
            rõ
          </span>
          <span className="wordmark-text">
            <InLanguage>{t('ui.product')}</InLanguage>
            {facts.office ? <small>{facts.office[locale]}</small> : null}
          </span>
        </Link>
        {facts.has.search ? <SearchForm /> : <span className="site-gap" />}
        <div className="site-acts">
          <Display />
          <Person facts={facts} />
        </div>
      </div>
      {navigation.length > 0 ? (
        <>
          <nav className="site-nav" aria-label={t('ui.nav.label')}>
            <Areas navigation={navigation} />
          </nav>
          <details className="site-menu">
            <summary>{t('ui.nav.menu')}</summary>
            <nav aria-label={t('ui.nav.label')}>
              <Areas navigation={navigation} />
            </nav>
          </details>
        </>
      ) : null}
    </header>
  );
}

/** What stands around every screen. */
export function Shell({ facts, children }: { facts: ShellFacts; children: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <a href="#main" className="skip">
        {t('ui.skip')}
      </a>
      <Head facts={facts} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-foot">
        <p>
          {facts.office ? <strong>{facts.office[locale]}</strong> : null} {t('ui.footer.system')}
        </p>
        {facts.has.handbook ? <Link to={handbookPath()}>{t('ui.nav.handbook')}</Link> : null}
      </footer>
    </>
  );
}
