import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData, useLocation } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { publicRegisterPath, registerPath } from '#app/modules/documents/paths.ts';
import { searchDocuments, searchPageSize } from '#app/modules/documents/reading/document-search.server.ts';
import { SearchResults } from '#app/modules/documents/ui/search-results.tsx';
import { searchPath } from '#app/paths.ts';
import { may } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { changedSearch, pageAsked } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const locale = data?.locale ?? 'vi';
  const words = data?.words ?? '';
  return [
    { title: words ? translate(locale, 'search.title-words', { words }) : translate(locale, 'search.title') },
  ];
};

const mostPages = 25;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const url = new URL(request.url);
  const words = (url.searchParams.get('q') ?? '').slice(0, 200).trim();
  const page = Math.min(pageAsked(url), mostPages);
  const found = await searchDocuments(context.services.db, actor, words, { on: dayOf(context.now), page });
  if (page > 1 && found.results.length === 0) {
    throw redirect(`${searchPath}?${new URLSearchParams({ q: words }).toString()}`);
  }
  return {
    locale: context.locale,
    words,
    staff: may(actor, 'document.read'),
    pageSize: searchPageSize,
    ...found,
  };
}

export default function Search() {
  const { words, staff, results, page, pageSize, more } = useLoaderData<typeof loader>();
  const t = useT();
  const from = (page - 1) * pageSize + 1;
  return (
    <>
      <PageHeader title={t('search.title')} />
      <Form method="get" action={searchPath} role="search" className="search-line" key={words}>
        <label className="unseen" htmlFor="words">
          {t('search.label')}
        </label>
        <input
          id="words"
          type="search"
          name="q"
          maxLength={200}
          defaultValue={words}
          aria-describedby="words-hint"
        />
        <button type="submit" className="button button-primary">
          {t('search.button')}
        </button>
      </Form>
      <p id="words-hint" className="hint">
        {t('search.hint')}
      </p>
      {words === '' ? null : results.length === 0 ? (
        <EmptyState title={t('search.none', { words })}>
          <p>{t('search.none-hint')}</p>
          <p>
            <Link to={staff ? registerPath : publicRegisterPath}>{t('search.all-documents')}</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <p role="status">
            {t('search.found', { from, to: from + results.length - 1 })} {t('search.found-for', { words })}
          </p>
          <SearchResults results={results} staff={staff} />
          <Pages page={page} more={more} />
        </>
      )}
    </>
  );
}

/** How many are found in all is not counted: nobody reads that far. */
function Pages({ page, more }: { page: number; more: boolean }) {
  const t = useT();
  const { search } = useLocation();
  if (page === 1 && !more) return null;
  return (
    <nav className="pager" aria-label={t('search.pages')}>
      {page > 1 ? (
        <Link to={changedSearch(search, { page: page === 2 ? null : page - 1 })} rel="prev">
          {t('search.previous')}
        </Link>
      ) : (
        <span />
      )}
      {more && page < mostPages ? (
        <Link to={changedSearch(search, { page: page + 1 })} rel="next">
          {t('search.next')}
        </Link>
      ) : null}
    </nav>
  );
}
