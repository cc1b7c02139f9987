import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { organizationPath } from '#app/modules/organization/paths.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { UnitForm } from '#app/modules/organization/ui/unit-fields.tsx';
import { unitForm } from '#app/modules/organization/unit.ts';
import { recordUnit } from '#app/modules/organization/units.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.unit.new');

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'organization.maintain');
  return { today: dayOf(context.now) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, unitForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordUnit(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(organizationPath, 303) : showMistakes(done);
}

export default function NewUnit() {
  const { today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead title={t('organization.unit.new')} lead={t('organization.unit.lead')} />
      <UnitForm form={useActionData<typeof action>()} unit={null} today={today} back={organizationPath} />
    </>
  );
}
