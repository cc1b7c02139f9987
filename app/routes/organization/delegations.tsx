import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listDelegations } from '#app/modules/organization/delegations.server.ts';
import { newDelegationPath } from '#app/modules/organization/paths.ts';
import { DelegationTable } from '#app/modules/organization/ui/delegation-table.tsx';
import { OrganizationHead } from '#app/modules/organization/ui/organization-head.tsx';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.tab.delegations');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const today = dayOf(context.now);
  const running = new URL(request.url).searchParams.get('show') === 'running';
  const delegations = await listDelegations(context.services.db, actor, running ? { on: today } : {});
  return { today, running, delegations, mayDelegate: may(actor, 'delegation.record') };
}

export default function Delegations() {
  const { today, running, delegations, mayDelegate } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <OrganizationHead
        lead={t('organization.delegation.lead')}
        actions={
          mayDelegate ? (
            <ButtonLink to={newDelegationPath}>{t('organization.delegation.new')}</ButtonLink>
          ) : null
        }
      />
      <Filters>
        <SelectField
          name="show"
          label={t('organization.filter.show')}
          none={t('organization.delegation.all')}
          value={running ? 'running' : ''}
          options={[{ value: 'running', label: t('organization.delegation.running') }]}
        />
      </Filters>
      <DelegationTable delegations={delegations} today={today} />
    </>
  );
}
