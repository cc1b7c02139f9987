import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { requestKinds, requestStates } from '#app/modules/documents/change-requests/change-request.ts';
import { newRequestPath } from '#app/modules/documents/change-requests/request-paths.ts';
import {
  listRequests,
  requestFilterOf,
  requestsPageSize,
} from '#app/modules/documents/change-requests/request-register.server.ts';
import { registerPath } from '#app/modules/documents/paths.ts';
import { RequestTable } from '#app/modules/documents/ui/requests/request-table.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('requests.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.read');
  const { db } = context.services;
  const filter = requestFilterOf(new URL(request.url));
  const units = await listUnits(db, actor, dayOf(context.now));
  return {
    ...(await listRequests(db, actor, filter)),
    filter,
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
    canPropose: may(actor, 'change-request.propose'),
    pageSize: requestsPageSize,
  };
}

export default function Requests() {
  const { rows, total, page, pageSize, filter, units, canPropose } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const any = t('requests.filter.any');
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('requests.title')}
        lead={t('requests.lead', { total })}
        actions={
          canPropose ? (
            <ButtonLink kind="primary" to={newRequestPath}>
              {t('requests.new.title')}
            </ButtonLink>
          ) : null
        }
      />
      <Filters>
        <TextField name="q" type="search" label={t('requests.filter.words')} value={filter.words} />
        <SelectField
          name="state"
          label={t('requests.field.state')}
          value={filter.state}
          options={[
            { value: 'open', label: t('requests.filter.open') },
            { value: 'all', label: t('requests.filter.all') },
            ...requestStates.map((state) => ({ value: state, label: t(`requests.state.${state}`) })),
          ]}
        />
        <SelectField
          name="kind"
          label={t('requests.field.kind')}
          none={any}
          value={filter.kind}
          options={requestKinds.map((kind) => ({ value: kind, label: t(`requests.kind.${kind}`) }))}
        />
        <SelectField
          name="unit"
          label={t('requests.field.unit')}
          none={any}
          value={filter.unitId}
          options={units.map((unit) => ({
            value: unit.id,
            label: locale === 'en' ? unit.nameEn : unit.nameVi,
          }))}
        />
      </Filters>
      <RequestTable
        rows={rows}
        empty={
          <EmptyState title={t('requests.none')}>
            <p>{t('requests.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
