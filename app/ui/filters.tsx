import { Form, Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/reader.tsx';

/** A GET form above a list: its answer is an address that can be kept and sent. */
export function Filters(props: { children: ReactNode; label?: string; apply?: string }) {
  const { children, label, apply } = props;
  const t = useT();
  const { pathname, search } = useLocation();
  return (
    <Form method="get" className="filters" aria-label={label ?? t('ui.filters.label')}>
      {children}
      <div className="filters-acts">
        <button type="submit" className="button button-secondary">
          {apply ?? t('ui.filters.apply')}
        </button>
        {search.length > 1 ? <Link to={pathname}>{t('ui.filters.clear')}</Link> : null}
      </div>
    </Form>
  );
}
