import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { comingChanges } from '#app/modules/documents/currency/coming.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { documentPath, legalBasesPath } from '#app/modules/documents/paths.ts';
import '#app/modules/documents/ui/documents.css';
import { authorize } from '#app/permissions/matrix.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('currency.coming');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'currency.read');
  return { coming: await comingChanges(context.services.db, actor, dayOf(context.now)) };
}

export default function Coming() {
  const { coming } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.legal.title'), to: legalBasesPath }]}
        title={t('currency.coming')}
        lead={t('currency.coming-lead', { total: coming.length })}
      />
      <DataTable
        caption={t('currency.coming')}
        rows={coming}
        rowKey={(row) => `${row.change.key} ${row.change.id}`}
        empty={<EmptyState title={t('currency.coming-none')} />}
        columns={[
          {
            key: 'day',
            label: t('currency.field.day'),
            figures: true,
            cell: (row) => <DayText day={row.change.effect} />,
          },
          {
            key: 'law',
            label: t('currency.field.law'),
            main: true,
            cell: (row) => (
              <span lang="vi">
                <Link to={basisPath(row.change.key)}>{row.name}</Link>
                <span className="quiet line">{row.title}</span>
              </span>
            ),
          },
          {
            key: 'what',
            label: t('currency.field.change'),
            cell: (row) => (
              <>
                {t(`currency.will.${row.change.what}`)}
                {row.byName
                  ? ` · ${t(`currency.by.${row.change.what === 'ended' ? 'ended' : 'amended'}`, { name: row.byName })}`
                  : ''}
                {row.change.note ? (
                  <span className="quiet line" lang="vi">
                    {row.change.note}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'documents',
            label: t('currency.field.documents'),
            cell: (row) => (
              <span className="codes">
                {row.documents.map((one) => (
                  <Link key={one.id} to={documentPath(one.id)}>
                    {one.code}
                  </Link>
                ))}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
