import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { officerForm } from '#app/modules/organization/officer.ts';
import { recordOfficer } from '#app/modules/organization/officer-recording.server.ts';
import { getOfficer } from '#app/modules/organization/officers.server.ts';
import { officerPath, officersPath } from '#app/modules/organization/paths.ts';
import { OfficerForm } from '#app/modules/organization/ui/officer-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.officer.change');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const officer = await getOfficer(context.services.db, actor, params.officerId ?? '');
  return { officer, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, officerForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, id: params.officerId ?? '' };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordOfficer(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(officerPath(done.value), 303) : showMistakes(done);
}

export default function ChangeOfficer() {
  const { officer, today } = useLoaderData<typeof loader>();
  const t = useT();
  const back = officerPath(officer.id);
  return (
    <>
      <FormHead
        title={t('organization.officer.change')}
        lead={t('organization.correction-lead')}
        crumbs={[
          { to: officersPath, label: t('organization.tab.officers') },
          { to: back, label: officer.name },
        ]}
      />
      <OfficerForm form={useActionData<typeof action>()} officer={officer} today={today} back={back} />
    </>
  );
}
