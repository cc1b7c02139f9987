import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { auditPageSize, listAudits } from '#app/modules/audits/audit-reading.server.ts';
import { auditKinds, auditStates } from '#app/modules/audits/lifecycle.ts';
import { auditPath, checklistsPath, newAuditPath, newChecklistPath } from '#app/modules/audits/paths.ts';
import { AuditState } from '#app/modules/audits/ui/audit-header.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.read');
  const url = new URL(request.url);
  const asked = (name: string) => url.searchParams.get(name) || undefined;
  const year = Number(asked('year'));
  const filter = {
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    kind: asked('kind'),
    state: asked('state'),
    page: pageAsked(url),
  };
  return {
    ...(await listAudits(context.services.db, actor, filter)),
    filter,
    pageSize: auditPageSize,
    can: { plan: may(actor, 'audit.plan'), make: may(actor, 'checklist.make') },
  };
}

type Row = Awaited<ReturnType<typeof loader>>['rows'][number];

export default function Programme() {
  const { rows, total, page, pageSize, filter, can } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const columns: Column<Row>[] = [
    {
      key: 'number',
      label: t('audits.field.number'),
      main: true,
      figures: true,
      cell: (row) => <Link to={auditPath(row.id)}>{row.number}</Link>,
    },
    { key: 'title', label: t('audits.field.title'), cell: (row) => row.title },
    { key: 'kind', label: t('audits.field.kind'), cell: (row) => t(`audits.kind.${row.kind}`) },
    {
      key: 'units',
      label: t('audits.field.units'),
      cell: (row) => row.units.map((unit) => (locale === 'en' ? unit.en : unit.vi)).join('; '),
    },
    {
      key: 'planned',
      label: t('audits.field.planned-on'),
      figures: true,
      cell: (row) => <DayText day={row.plannedOn} />,
    },
    { key: 'state', label: t('audits.field.state'), cell: (row) => <AuditState state={row.state} /> },
  ];
  return (
    <>
      <PageHeader
        title={t('audits.title')}
        lead={t('audits.lead', { total })}
        actions={
          <>
            {can.plan ? (
              <ButtonLink kind="primary" to={newAuditPath}>
                {t('audits.new.title')}
              </ButtonLink>
            ) : null}
            {can.make ? <ButtonLink to={newChecklistPath}>{t('audits.checklist.new')}</ButtonLink> : null}
            <ButtonLink kind="quiet" to={checklistsPath}>
              {t('audits.checklist.all')}
            </ButtonLink>
          </>
        }
      />
      <Filters>
        <TextField name="year" type="number" label={t('audits.field.year')} value={filter.year?.toString()} />
        <SelectField
          name="kind"
          label={t('audits.field.kind')}
          none={t('audits.filter.any')}
          value={filter.kind}
          options={auditKinds.map((kind) => ({ value: kind, label: t(`audits.kind.${kind}`) }))}
        />
        <SelectField
          name="state"
          label={t('audits.field.state')}
          none={t('audits.filter.any')}
          value={filter.state}
          options={auditStates.map((state) => ({ value: state, label: t(`ui.stamp.${state}`) }))}
        />
      </Filters>
      <DataTable
        caption={t('audits.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('audits.none')}>
            <p>{t('audits.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
