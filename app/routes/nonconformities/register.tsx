import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { newNonconformityPath, nonconformityRegisterFilePath } from '#app/modules/nonconformities/paths.ts';
import { listNonconformities, registerPageSize } from '#app/modules/nonconformities/register.server.ts';
import { registerFilterOf } from '#app/modules/nonconformities/register-filter.ts';
import { sourceKinds } from '#app/modules/nonconformities/source.ts';
import { RegisterTable } from '#app/modules/nonconformities/ui/register-table.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('nonconformities.title');

const states = ['not-ended', 'overdue', 'all'] as const;
const stages = [
  'draft',
  'open',
  'contained',
  'analysed',
  'plan-approved',
  'in-progress',
  'waiting-for-check',
  'closed',
  'cancelled',
] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.read');
  const { db } = context.services;
  const today = dayOf(context.now);
  const url = new URL(request.url);
  const filter = registerFilterOf(url, today);
  const units = await listUnits(db, actor, today);
  return {
    ...(await listNonconformities(db, actor, filter)),
    filter: { ...filter, shownState: url.searchParams.get('state') ?? 'not-ended' },
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
    canReport: may(actor, 'nonconformity.report'),
    pageSize: registerPageSize,
  };
}

export default function Register() {
  const { rows, total, overdue, page, pageSize, filter, units, canReport } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { search } = useLocation();
  const any = t('nonconformities.filter.any');
  return (
    <>
      <PageHeader
        title={t('nonconformities.title')}
        lead={t('nonconformities.lead', { total, overdue })}
        actions={
          <>
            {canReport ? (
              <ButtonLink kind="primary" to={newNonconformityPath}>
                {t('nonconformities.report.title')}
              </ButtonLink>
            ) : null}
            <ButtonLink kind="quiet" to={`${nonconformityRegisterFilePath}${search}`} download>
              {t('nonconformities.export')}
            </ButtonLink>
          </>
        }
      />
      <Filters>
        <TextField name="q" type="search" label={t('nonconformities.filter.words')} value={filter.words} />
        <SelectField
          name="state"
          label={t('nonconformities.filter.state')}
          value={filter.shownState}
          options={[
            ...states.map((state) => ({ value: state, label: t(`nonconformities.filter.${state}`) })),
            ...stages.map((state) => ({ value: state, label: t(`nonconformities.state.${state}`) })),
          ]}
        />
        <SelectField
          name="unit"
          label={t('nonconformities.field.unit')}
          none={any}
          value={filter.unitId}
          options={units.map((unit) => ({
            value: unit.id,
            label: locale === 'en' ? unit.nameEn : unit.nameVi,
          }))}
        />
        <SelectField
          name="source"
          label={t('nonconformities.field.source')}
          none={any}
          value={filter.source}
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`nonconformities.source.${kind}`) }))}
        />
        <SelectField
          name="grade"
          label={t('nonconformities.field.grade')}
          none={any}
          value={filter.grade}
          options={(['minor', 'major'] as const).map((grade) => ({
            value: grade,
            label: t(`ui.stamp.${grade}`),
          }))}
        />
      </Filters>
      <RegisterTable
        rows={rows}
        empty={
          <EmptyState title={t('nonconformities.none')}>
            <p>{t('nonconformities.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
