import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { recordedLate } from '../appointment.ts';
import type { Appointment } from '../appointments.server.ts';
import { appointmentEndPath } from '../paths.ts';

/** Appointments of one officer; what was recorded late says when. */
export function AppointmentTable(props: {
  appointments: readonly Appointment[];
  today: string;
  mayEnd: boolean;
}) {
  const t = useT();
  const columns: Column<Appointment>[] = [
    {
      key: 'position',
      label: t('organization.field.position'),
      main: true,
      cell: (one) => (
        <>
          <Title vi={one.positionNameVi} en={one.positionNameEn} />
          {one.kind === 'acting' ? ` (${t('organization.acting')})` : ''}
        </>
      ),
    },
    {
      key: 'from',
      label: t('organization.field.from'),
      figures: true,
      cell: (one) => (
        <>
          <DayText day={one.validFrom} />
          {recordedLate(one) ? (
            <span className="quiet">
              {' '}
              {t('organization.recorded-late')} <InstantText at={one.recordedAt} />
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'until',
      label: t('organization.field.until'),
      figures: true,
      cell: (one) => <LastDay appointment={one} />,
    },
    { key: 'decision', label: t('organization.field.decision'), cell: (one) => one.decision },
    {
      key: 'end',
      label: t('organization.acts'),
      cell: (one) =>
        props.mayEnd && (one.validUntil === null || one.validUntil >= props.today) ? (
          <Link to={appointmentEndPath(one.id)}>{t('organization.end')}</Link>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t('organization.appointments')}
      columns={props.mayEnd ? columns : columns.slice(0, -1)}
      rows={props.appointments}
      rowKey={(one) => one.id}
      empty={<EmptyState title={t('organization.holds-nothing')} />}
    />
  );
}

function LastDay({ appointment }: { appointment: Appointment }) {
  const t = useT();
  const { validFrom, validUntil } = appointment;
  if (validUntil === null) return t('organization.open');
  if (validUntil < validFrom) return t('organization.never-held');
  return <DayText day={validUntil} />;
}
