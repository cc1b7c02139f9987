import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath, rolesPath } from '#app/modules/organization/paths.ts';
import { roleForm } from '#app/modules/organization/role.ts';
import { changeRole, getRole } from '#app/modules/organization/roles.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RoleForm } from '#app/modules/organization/ui/role-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Title } from '#app/ui/in-language.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.role.change');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  return { role: await getRole(context.services.db, actor, params.roleKey ?? '') };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, roleForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, key: params.roleKey ?? '' };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => changeRole(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(rolePath(input.key), 303) : showMistakes(done);
}

export default function ChangeRole() {
  const { role } = useLoaderData<typeof loader>();
  const t = useT();
  const back = rolePath(role.key);
  return (
    <>
      <FormHead
        title={t('organization.role.change')}
        lead={t('organization.role.aliases-lead')}
        crumbs={[
          { to: rolesPath, label: t('organization.tab.roles') },
          { to: back, label: <Title vi={role.nameVi} en={role.nameEn} /> },
        ]}
      />
      <RoleForm form={useActionData<typeof action>()} known={role} back={back} />
    </>
  );
}
