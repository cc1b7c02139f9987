import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { recordsPath } from '#app/modules/records/paths.ts';
import { retentionNow } from '#app/modules/records/record-type.ts';
import { listRecordTypes } from '#app/modules/records/record-types.server.ts';
import { readRetention } from '#app/modules/records/retention.ts';
import { sidesFor } from '#app/modules/records/sides.ts';
import { RecordTypeTable } from '#app/modules/records/ui/record-type-table.tsx';
import { RecordsTabs } from '#app/modules/records/ui/records-tabs.tsx';
import { fold } from '#app/modules/search/fold.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.types.title');

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.read');
  const url = new URL(request.url);
  const words = url.searchParams.get('q')?.trim() ?? '';
  const lacking = url.searchParams.get('lacking') === 'retention';
  const types = await listRecordTypes(context.services.db, actor, dayOf(context.now));
  const asked = fold(words).split(/\s+/).filter(Boolean);
  const found = types.filter((type) => {
    const hay = fold(`${type.code ?? ''} ${type.name} ${type.keepers.map((one) => one.vi).join(' ')}`);
    const unknown = readRetention(retentionNow(type)).kind === 'unknown';
    return (!lacking || unknown) && asked.every((word) => hay.includes(word));
  });
  const page = Math.min(pageAsked(url), Math.max(1, Math.ceil(found.length / pageSize)));
  return {
    rows: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    unknown: types.filter((type) => readRetention(retentionNow(type)).kind === 'unknown').length,
    filter: { words, lacking: lacking ? 'retention' : '' },
    page,
    sides: sidesFor(actor),
  };
}

export default function RecordTypes() {
  const { rows, total, unknown, filter, page, sides } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        title={t('records.types.title')}
        lead={t('records.types.lead', { total, unknown })}
      />
      <RecordsTabs sides={sides} />
      <Filters>
        <TextField name="q" type="search" label={t('records.types.words')} value={filter.words} />
        <SelectField
          name="lacking"
          label={t('records.types.lacking')}
          none={t('records.filter.any')}
          value={filter.lacking}
          options={[{ value: 'retention', label: t('records.types.lacking-retention') }]}
        />
      </Filters>
      <RecordTypeTable
        rows={rows}
        empty={
          <EmptyState title={t('records.types.none')}>
            <p>{t('records.types.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
