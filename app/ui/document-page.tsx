import type { ReactNode } from 'react';
import type { Locale } from '../i18n/locale.ts';

interface DocumentPageProps {
  /** Sign-off, place in the system, my steps: what the printed page has around its text. */
  aside?: ReactNode;
  asideLabel?: string;
  lang: Locale;
  children: ReactNode;
}

/** A document reads like its printed page: a serif, seventy characters wide, with its papers beside it. */
export function DocumentPage({ aside, asideLabel, lang, children }: DocumentPageProps) {
  return (
    <div className="document-page">
      <article className="document" lang={lang}>
        {children}
      </article>
      {aside ? (
        <aside className="document-aside" aria-label={asideLabel}>
          {aside}
        </aside>
      ) : null}
    </div>
  );
}

/**
 * HTML that the press made from guarded text and stored by its hash. Nothing else may be given here.
 */
export function StoredHtml({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only place; the press escaped everything a person typed
  return <div className="pressed" dangerouslySetInnerHTML={{ __html: html }} />;
}
