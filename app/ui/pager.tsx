import { Link, useLocation } from '@remix-run/react';
import { useT } from '../i18n/reader.tsx';

/** The same address with some of its search words changed; an empty value takes the word away. */
export function changedSearch(search: string, changes: Record<string, string | number | null>): string {
  const words = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') words.delete(name);
    else words.set(name, String(value));
  }
  const text = words.toString();
  return text === '' ? '?' : `?${text}`;
}

/** `page` counts from 1. Nothing is shown while everything fits on one page. */
export function Pager({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const t = useT();
  const { search } = useLocation();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  const from = (page - 1) * pageSize + 1;
  return (
    <nav className="pager" aria-label={t('ui.pager.label')}>
      {page > 1 ? (
        <Link to={changedSearch(search, { page: page === 2 ? null : page - 1 })} rel="prev">
          {t('ui.pager.previous')}
        </Link>
      ) : (
        <span />
      )}
      <span className="figures">
        {t('ui.pager.shown', { from, to: Math.min(total, page * pageSize), total })}
      </span>
      {page < pages ? (
        <Link to={changedSearch(search, { page: page + 1 })} rel="next">
          {t('ui.pager.next')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** The page asked for in an address, always a whole number from 1. */
export function pageAsked(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
