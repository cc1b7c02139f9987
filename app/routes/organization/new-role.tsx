import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath, rolesPath } from '#app/modules/organization/paths.ts';
import { roleForm } from '#app/modules/organization/role.ts';
import { recordRole } from '#app/modules/organization/roles.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RoleForm } from '#app/modules/organization/ui/role-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.role.new');

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'organization.maintain');
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, roleForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordRole(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(rolePath(form.value.key), 303) : showMistakes(done);
}

export default function NewRole() {
  const t = useT();
  return (
    <>
      <FormHead
        title={t('organization.role.new')}
        lead={t('organization.role.lead')}
        crumbs={[{ to: rolesPath, label: t('organization.tab.roles') }]}
      />
      <RoleForm form={useActionData<typeof action>()} known={null} back={rolesPath} />
    </>
  );
}
