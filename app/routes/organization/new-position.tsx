import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { organizationPath } from '#app/modules/organization/paths.ts';
import { positionForm } from '#app/modules/organization/position.ts';
import { recordPosition, rolesOfEveryPosition } from '#app/modules/organization/position-recording.server.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { PositionForm } from '#app/modules/organization/ui/position-fields.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.position.new');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const today = dayOf(context.now);
  return {
    today,
    unitId: new URL(request.url).searchParams.get('unit') ?? undefined,
    units: await listUnits(db, actor, today),
    roles: (await listRoles(db, actor)).filter((role) => role.kind === 'own'),
    rolesTicked: await rolesOfEveryPosition(db, actor, today),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, positionForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordPosition(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(organizationPath, 303) : showMistakes(done);
}

export default function NewPosition() {
  const choices = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead title={t('organization.position.new')} lead={t('organization.position.lead')} />
      <PositionForm
        form={useActionData<typeof action>()}
        position={null}
        back={organizationPath}
        {...choices}
      />
    </>
  );
}
