import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { organizationPath } from '#app/modules/organization/paths.ts';
import { OtherDayNotice } from '#app/modules/organization/ui/day-filter.tsx';
import { listUnits, type Unit } from '#app/modules/organization/units.server.ts';
import { listLoads, listUnfilledRoles } from '#app/modules/responsibilities/coverage.server.ts';
import { dutiesFilePath } from '#app/modules/responsibilities/paths.ts';
import { LoadTable } from '#app/modules/responsibilities/ui/load-table.tsx';
import { UnfilledRoles } from '#app/modules/responsibilities/ui/unfilled-roles.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { askedDay } from '../asked-day.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('responsibilities.title');

const shown = ['vacant', 'overfull', 'without-duties'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const asked = new URL(request.url).searchParams;
  const day = askedDay(request, context.now);
  const unitId = asked.get('unit') ?? '';
  const show = shown.find((one) => one === asked.get('show')) ?? '';
  const all = await listLoads(db, actor, day, unitId ? { unitId } : {});
  const loads = all.filter((load) => {
    if (show === 'vacant') return load.vacant;
    if (show === 'overfull') return load.overfull;
    return show === '' || load.duties === 0;
  });
  const units = await listUnits(db, actor, day);
  const unfilled = await listUnfilledRoles(db, actor, day);
  const counts = {
    positions: all.length,
    vacant: all.filter((load) => load.vacant).length,
    overfull: all.filter((load) => load.overfull).length,
    unfilled: unfilled.length,
  };
  return { day, today: dayOf(context.now), unitId, show, loads, units, unfilled, counts };
}

export default function Responsibilities() {
  const { day, today, unitId, show, loads, units, unfilled, counts } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const withLoads = units.filter((unit) => loads.some((load) => load.unitId === unit.id));
  return (
    <>
      <PageHeader
        title={t('responsibilities.title')}
        lead={t('responsibilities.lead', counts)}
        actions={
          <>
            <ButtonLink to={organizationPath}>{t('organization.title')}</ButtonLink>
            <ButtonLink to={`${dutiesFilePath}?${new URLSearchParams({ day, unit: unitId })}`} download>
              {t('responsibilities.export')}
            </ButtonLink>
          </>
        }
      />
      <LoadFilters day={day} unitId={unitId} show={show} units={units} />
      <OtherDayNotice day={day} today={today} />
      {withLoads.length === 0 ? <EmptyState title={t('responsibilities.none')} /> : null}
      {withLoads.map((unit) => (
        <Panel key={unit.id} id={unit.key} title={<Title vi={unit.nameVi} en={unit.nameEn} />}>
          <LoadTable
            caption={t('organization.positions-of', { unit: locale === 'vi' ? unit.nameVi : unit.nameEn })}
            loads={loads.filter((load) => load.unitId === unit.id)}
          />
        </Panel>
      ))}
      <UnfilledRoles roles={unfilled} />
    </>
  );
}

function LoadFilters(props: { day: string; unitId: string; show: string; units: Unit[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Filters>
      <SelectField
        name="unit"
        label={t('organization.field.unit')}
        none={t('organization.filter.all-units')}
        value={props.unitId}
        options={props.units.map((unit) => ({
          value: unit.id,
          label: locale === 'vi' ? unit.nameVi : unit.nameEn,
        }))}
      />
      <SelectField
        name="show"
        label={t('organization.filter.show')}
        none={t('responsibilities.show.all')}
        value={props.show}
        options={shown.map((one) => ({ value: one, label: t(`responsibilities.show.${one}`) }))}
      />
      <TextField name="day" type="date" label={t('organization.as-of')} value={props.day} />
    </Filters>
  );
}
