import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listAppointments } from '#app/modules/organization/appointments.server.ts';
import { listDelegations } from '#app/modules/organization/delegations.server.ts';
import { getOfficer } from '#app/modules/organization/officers.server.ts';
import {
  leavingPath,
  newAppointmentPath,
  newDelegationPath,
  officerChangePath,
  officersPath,
  organizationPath,
} from '#app/modules/organization/paths.ts';
import { AppointmentTable } from '#app/modules/organization/ui/appointment-table.tsx';
import { DelegationTable } from '#app/modules/organization/ui/delegation-table.tsx';
import { dutiesOfOfficerPath } from '#app/modules/responsibilities/paths.ts';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.officer.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const officer = await getOfficer(db, actor, params.officerId ?? '');
  return {
    officer,
    today: dayOf(context.now),
    appointments: await listAppointments(db, actor, { officerId: officer.id }),
    delegations: await listDelegations(db, actor, { officerId: officer.id }),
    mayMaintain: may(actor, 'organization.maintain'),
    mayDelegate: may(actor, 'delegation.record'),
  };
}

export default function OfficerPage() {
  const { officer, today, appointments, delegations, mayMaintain, mayDelegate } =
    useLoaderData<typeof loader>();
  const t = useT();
  const left = officer.validUntil !== null && officer.validUntil < today;
  const serving = officer.validUntil === null;
  return (
    <>
      <PageHeader
        title={<span lang="vi">{officer.name}</span>}
        crumbs={[
          { to: organizationPath, label: t('organization.title') },
          { to: officersPath, label: t('organization.tab.officers') },
        ]}
        stamps={left ? <Stamp kind="ended">{t('organization.officer.has-left')}</Stamp> : null}
        actions={
          <>
            <ButtonLink to={dutiesOfOfficerPath(officer.id)}>{t('organization.officer.duties')}</ButtonLink>
            {mayMaintain ? (
              <ButtonLink to={officerChangePath(officer.id)}>{t('organization.change')}</ButtonLink>
            ) : null}
            {mayMaintain && serving ? (
              <ButtonLink to={leavingPath(officer.id)}>{t('organization.leaving.title')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <KeyValues
        facts={[
          { key: 'key', label: t('organization.field.key'), value: <code>{officer.key}</code> },
          { key: 'email', label: t('organization.field.email'), value: officer.email },
          {
            key: 'from',
            label: t('organization.field.service-from'),
            value: <DayText day={officer.validFrom} />,
          },
          {
            key: 'until',
            label: t('organization.field.left'),
            value: officer.validUntil ? <DayText day={officer.validUntil} /> : null,
          },
        ]}
      />
      <Panel
        title={t('organization.appointments')}
        actions={
          mayMaintain && !left ? (
            <Link to={newAppointmentPath(officer.id)}>{t('organization.appointment.new')}</Link>
          ) : null
        }
      >
        <AppointmentTable appointments={appointments} today={today} mayEnd={mayMaintain} />
      </Panel>
      <Panel
        title={t('organization.tab.delegations')}
        actions={
          mayDelegate && !left ? (
            <Link to={`${newDelegationPath}?from=${officer.id}`}>{t('organization.delegation.new')}</Link>
          ) : null
        }
      >
        <DelegationTable delegations={delegations} today={today} />
      </Panel>
    </>
  );
}
