import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { organizationPath } from '#app/modules/organization/paths.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { UnitForm } from '#app/modules/organization/ui/unit-fields.tsx';
import { unitForm } from '#app/modules/organization/unit.ts';
import { getUnit, recordUnit } from '#app/modules/organization/units.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.unit.change');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const unit = await getUnit(context.services.db, actor, params.unitId ?? '');
  return { unit, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, unitForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, id: params.unitId ?? '' };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordUnit(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(organizationPath, 303) : showMistakes(done);
}

export default function ChangeUnit() {
  const { unit, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead title={t('organization.unit.change')} lead={t('organization.correction-lead')} />
      <UnitForm form={useActionData<typeof action>()} unit={unit} today={today} back={organizationPath} />
    </>
  );
}
