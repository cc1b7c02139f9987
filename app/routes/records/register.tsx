import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listOwnFillings } from '#app/modules/records/filling.server.ts';
import { newFillingPath } from '#app/modules/records/paths.ts';
import { listRecords, recordFilterOf, recordsPageSize } from '#app/modules/records/register.server.ts';
import { sidesFor } from '#app/modules/records/sides.ts';
import { OwnFillings, RecordTable } from '#app/modules/records/ui/record-tables.tsx';
import { RecordsTabs } from '#app/modules/records/ui/records-tabs.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.register.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.read');
  const { db } = context.services;
  const filter = recordFilterOf(new URL(request.url));
  return {
    ...(await listRecords(db, actor, filter, context.now)),
    filter,
    fillings: await listOwnFillings(db, actor, dayOf(context.now)),
    sides: sidesFor(actor),
    pageSize: recordsPageSize,
  };
}

export default function Records() {
  const { rows, total, page, pageSize, filter, forms, years, fillings, sides } =
    useLoaderData<typeof loader>();
  const t = useT();
  const options = (list: string[]) => list.map((one) => ({ value: one, label: one }));
  return (
    <>
      <PageHeader
        title={t('records.register.title')}
        lead={t('records.register.lead', { total })}
        actions={
          <ButtonLink kind="primary" to={newFillingPath}>
            {t('records.new.title')}
          </ButtonLink>
        }
      />
      <RecordsTabs sides={sides} />
      <Panel title={t('records.filling.own')} id="own">
        <OwnFillings fillings={fillings} />
      </Panel>
      <Filters>
        <TextField name="q" type="search" label={t('records.filter.words')} value={filter.words} />
        <SelectField
          name="form"
          label={t('records.filter.form')}
          none={t('records.filter.any')}
          value={filter.form}
          options={options(forms)}
        />
        <SelectField
          name="year"
          label={t('records.filter.year')}
          none={t('records.filter.any')}
          value={filter.year}
          options={options(years)}
        />
      </Filters>
      <RecordTable
        rows={rows}
        empty={
          <EmptyState title={t('records.register.none')}>
            <p>{t('records.register.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
