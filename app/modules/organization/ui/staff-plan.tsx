import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { staffImportConfirmationPath } from '../paths.ts';
import type { StaffFinding } from '../staff-list.ts';
import type { PlannedAppointment, StaffPlan } from '../staff-plan.server.ts';

/** The dry run: mistakes first; without any, what will be recorded and the act that records it. */
export function StaffPlanView({ plan, text }: { plan: StaffPlan; text: string }) {
  const t = useT();
  const counts = {
    officers: plan.newOfficers,
    appointments: plan.newAppointments,
    unchanged: plan.unchanged,
  };
  if (plan.findings.length > 0) {
    return (
      <>
        <Notice
          kind="refused"
          title={t('organization.refusal.list-has-mistakes', { count: plan.findings.length })}
        />
        <Mistakes findings={plan.findings} />
      </>
    );
  }
  return (
    <Panel title={t('organization.import.plan')}>
      <Notice kind={plan.newAppointments > 0 ? 'information' : 'warning'}>
        <p>{t('organization.import.summary', counts)}</p>
      </Notice>
      <PlannedRows rows={plan.rows} />
      {plan.newAppointments > 0 ? (
        <Form method="post" action={staffImportConfirmationPath}>
          <textarea name="text" hidden readOnly value={text} />
          <Actions>
            <Button>{t('organization.import.apply', counts)}</Button>
          </Actions>
        </Form>
      ) : null}
    </Panel>
  );
}

function Mistakes({ findings }: { findings: readonly StaffFinding[] }) {
  const t = useT();
  const columns: Column<StaffFinding>[] = [
    {
      key: 'line',
      label: t('organization.import.line'),
      figures: true,
      align: 'end',
      cell: (one) => one.line,
    },
    {
      key: 'column',
      label: t('organization.import.column'),
      cell: (one) => (one.column ? t(`organization.import.heading.${one.column}`) : ''),
    },
    { key: 'value', label: t('organization.import.value'), cell: (one) => one.value },
    {
      key: 'what',
      label: t('organization.import.what-to-do'),
      main: true,
      cell: (one) => t(one.code, { value: one.value, day: one.value }),
    },
  ];
  return (
    <DataTable
      caption={t('organization.import.mistakes')}
      columns={columns}
      rows={findings}
      rowKey={(one) => `${one.line} ${one.column} ${one.code}`}
    />
  );
}

function PlannedRows({ rows }: { rows: readonly PlannedAppointment[] }) {
  const t = useT();
  const columns: Column<PlannedAppointment>[] = [
    { key: 'officer', label: t('organization.field.key'), cell: (row) => <code>{row.officer}</code> },
    {
      key: 'name',
      label: t('organization.field.officer-name'),
      main: true,
      cell: (row) => <span lang="vi">{row.name}</span>,
    },
    {
      key: 'position',
      label: t('organization.field.position'),
      cell: (row) => <Title vi={row.positionNameVi} en={row.positionNameEn} />,
    },
    {
      key: 'from',
      label: t('organization.field.from'),
      figures: true,
      cell: (row) => <DayText day={row.from} />,
    },
    {
      key: 'until',
      label: t('organization.field.until'),
      figures: true,
      cell: (row) => (row.until ? <DayText day={row.until} /> : t('organization.open')),
    },
    { key: 'decision', label: t('organization.field.decision'), cell: (row) => row.decision },
    {
      key: 'does',
      label: t('organization.import.does'),
      cell: (row) => t(`organization.import.does.${row.does}`),
    },
  ];
  return (
    <DataTable
      caption={t('organization.import.plan')}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.line)}
    />
  );
}
