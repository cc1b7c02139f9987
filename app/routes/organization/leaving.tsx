import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { positionsOfOfficer } from '#app/modules/organization/appointments.server.ts';
import { listDelegations } from '#app/modules/organization/delegations.server.ts';
import { leavingForm } from '#app/modules/organization/officer.ts';
import { officerLeaves } from '#app/modules/organization/officer-recording.server.ts';
import { getOfficer } from '#app/modules/organization/officers.server.ts';
import { officerPath, officersPath } from '#app/modules/organization/paths.ts';
import { EndFields, useEndLabels } from '#app/modules/organization/ui/days-fields.tsx';
import { HeldPositions } from '#app/modules/organization/ui/held-positions.tsx';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RecordForm } from '#app/modules/organization/ui/record-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { KeyValues } from '#app/ui/key-values.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.leaving.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const today = dayOf(context.now);
  const officer = await getOfficer(db, actor, params.officerId ?? '');
  const positions = await positionsOfOfficer(db, actor, officer.id, today);
  const delegations = await listDelegations(db, actor, { officerId: officer.id, on: today });
  return { officer, today, positions, delegations: delegations.length };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const officerId = params.officerId ?? '';
  const form = await readForm(request, leavingForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, officerId };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => officerLeaves(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(officerPath(officerId), 303) : showMistakes(done);
}

export default function Leaving() {
  const { officer, today, positions, delegations } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const back = officerPath(officer.id);
  return (
    <>
      <FormHead
        title={t('organization.leaving.title')}
        lead={t('organization.leaving.lead')}
        crumbs={[
          { to: officersPath, label: t('organization.tab.officers') },
          { to: back, label: officer.name },
        ]}
      />
      <KeyValues
        facts={[
          { key: 'officer', label: t('organization.field.officer-name'), value: officer.name },
          {
            key: 'positions',
            label: t('organization.leaving.positions'),
            value: <HeldPositions positions={positions} />,
          },
          { key: 'delegations', label: t('organization.leaving.delegations'), value: delegations },
        ]}
      />
      <RecordForm
        form={form}
        labels={useEndLabels()}
        submit={t('organization.leaving.record')}
        back={back}
        danger
      >
        <EndFields form={form} until={today} reasonRequired={false} />
      </RecordForm>
    </>
  );
}
