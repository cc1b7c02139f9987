import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/reader.tsx';

export interface Crumb {
  label: ReactNode;
  to: string;
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useT();
  return (
    <nav aria-label={t('ui.breadcrumbs')} className="breadcrumbs">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PageHeaderProps {
  title: ReactNode;
  /** One sentence: what this page is for, or the first thing its reader wants to know. */
  lead?: ReactNode;
  /** Small line above the title, e.g. code and kind of a document. */
  over?: ReactNode;
  crumbs?: readonly Crumb[];
  stamps?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, lead, over, crumbs, stamps, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      {crumbs && crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      {over ? <p className="page-over">{over}</p> : null}
      <div className="page-title">
        <h1>{title}</h1>
        {stamps ? <div className="page-stamps">{stamps}</div> : null}
      </div>
      {lead ? <p className="page-lead">{lead}</p> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </header>
  );
}
