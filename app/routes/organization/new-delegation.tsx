import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { delegationForm } from '#app/modules/organization/delegation-form.ts';
import { recordDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { listOfficers } from '#app/modules/organization/officers.server.ts';
import { delegationPath, delegationsPath } from '#app/modules/organization/paths.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import { DelegationFields } from '#app/modules/organization/ui/delegation-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.delegation.new');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'delegation.record');
  const { db } = context.services;
  const today = dayOf(context.now);
  const { officers } = await listOfficers(db, actor, today, { pageSize: 1000 });
  const roles = (await listRoles(db, actor)).filter((role) => role.kind === 'own');
  const from = new URL(request.url).searchParams.get('from') ?? actor.officerId ?? undefined;
  return { today, officers, roles, from };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'delegation.record');
  const form = await readForm(request, delegationForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordDelegation(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(delegationPath(done.value), 303) : showMistakes(done);
}

export default function NewDelegation() {
  const choices = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <FormHead
        title={t('organization.delegation.new')}
        lead={t('organization.delegation.new-lead')}
        crumbs={[{ to: delegationsPath, label: t('organization.tab.delegations') }]}
      />
      <DelegationFields form={useActionData<typeof action>()} back={delegationsPath} {...choices} />
    </>
  );
}
