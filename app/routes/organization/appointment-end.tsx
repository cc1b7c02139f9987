import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { appointmentEndForm } from '#app/modules/organization/appointment.ts';
import { endAppointment, getAppointment } from '#app/modules/organization/appointments.server.ts';
import { officerPath, officersPath } from '#app/modules/organization/paths.ts';
import { EndFields, useEndLabels } from '#app/modules/organization/ui/days-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RecordForm } from '#app/modules/organization/ui/record-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.appointment.end');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const appointment = await getAppointment(context.services.db, actor, params.appointmentId ?? '');
  return { appointment, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const appointmentId = params.appointmentId ?? '';
  const form = await readForm(request, appointmentEndForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, appointmentId };
  const done = await attempt(form.values, () =>
    inTransaction(db, (trx) => endAppointment(trx, actor, input, context.now)),
  );
  if (!done.ok) return showMistakes(done);
  const { officerId } = await getAppointment(db, actor, appointmentId);
  return redirect(officerPath(officerId), 303);
}

export default function AppointmentEnd() {
  const { appointment, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const back = officerPath(appointment.officerId);
  return (
    <>
      <FormHead
        title={t('organization.appointment.end')}
        lead={t('organization.appointment.end-lead')}
        crumbs={[
          { to: officersPath, label: t('organization.tab.officers') },
          { to: back, label: appointment.officerName },
        ]}
      />
      <KeyValues
        facts={[
          { key: 'officer', label: t('organization.field.officer-name'), value: appointment.officerName },
          {
            key: 'position',
            label: t('organization.field.position'),
            value: <Title vi={appointment.positionNameVi} en={appointment.positionNameEn} />,
          },
          {
            key: 'from',
            label: t('organization.field.from'),
            value: <DayText day={appointment.validFrom} />,
          },
        ]}
      />
      <RecordForm
        form={form}
        labels={useEndLabels()}
        submit={t('organization.appointment.end')}
        back={back}
        danger
      >
        <EndFields form={form} until={today} hint={t('organization.appointment.end-hint')} />
      </RecordForm>
    </>
  );
}
