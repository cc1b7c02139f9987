import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { readComparison } from '#app/modules/documents/comparison/comparison.server.ts';
import { documentPath, registerPath } from '#app/modules/documents/paths.ts';
import { ComparisonParts } from '#app/modules/documents/ui/comparison/comparison-parts.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { pageTitle } from '../page-title.ts';
import '#app/modules/documents/ui/documents.css';

export const meta = pageTitle('comparison.page.title');

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read-draft');
  const { searchParams } = new URL(request.url);
  const asked = {
    documentId: params.documentId ?? '',
    from: searchParams.get('from') || null,
    to: searchParams.get('to') || null,
  };
  return readComparison(services, actor, asked, dayOf(now), locale);
}

export default function Comparison() {
  const { documentId, code, title, revisions, from, to, compared } = useLoaderData<typeof loader>();
  const t = useT();
  const options = revisions.map((one) => ({
    value: one.id,
    label: [
      t('documents.issue-amended', { issue: one.issue, amendment: one.amendment }),
      one.inForce ? t('ui.stamp.in-force') : t(`ui.stamp.${one.state}`),
    ].join(' · '),
  }));
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.register.title'), to: registerPath },
          { label: code ?? t('documents.no-code'), to: documentPath(documentId) },
        ]}
        title={
          <>
            {t('comparison.page.title')}: <Title vi={title.vi || t('documents.no-title')} en={title.en} />
          </>
        }
        lead={t('comparison.page.lead')}
      />
      {revisions.length < 2 ? (
        <EmptyState title={t('comparison.page.one')} />
      ) : (
        <>
          <Filters label={t('comparison.page.title')} apply={t('comparison.page.compare')}>
            <SelectField name="from" label={t('comparison.page.from')} value={from ?? ''} options={options} />
            <SelectField name="to" label={t('comparison.page.to')} value={to ?? ''} options={options} />
          </Filters>
          {compared ? (
            <ComparisonParts compared={compared} />
          ) : (
            <Notice title={t(from === to ? 'comparison.page.twice' : 'comparison.page.unreadable')} />
          )}
        </>
      )}
    </>
  );
}
