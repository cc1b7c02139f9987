import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { positionsOfOfficer } from '#app/modules/organization/appointments.server.ts';
import { getOfficer } from '#app/modules/organization/officers.server.ts';
import { officerPath } from '#app/modules/organization/paths.ts';
import { DayFilter } from '#app/modules/organization/ui/day-filter.tsx';
import { HeldPositions } from '#app/modules/organization/ui/held-positions.tsx';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { byDocument } from '#app/modules/responsibilities/duty.ts';
import { responsibilitiesPath } from '#app/modules/responsibilities/paths.ts';
import { DutyList } from '#app/modules/responsibilities/ui/duty-list.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { askedDay } from '../asked-day.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('responsibilities.of-officer');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const day = askedDay(request, context.now);
  const officer = await getOfficer(db, actor, params.officerId ?? '');
  const duties = await dutiesOfOfficer(db, actor, officer.id, day);
  const positions = await positionsOfOfficer(db, actor, officer.id, day);
  return {
    day,
    today: dayOf(context.now),
    officer,
    positions,
    duties: duties.length,
    documents: byDocument(duties),
  };
}

export default function DutiesOfOfficer() {
  const { day, today, officer, positions, duties, documents } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={<span lang="vi">{officer.name}</span>}
        lead={t('responsibilities.counted', { duties, documents: documents.length })}
        crumbs={[{ to: responsibilitiesPath, label: t('responsibilities.title') }]}
        actions={<ButtonLink to={officerPath(officer.id)}>{t('organization.appointments')}</ButtonLink>}
      />
      <DayFilter day={day} today={today} />
      <KeyValues
        facts={[
          {
            key: 'positions',
            label: t('organization.field.positions'),
            value: <HeldPositions positions={positions} />,
          },
        ]}
      />
      {documents.length === 0 ? (
        <EmptyState title={t('responsibilities.no-duty')} />
      ) : (
        <DutyList documents={documents} />
      )}
    </>
  );
}
