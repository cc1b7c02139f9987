import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath, rolesPath } from '#app/modules/organization/paths.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { mappingForm } from '#app/modules/organization/role.ts';
import { mapRole } from '#app/modules/organization/role-mappings.server.ts';
import { getRole } from '#app/modules/organization/roles.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { MappingFields } from '#app/modules/organization/ui/role-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Title } from '#app/ui/in-language.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.mapping.new');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const today = dayOf(context.now);
  const role = await getRole(db, actor, params.roleKey ?? '');
  return { role, today, positions: await listPositions(db, actor, today) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const roleKey = params.roleKey ?? '';
  const form = await readForm(request, mappingForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, roleKey };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => mapRole(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(rolePath(roleKey), 303) : showMistakes(done);
}

export default function NewMapping() {
  const { role, positions, today } = useLoaderData<typeof loader>();
  const t = useT();
  const back = rolePath(role.key);
  return (
    <>
      <FormHead
        title={t('organization.mapping.new')}
        lead={t('organization.mapping.lead')}
        crumbs={[
          { to: rolesPath, label: t('organization.tab.roles') },
          { to: back, label: <Title vi={role.nameVi} en={role.nameEn} /> },
        ]}
      />
      <MappingFields
        form={useActionData<typeof action>()}
        role={role}
        positions={positions}
        today={today}
        back={back}
      />
    </>
  );
}
