import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { publicDocumentPath } from '#app/paths.ts';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import { documentPath, legalBasisPath, revisionPath } from '../paths.ts';
import type { SearchResult } from '../reading/document-search.server.ts';
import { LegalStatus } from './legal-status.tsx';
import './search-results.css';

/** Each document once, at its best place, with a link to the very step or section. */
export function SearchResults({ results, staff }: { results: readonly SearchResult[]; staff: boolean }) {
  const t = useT();
  return (
    <ol className="found" aria-label={t('search.results')}>
      {results.map((result) => (
        <li key={result.revisionId ?? result.legalBasisKey}>
          <Found result={result} staff={staff} />
        </li>
      ))}
    </ol>
  );
}

function Found({ result, staff }: { result: SearchResult; staff: boolean }) {
  const t = useT();
  const locale = useLocale();
  const to = placeOf(result, staff);
  const { heading, headingMarks, excerpt, place } = result;
  return (
    <article>
      <h2>
        <Link to={to}>
          <Heading result={result} />
        </Link>
      </h2>
      <p className="found-facts">
        {result.kind === 'document' ? (
          <Stamp kind={stampOf(result.state)} />
        ) : (
          <>
            {t('search.legal-basis')}{' '}
            <LegalStatus row={{ status: result.state, inForceUntil: null, replacedBy: null }} />
          </>
        )}
      </p>
      <p className="found-words" lang="vi">
        <span className="found-place" lang={locale}>
          {t(`search.place.${place}`)}
        </span>
        {heading ? (
          <>
            {place === 'step' ? ' ' : ' · '}
            <strong>
              <Marked text={heading} marks={headingMarks} />
            </strong>
          </>
        ) : null}{' '}
        <Marked text={excerpt.text} marks={excerpt.marks} />
      </p>
    </article>
  );
}

function Heading({ result }: { result: SearchResult }) {
  const locale = useLocale();
  const title = locale === 'en' && result.titleEn ? result.titleEn : result.title;
  const inOther = locale === 'en' && !result.titleEn;
  return (
    <>
      {result.code ? <span className="found-code">{result.code}</span> : null}{' '}
      <span lang={inOther ? 'vi' : undefined}>{title}</span>
    </>
  );
}

function stampOf(state: string): StampKind {
  if (state === 'in-force' || state === 'not-yet-in-force' || state === 'awaiting-acknowledgement')
    return state;
  return state === 'in-review' || state === 'approved' ? state : 'draft';
}

/** A citizen reads on the public page; a draft stands on its revision's page. */
function placeOf(result: SearchResult, staff: boolean): string {
  if (result.kind === 'legal-basis') return legalBasisPath(result.legalBasisKey ?? '');
  const anchor = result.key ? `#${result.place === 'step' ? 'step-' : ''}${result.key}` : '';
  if (!staff) return `${publicDocumentPath(result.documentId ?? '')}${anchor}`;
  return result.state === 'in-force'
    ? `${documentPath(result.documentId ?? '')}${anchor}`
    : `${revisionPath(result.revisionId ?? '')}${anchor}`;
}

/** Text with the words found marked. The places are those of the NFC text. */
function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const parts = marks.map(([from, to], at) => ({
    plain: text.slice(marks[at - 1]?.[1] ?? 0, from),
    marked: text.slice(from, to),
    from,
  }));
  return (
    <>
      {parts.map(({ plain, marked, from }) => (
        <span key={from}>
          {plain}
          <mark>{marked}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
