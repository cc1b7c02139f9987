import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { requestPath } from '../../change-requests/request-paths.ts';
import type { RequestLine } from '../../change-requests/request-register.server.ts';
import { RequestStamp } from './request-stamp.tsx';

export function RequestTable({ rows, empty }: { rows: readonly RequestLine[]; empty: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<RequestLine>[] = [
    {
      key: 'title',
      label: t('requests.field.document'),
      main: true,
      cell: (row) => (
        <Link to={requestPath(row.id)}>
          {row.code ? `${row.code} ` : ''}
          <InLanguage>{row.title}</InLanguage>
        </Link>
      ),
    },
    { key: 'number', label: t('requests.field.number'), figures: true, cell: (row) => row.number },
    { key: 'kind', label: t('requests.field.kind'), cell: (row) => t(`requests.kind.${row.kind}`) },
    {
      key: 'proposer',
      label: t('requests.field.proposer'),
      cell: (row) => `${row.proposer}, ${locale === 'en' ? row.unitEn : row.unitVi}`,
    },
    {
      key: 'on',
      label: t('requests.field.proposed-on'),
      figures: true,
      cell: (row) => <DayText day={dayOf(row.proposedAt)} />,
    },
    {
      key: 'due',
      label: t('requests.field.due'),
      figures: true,
      cell: (row) => (row.dueOn ? <DayText day={row.dueOn} /> : null),
    },
    { key: 'state', label: t('requests.field.state'), cell: (row) => <RequestStamp state={row.state} /> },
  ];
  return (
    <DataTable
      caption={t('requests.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
