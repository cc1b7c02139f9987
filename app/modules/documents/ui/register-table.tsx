import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { changedSearch } from '#app/ui/pager.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { documentPath, revisionPath } from '../paths.ts';
import type { RegisterRow } from '../register/register.server.ts';
import { RegisterStamp } from './stamps.tsx';

type Sort = 'code' | 'title' | 'in-force-from';

/** The register of documents (BM-01-02), one row a document. */
export function RegisterTable(props: {
  rows: RegisterRow[];
  sort: Sort;
  empty: ReactNode;
  /** Where a row leads; the public register has pages of its own. */
  to?: (row: RegisterRow) => string;
  /** Shows when each document is reviewed next. */
  reviews?: boolean;
}) {
  const { rows, sort, empty, reviews = false, to = (row) => documentPath(row.documentId) } = props;
  const t = useT();
  const locale = useLocale();
  const { search } = useLocation();
  const by = (key: Sort) =>
    ({
      to: changedSearch(search, { sort: key === 'code' ? null : key, page: null }),
      direction: sort === key ? (key === 'in-force-from' ? 'descending' : 'ascending') : 'none',
    }) as const;
  return (
    <DataTable
      caption={t('documents.register.title')}
      rows={rows}
      rowKey={(row) => row.documentId}
      empty={empty}
      columns={[
        {
          key: 'code',
          label: t('documents.field.code'),
          figures: true,
          sort: by('code'),
          cell: (row) =>
            row.code ?? (row.claimedCode ? <span className="quiet">{row.claimedCode}</span> : '–'),
        },
        {
          key: 'title',
          label: t('documents.field.title'),
          main: true,
          sort: by('title'),
          cell: (row) => (
            <Link to={to(row)}>
              {row.titleVi ? <Title vi={row.titleVi} en={row.titleEn} /> : t('documents.no-title')}
            </Link>
          ),
        },
        { key: 'kind', label: t('documents.field.kind'), cell: (row) => t(`documents.kind.${row.kind}`) },
        {
          key: 'unit',
          label: t('documents.field.unit'),
          cell: (row) => (locale === 'en' ? row.unitEn : row.unitVi) ?? '',
        },
        {
          key: 'issue',
          label: t('documents.field.issue'),
          figures: true,
          cell: (row) => `${row.issue}/${row.amendment}`,
        },
        {
          key: 'from',
          label: t('documents.field.in-force-from'),
          figures: true,
          sort: by('in-force-from'),
          cell: (row) => (row.inForceFrom ? <DayText day={row.inForceFrom} /> : ''),
        },
        ...(reviews
          ? [
              {
                key: 'review',
                label: t('documents.field.next-review'),
                figures: true,
                cell: (row: RegisterRow) => (row.nextReview ? <DayText day={row.nextReview} /> : ''),
              },
            ]
          : []),
        { key: 'state', label: t('documents.field.state'), cell: (row) => <States row={row} /> },
      ]}
    />
  );
}

const openStamps = ['in-review', 'approved', 'awaiting-acknowledgement'] as const;

/** In force, and beside it the revision in preparation if there is one. */
function States({ row }: { row: RegisterRow }) {
  const t = useT();
  const open = openStamps.find((state) => state === row.openState) ?? 'draft';
  if (row.state === 'in-preparation') return <Stamp kind={open} />;
  return (
    <span className="stamps">
      <RegisterStamp state={row.state} />
      {row.groundChanged ? <Stamp kind="overdue">{t('currency.mark-short')}</Stamp> : null}
      {row.openRevisionId ? (
        <Link to={revisionPath(row.openRevisionId)}>
          <Stamp kind={open} />
        </Link>
      ) : null}
    </span>
  );
}
