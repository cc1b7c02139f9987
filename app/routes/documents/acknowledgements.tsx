import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { listAcknowledgements } from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { inForceHead } from '#app/modules/documents/reading/document-page.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.acknowledgements') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  const head = await inForceHead(services.db, actor, params.documentId ?? '', now);
  return { locale, head, rows: await listAcknowledgements(services.db, actor, head.revision.id, now) };
}

export default function Acknowledgements() {
  const { head, rows } = useLoaderData<typeof loader>();
  const t = useT();
  const read = rows.filter((row) => row.acknowledgedAt).length;
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.acknowledgements')}
        lead={t('documents.acknowledgements.lead', { read, all: rows.length })}
      />
      <DataTable
        caption={t('documents.act.acknowledgements')}
        rows={rows}
        rowKey={(row) => row.officerId}
        empty={<EmptyState title={t('documents.acknowledgements.nobody')} />}
        columns={[
          {
            key: 'name',
            label: t('documents.acknowledgements.officer'),
            main: true,
            cell: (row) => <InLanguage>{row.officerName}</InLanguage>,
          },
          {
            key: 'state',
            label: t('documents.field.state'),
            cell: (row) => <Stamp kind={row.acknowledgedAt ? 'acknowledged' : 'to-acknowledge'} />,
          },
          {
            key: 'at',
            label: t('documents.acknowledgements.at'),
            figures: true,
            cell: (row) => (row.acknowledgedAt ? <InstantText at={row.acknowledgedAt} /> : ''),
          },
        ]}
      />
    </>
  );
}
