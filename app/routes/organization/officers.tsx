import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { type ListedOfficer, listOfficers } from '#app/modules/organization/officers.server.ts';
import { newOfficerPath, officerPath, staffImportPath } from '#app/modules/organization/paths.ts';
import { OtherDayNotice } from '#app/modules/organization/ui/day-filter.tsx';
import { HeldPositions } from '#app/modules/organization/ui/held-positions.tsx';
import { OrganizationHead } from '#app/modules/organization/ui/organization-head.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { askedDay } from '../asked-day.ts';
import { pageTitle } from '../page-title.ts';

const pageSize = 50;

export const meta = pageTitle('organization.tab.officers');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const url = new URL(request.url);
  const day = askedDay(request, context.now);
  const words = url.searchParams.get('words') ?? '';
  const unitId = url.searchParams.get('unit') ?? '';
  const everyone = url.searchParams.get('show') === 'everyone';
  const page = pageAsked(url);
  const { officers, total } = await listOfficers(db, actor, day, { words, unitId, everyone, page, pageSize });
  const units = await listUnits(db, actor, day);
  const mayMaintain = may(actor, 'organization.maintain');
  return {
    day,
    today: dayOf(context.now),
    words,
    unitId,
    everyone,
    page,
    officers,
    total,
    units,
    mayMaintain,
  };
}

export default function Officers() {
  const { day, today, officers, total, page, mayMaintain, ...filter } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<ListedOfficer>[] = [
    {
      key: 'name',
      label: t('organization.field.officer-name'),
      main: true,
      cell: (officer) => (
        <Link to={officerPath(officer.id)} lang="vi">
          {officer.name}
        </Link>
      ),
    },
    { key: 'key', label: t('organization.field.key'), cell: (officer) => <code>{officer.key}</code> },
    {
      key: 'positions',
      label: t('organization.field.positions'),
      cell: (officer) => <HeldPositions positions={officer.positions} />,
    },
    {
      key: 'left',
      label: t('organization.field.left'),
      figures: true,
      cell: (officer) => (officer.validUntil ? <DayText day={officer.validUntil} /> : null),
    },
  ];
  return (
    <>
      <OrganizationHead
        lead={t('organization.officers-lead', { count: total })}
        actions={
          mayMaintain ? (
            <>
              <ButtonLink to={newOfficerPath}>{t('organization.officer.new')}</ButtonLink>
              <ButtonLink to={staffImportPath}>{t('organization.import.title')}</ButtonLink>
            </>
          ) : null
        }
      />
      <OfficerFilters day={day} {...filter} />
      <OtherDayNotice day={day} today={today} />
      <DataTable
        caption={t('organization.tab.officers')}
        columns={columns}
        rows={officers}
        rowKey={(officer) => officer.id}
        empty={
          <EmptyState title={t('organization.no-officer')}>
            <p>{t('organization.no-officer-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}

interface FilterProps {
  day: string;
  words: string;
  unitId: string;
  everyone: boolean;
  units: { id: string; nameVi: string; nameEn: string }[];
}

function OfficerFilters({ day, words, unitId, everyone, units }: FilterProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Filters>
      <TextField name="words" type="search" label={t('organization.filter.words')} value={words} />
      <SelectField
        name="unit"
        label={t('organization.field.unit')}
        none={t('organization.filter.all-units')}
        value={unitId}
        options={units.map((unit) => ({
          value: unit.id,
          label: locale === 'vi' ? unit.nameVi : unit.nameEn,
        }))}
      />
      <SelectField
        name="show"
        label={t('organization.filter.show')}
        none={t('organization.filter.in-service')}
        value={everyone ? 'everyone' : ''}
        options={[{ value: 'everyone', label: t('organization.filter.everyone') }]}
      />
      <TextField name="day" type="date" label={t('organization.as-of')} value={day} />
    </Filters>
  );
}
