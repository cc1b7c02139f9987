import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { type Crumb, PageHeader } from '#app/ui/page-header.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { authoritiesPath, delegationsPath, officersPath, organizationPath, rolesPath } from '../paths.ts';

/** Head of the pages that show the organisation, with its sides. */
export function OrganizationHead(props: { lead: ReactNode; actions?: ReactNode }) {
  const t = useT();
  return (
    <>
      <PageHeader title={t('organization.title')} lead={props.lead} actions={props.actions} />
      <Tabs
        label={t('organization.tabs')}
        tabs={[
          { to: organizationPath, label: t('organization.tab.positions'), end: true },
          { to: officersPath, label: t('organization.tab.officers') },
          { to: delegationsPath, label: t('organization.tab.delegations') },
          { to: rolesPath, label: t('organization.tab.roles') },
          { to: authoritiesPath, label: t('organization.tab.authorities') },
        ]}
      />
    </>
  );
}

/** Head of a page below one side of the organisation. */
export function FormHead(props: { title: ReactNode; lead?: ReactNode; crumbs?: readonly Crumb[] }) {
  const t = useT();
  const crumbs = [{ to: organizationPath, label: t('organization.title') }, ...(props.crumbs ?? [])];
  return <PageHeader title={props.title} lead={props.lead} crumbs={crumbs} />;
}
