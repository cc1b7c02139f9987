import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { delegationEndForm } from '#app/modules/organization/delegation-form.ts';
import { endDelegation } from '#app/modules/organization/delegation-recording.server.ts';
import { getDelegation } from '#app/modules/organization/delegations.server.ts';
import { delegationPath, delegationsPath } from '#app/modules/organization/paths.ts';
import { EndFields, useEndLabels } from '#app/modules/organization/ui/days-fields.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RecordForm } from '#app/modules/organization/ui/record-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.delegation.end');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'delegation.record');
  const delegation = await getDelegation(context.services.db, actor, params.delegationId ?? '');
  return { delegation, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'delegation.record');
  const delegationId = params.delegationId ?? '';
  const form = await readForm(request, delegationEndForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, delegationId };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => endDelegation(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(delegationPath(delegationId), 303) : showMistakes(done);
}

export default function DelegationEnd() {
  const { delegation, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const back = delegationPath(delegation.id);
  return (
    <>
      <FormHead
        title={t('organization.delegation.end')}
        lead={t('organization.delegation.end-lead', {
          from: delegation.fromOfficerName,
          to: delegation.toOfficerName,
        })}
        crumbs={[
          { to: delegationsPath, label: t('organization.tab.delegations') },
          { to: back, label: delegation.decisionNumber },
        ]}
      />
      <RecordForm
        form={form}
        labels={useEndLabels()}
        submit={t('organization.delegation.end')}
        back={back}
        danger
      >
        <EndFields form={form} until={today} />
      </RecordForm>
    </>
  );
}
