import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { documentPath, registerPath } from '#app/modules/documents/paths.ts';
import { listReviews } from '#app/modules/documents/periodic-review/review-list.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp } from '#app/ui/stamp.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'periodic-review.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'periodic-review.read');
  const rows = await listReviews(context.services.db, actor, dayOf(context.now));
  return { locale: context.locale, rows };
}

/** What is to be looked at again, the longest overdue on top. */
export default function PeriodicReviews() {
  const { rows } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const count = (time: string) => rows.filter((row) => row.time === time).length;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('periodic-review.title')}
        lead={t('periodic-review.lead', { overdue: count('overdue'), due: count('due') })}
      />
      <DataTable
        caption={t('periodic-review.title')}
        rows={rows}
        rowKey={(row) => row.documentId}
        empty={<EmptyState title={t('periodic-review.none')} />}
        columns={[
          { key: 'code', label: t('documents.field.code'), figures: true, cell: (row) => row.code },
          {
            key: 'title',
            label: t('documents.field.title'),
            main: true,
            cell: (row) => (
              <Link to={documentPath(row.documentId, 'periodic-review')}>
                <Title vi={row.titleVi} en={row.titleEn} />
              </Link>
            ),
          },
          {
            key: 'unit',
            label: t('documents.field.unit'),
            cell: (row) => (locale === 'en' ? row.unitEn : row.unitVi) ?? '',
          },
          {
            key: 'last',
            label: t('periodic-review.last'),
            figures: true,
            cell: (row) => (row.lastReviewed ? <DayText day={row.lastReviewed} /> : ''),
          },
          {
            key: 'next',
            label: t('periodic-review.next'),
            figures: true,
            cell: (row) => (
              <>
                <DayText day={row.next} /> {row.time === 'overdue' ? <Stamp kind="overdue" /> : null}
                {row.time === 'due' ? <Stamp kind="due-soon" /> : null}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
