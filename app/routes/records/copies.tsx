import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listCopies } from '#app/modules/records/copies.server.ts';
import { recordsPath } from '#app/modules/records/paths.ts';
import { sidesFor } from '#app/modules/records/sides.ts';
import { CopyTable } from '#app/modules/records/ui/copy-table.tsx';
import { RecordsTabs } from '#app/modules/records/ui/records-tabs.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('copies.title');

const pageSize = 50;
const states = ['to-recall', 'out', 'not-given', 'returned'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'controlled-copy.read');
  const url = new URL(request.url);
  const state = url.searchParams.get('state') ?? '';
  const document = url.searchParams.get('document') ?? undefined;
  const all = await listCopies(context.services.db, actor, dayOf(context.now), document);
  const found = state === '' ? all : all.filter((one) => one.state === state);
  const page = Math.min(pageAsked(url), Math.max(1, Math.ceil(found.length / pageSize)));
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    toRecall: all.filter((one) => one.state === 'to-recall').length,
    page,
    state,
    canKeep: may(actor, 'controlled-copy.keep'),
    sides: sidesFor(actor),
  };
}

export default function Copies() {
  const { rows, total, toRecall, page, state, canKeep, sides } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        title={t('copies.title')}
        lead={t('copies.lead', { total, toRecall })}
      />
      <RecordsTabs sides={sides} />
      <Filters>
        <SelectField
          name="state"
          label={t('copies.field.state')}
          none={t('records.filter.any')}
          value={state}
          options={states.map((one) => ({ value: one, label: t(`copies.state.${one}`) }))}
        />
      </Filters>
      <CopyTable
        rows={rows}
        canKeep={canKeep}
        empty={
          <EmptyState title={t('copies.none')}>
            <p>{t('copies.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
