import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import {
  acknowledgementCsvPath,
  acknowledgementPdfPath,
} from '#app/modules/documents/acknowledgement/paths.ts';
import { acknowledgementRegister } from '#app/modules/documents/acknowledgement/register.server.ts';
import {
  acknowledgementFilterOf,
  lineStates,
  linesAPage,
} from '#app/modules/documents/acknowledgement/register.ts';
import { registerPath } from '#app/modules/documents/paths.ts';
import { AcknowledgementTable } from '#app/modules/documents/ui/acknowledgement/acknowledgement-table.tsx';
import { listOfficers } from '#app/modules/organization/officers.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'acknowledgement.register.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'acknowledgement.read');
  const today = dayOf(now);
  const filter = acknowledgementFilterOf(new URL(request.url));
  const { officers } = await listOfficers(services.db, actor, today, { pageSize: 1000 });
  return {
    ...{ locale, today, filter, states: lineStates },
    officers: officers.map(({ id, name }) => ({ value: id, label: name })),
    ...(await acknowledgementRegister(services.db, actor, filter, today)),
  };
}

/** BM-01-05 of the whole office. */
export default function AcknowledgementRegister() {
  const { lines, total, page, signed, today, filter, officers, states } = useLoaderData<typeof loader>();
  const t = useT();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('acknowledgement.register.title')}
        lead={t('acknowledgement.register.lead', { signed, waiting: total - signed })}
        actions={
          <>
            <ButtonLink to={`${acknowledgementPdfPath}${search}`} download>
              {t('acknowledgement.register.pdf')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={`${acknowledgementCsvPath}${search}`} download>
              {t('acknowledgement.register.csv')}
            </ButtonLink>
          </>
        }
      />
      <Filters>
        {filter.documentId ? <input type="hidden" name="document" value={filter.documentId} /> : null}
        <SelectField
          name="officer"
          label={t('acknowledgement.field.officer')}
          none={t('documents.filter.any')}
          value={filter.officerId}
          options={officers}
        />
        <SelectField
          name="state"
          label={t('documents.filter.state')}
          none={t('documents.filter.any')}
          value={filter.state}
          options={states.map((state) => ({ value: state, label: t(`acknowledgement.state.${state}`) }))}
        />
      </Filters>
      <AcknowledgementTable
        lines={lines}
        today={today}
        empty={<EmptyState title={t('acknowledgement.register.nobody')} />}
      />
      <Pager page={page} pageSize={linesAPage} total={total} />
    </>
  );
}
