import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import {
  newPositionPath,
  newUnitPath,
  positionChangePath,
  unitPath,
} from '#app/modules/organization/paths.ts';
import { listPositions, type StaffedPosition } from '#app/modules/organization/positions.server.ts';
import { DayFilter } from '#app/modules/organization/ui/day-filter.tsx';
import { Holders } from '#app/modules/organization/ui/holders.tsx';
import { OrganizationHead } from '#app/modules/organization/ui/organization-head.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { askedDay } from '../asked-day.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const day = askedDay(request, context.now);
  const units = await listUnits(db, actor, day);
  const positions = await listPositions(db, actor, day);
  const mayMaintain = may(actor, 'organization.maintain');
  return { day, today: dayOf(context.now), units, positions, mayMaintain };
}

export default function OrganizationOverview() {
  const { day, today, units, positions, mayMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const vacant = positions.filter((position) => position.vacant).length;
  const overfull = positions.filter((position) => position.overfull).length;
  return (
    <>
      <OrganizationHead
        lead={t('organization.lead', { units: units.length, positions: positions.length, vacant, overfull })}
        actions={
          mayMaintain ? (
            <>
              <ButtonLink to={newUnitPath}>{t('organization.unit.new')}</ButtonLink>
              <ButtonLink to={newPositionPath}>{t('organization.position.new')}</ButtonLink>
            </>
          ) : null
        }
      />
      <DayFilter day={day} today={today} />
      {units.length === 0 ? <EmptyState title={t('organization.no-unit')} /> : null}
      {units.map((unit) => (
        <Panel
          key={unit.id}
          id={unit.key}
          title={<Title vi={unit.nameVi} en={unit.nameEn} />}
          actions={mayMaintain ? <Link to={unitPath(unit.id)}>{t('organization.change')}</Link> : null}
        >
          <PositionTable
            caption={t('organization.positions-of', { unit: locale === 'vi' ? unit.nameVi : unit.nameEn })}
            positions={positions.filter((position) => position.unitId === unit.id)}
            mayMaintain={mayMaintain}
          />
        </Panel>
      ))}
    </>
  );
}

function PositionTable(props: { caption: string; positions: StaffedPosition[]; mayMaintain: boolean }) {
  const t = useT();
  const columns: Column<StaffedPosition>[] = [
    {
      key: 'name',
      label: t('organization.field.position'),
      main: true,
      cell: (position) =>
        props.mayMaintain ? (
          <Link to={positionChangePath(position.id)}>
            <Title vi={position.nameVi} en={position.nameEn} />
          </Link>
        ) : (
          <Title vi={position.nameVi} en={position.nameEn} />
        ),
    },
    { key: 'key', label: t('organization.field.key'), cell: (position) => <code>{position.key}</code> },
    {
      key: 'seats',
      label: t('organization.field.seats'),
      figures: true,
      align: 'end',
      cell: (position) => position.seats,
    },
    { key: 'holders', label: t('organization.holders'), cell: (position) => <Holders position={position} /> },
  ];
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={props.positions}
      rowKey={(position) => position.id}
      empty={<EmptyState title={t('organization.no-position')} />}
    />
  );
}
