import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { getDelegation, listDelegationUses } from '#app/modules/organization/delegations.server.ts';
import { delegationEndPath, delegationsPath, organizationPath } from '#app/modules/organization/paths.ts';
import { listRoles } from '#app/modules/organization/roles.server.ts';
import { DelegationStamp } from '#app/modules/organization/ui/delegation-table.tsx';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.delegation.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const delegation = await getDelegation(db, actor, params.delegationId ?? '');
  const roles = (await listRoles(db, actor)).filter((role) => delegation.roleKeys.includes(role.key));
  const uses = await listDelegationUses(db, actor, delegation.id);
  return { delegation, roles, uses, today: dayOf(context.now), mayEnd: may(actor, 'delegation.record') };
}

export default function DelegationPage() {
  const { delegation, roles, uses, today, mayEnd } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { approvalKinds, validFrom, validUntil } = delegation;
  const tasks = roles.map((role) => (locale === 'vi' ? role.nameVi : role.nameEn)).join('; ');
  const approvals = approvalKinds.map((kind) => t(`documents.kind.${kind}`)).join('; ');
  return (
    <>
      <PageHeader
        title={t('organization.delegation.of-decision', { number: delegation.decisionNumber })}
        crumbs={[
          { to: organizationPath, label: t('organization.title') },
          { to: delegationsPath, label: t('organization.tab.delegations') },
        ]}
        stamps={<DelegationStamp delegation={delegation} today={today} />}
        actions={
          mayEnd && validUntil >= today ? (
            <ButtonLink to={delegationEndPath(delegation.id)}>{t('organization.delegation.end')}</ButtonLink>
          ) : null
        }
      />
      <KeyValues
        facts={[
          { key: 'from', label: t('organization.delegation.from'), value: delegation.fromOfficerName },
          { key: 'to', label: t('organization.delegation.to'), value: delegation.toOfficerName },
          { key: 'valid-from', label: t('organization.field.from'), value: <DayText day={validFrom} /> },
          { key: 'valid-until', label: t('organization.field.until'), value: <DayText day={validUntil} /> },
          { key: 'approvals', label: t('organization.delegation.approvals'), value: approvals },
          { key: 'tasks', label: t('organization.delegation.tasks'), value: tasks },
          {
            key: 'conditions',
            label: t('organization.delegation.conditions'),
            value: delegation.conditions,
          },
          {
            key: 'recorded',
            label: t('organization.recorded-at'),
            value: <InstantText at={delegation.recordedAt} />,
          },
        ]}
      />
      <Panel title={t('organization.delegation.uses')}>
        {uses.length === 0 ? (
          <EmptyState title={t('organization.delegation.no-use')} />
        ) : (
          <Timeline
            label={t('organization.delegation.uses')}
            happenings={uses.map((use) => ({
              key: use.id,
              at: use.at,
              who: delegation.toOfficerName,
              what: t(`journal.action.${use.action}`),
            }))}
          />
        )}
      </Panel>
    </>
  );
}
