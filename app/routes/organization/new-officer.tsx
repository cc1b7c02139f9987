import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { officerForm } from '#app/modules/organization/officer.ts';
import { recordOfficer } from '#app/modules/organization/officer-recording.server.ts';
import { newAppointmentPath, officersPath } from '#app/modules/organization/paths.ts';
import { OfficerForm } from '#app/modules/organization/ui/officer-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.officer.new');

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'organization.maintain');
  return { today: dayOf(context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, officerForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordOfficer(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(newAppointmentPath(done.value), 303) : showMistakes(done);
}

export default function NewOfficer() {
  const { today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead
        title={t('organization.officer.new')}
        lead={t('organization.officer.lead')}
        crumbs={[{ to: officersPath, label: t('organization.tab.officers') }]}
      />
      <OfficerForm form={useActionData<typeof action>()} officer={null} today={today} back={officersPath} />
    </>
  );
}
