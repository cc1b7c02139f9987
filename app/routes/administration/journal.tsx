import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { administrationPath } from '#app/modules/accounts/paths.ts';
import { journalActions } from '#app/modules/journal/actions.ts';
import { listJournal } from '#app/modules/journal/reading.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'journal.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const action = journalActions.find((one) => one === url.searchParams.get('action'));
  const journal = await listJournal(context.services.db, await context.actor(), {
    action,
    page: pageAsked(url),
  });
  return { locale: context.locale, action: action ?? '', ...journal };
}

export default function Journal() {
  const { entries, total, page, pageSize, action } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('journal.title')}
        lead={t('journal.lead')}
        crumbs={[{ label: t('accounts.administration.title'), to: administrationPath }]}
      />
      <Filters>
        <SelectField
          name="action"
          label={t('journal.field.action')}
          none={t('journal.all')}
          value={action}
          options={journalActions.map((one) => ({ value: one, label: t(`journal.action.${one}`) }))}
        />
      </Filters>
      <DataTable
        caption={t('journal.title')}
        rows={entries}
        rowKey={(entry) => String(entry.seq)}
        columns={[
          { key: 'seq', label: t('journal.field.number'), figures: true, cell: (entry) => entry.seq },
          {
            key: 'at',
            label: t('journal.field.at'),
            cell: (entry) => <InstantText at={entry.recorded_at} />,
          },
          {
            key: 'action',
            label: t('journal.field.action'),
            main: true,
            cell: (entry) => t(`journal.action.${entry.action}`),
          },
          {
            key: 'who',
            label: t('journal.field.who'),
            cell: (entry) => <span lang="vi">{entry.actor_name}</span>,
          },
          {
            key: 'reason',
            label: t('journal.field.reason'),
            cell: (entry) => <span lang="vi">{entry.reason ?? ''}</span>,
          },
          {
            key: 'hash',
            label: t('journal.field.hash'),
            cell: (entry) => <code>{entry.hash.slice(0, 12)}</code>,
          },
        ]}
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
