import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { listDisposals } from '#app/modules/records/disposal-page.server.ts';
import { listDueRecords } from '#app/modules/records/due.server.ts';
import { newDisposalPath, recordsPath } from '#app/modules/records/paths.ts';
import { sidesFor } from '#app/modules/records/sides.ts';
import { DisposalTable } from '#app/modules/records/ui/disposal-parts.tsx';
import { RecordsTabs } from '#app/modules/records/ui/records-tabs.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.disposals.title');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.read');
  const { db } = context.services;
  return {
    rows: await listDisposals(db, actor),
    due: (await listDueRecords(db, actor, context.now)).length,
    canPropose: may(actor, 'disposal.propose'),
    sides: sidesFor(actor),
  };
}

export default function Disposals() {
  const { rows, due, canPropose, sides } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        title={t('records.disposals.title')}
        lead={t('records.disposals.lead', { due })}
        actions={
          canPropose && due > 0 ? (
            <ButtonLink kind="primary" to={newDisposalPath}>
              {t('records.disposals.new')}
            </ButtonLink>
          ) : null
        }
      />
      <RecordsTabs sides={sides} />
      <DisposalTable
        rows={rows}
        empty={
          <EmptyState title={t('records.disposals.none')}>
            <p>{t('records.disposals.none-hint')}</p>
          </EmptyState>
        }
      />
    </>
  );
}
