import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { organizationPath } from '#app/modules/organization/paths.ts';
import { positionForm } from '#app/modules/organization/position.ts';
import { recordPosition } from '#app/modules/organization/position-recording.server.ts';
import { getPosition } from '#app/modules/organization/positions.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { PositionForm } from '#app/modules/organization/ui/position-fields.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.position.change');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const today = dayOf(context.now);
  const position = await getPosition(db, actor, params.positionId ?? '');
  return { position, today, units: await listUnits(db, actor, today) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, positionForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, id: params.positionId ?? '' };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordPosition(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(organizationPath, 303) : showMistakes(done);
}

export default function ChangePosition() {
  const facts = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead title={t('organization.position.change')} lead={t('organization.correction-lead')} />
      <PositionForm form={useActionData<typeof action>()} back={organizationPath} {...facts} />
    </>
  );
}
