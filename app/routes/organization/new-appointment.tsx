import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { appointmentForm } from '#app/modules/organization/appointment.ts';
import { appoint } from '#app/modules/organization/appointments.server.ts';
import { getOfficer } from '#app/modules/organization/officers.server.ts';
import { officerPath, officersPath } from '#app/modules/organization/paths.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { AppointmentForm } from '#app/modules/organization/ui/appointment-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.appointment.new');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const today = dayOf(context.now);
  const officer = await getOfficer(db, actor, params.officerId ?? '');
  return { officer, today, positions: await listPositions(db, actor, today) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const officerId = params.officerId ?? '';
  const form = await readForm(request, appointmentForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, officerId };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => appoint(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(officerPath(officerId), 303) : showMistakes(done);
}

export default function NewAppointment() {
  const { officer, positions, today } = useLoaderData<typeof loader>();
  const t = useT();
  const back = officerPath(officer.id);
  return (
    <>
      <FormHead
        title={t('organization.appointment.new')}
        lead={t('organization.appointment.lead')}
        crumbs={[
          { to: officersPath, label: t('organization.tab.officers') },
          { to: back, label: officer.name },
        ]}
      />
      <AppointmentForm
        form={useActionData<typeof action>()}
        positions={positions}
        today={today}
        back={back}
      />
    </>
  );
}
