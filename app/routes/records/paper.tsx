import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { readPaperReport } from '#app/modules/records/paper-report.server.ts';
import { recordsPath } from '#app/modules/records/paths.ts';
import { sidesFor } from '#app/modules/records/sides.ts';
import { FormUses, ProposalTable } from '#app/modules/records/ui/proposal-parts.tsx';
import { RecordsTabs } from '#app/modules/records/ui/records-tabs.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('paper.title');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'paper-report.read');
  return {
    ...(await readPaperReport(context.services.db, actor, dayOf(context.now))),
    canSettle: may(actor, 'paper-report.settle'),
    sides: sidesFor(actor),
  };
}

export default function Paper() {
  const { forms, papers, proposals, canSettle, sides } = useLoaderData<typeof loader>();
  const t = useT();
  const saved = proposals.reduce((sum, one) => sum + one.saving.papers, 0);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        title={t('paper.title')}
        lead={t('paper.lead', { papers, forms: forms.length, proposals: proposals.length, saved })}
      />
      <RecordsTabs sides={sides} />
      <ProposalTable
        rows={proposals}
        canSettle={canSettle}
        empty={
          <EmptyState title={t('paper.none')}>
            <p>{t('paper.none-hint')}</p>
          </EmptyState>
        }
      />
      <FormUses forms={forms} />
    </>
  );
}
