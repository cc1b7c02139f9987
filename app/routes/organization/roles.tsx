import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { newRolePath, rolePath } from '#app/modules/organization/paths.ts';
import { listMappings, type RoleMapping } from '#app/modules/organization/role-mappings.server.ts';
import { listRoles, type Role } from '#app/modules/organization/roles.server.ts';
import { useFieldName } from '#app/modules/organization/ui/field-name.tsx';
import { OrganizationHead } from '#app/modules/organization/ui/organization-head.tsx';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { pageTitle } from '../page-title.ts';

/** A role of every officer would fill the page with positions. */
const positionsShown = 6;

export const meta = pageTitle('organization.tab.roles');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const roles = await listRoles(db, actor);
  const mappings = await listMappings(db, actor, dayOf(context.now));
  return { roles, mappings, mayMaintain: may(actor, 'organization.maintain') };
}

export default function Roles() {
  const { roles, mappings, mayMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  const own = roles.filter((role) => role.kind === 'own');
  const unfilled = own.filter((role) => !mappings.some((one) => one.roleKey === role.key)).length;
  const name: Column<Role> = {
    key: 'name',
    label: t('organization.field.role'),
    main: true,
    cell: (role) => (
      <Link to={rolePath(role.key)}>
        <Title vi={role.nameVi} en={role.nameEn} />
      </Link>
    ),
  };
  const key: Column<Role> = {
    key: 'key',
    label: t('organization.field.key'),
    cell: (role) => <code>{role.key}</code>,
  };
  return (
    <>
      <OrganizationHead
        lead={t('organization.roles-lead', { roles: own.length, unfilled })}
        actions={mayMaintain ? <ButtonLink to={newRolePath}>{t('organization.role.new')}</ButtonLink> : null}
      />
      <Panel title={t('organization.role-kind.own')}>
        <DataTable
          caption={t('organization.role-kind.own')}
          columns={[
            name,
            key,
            {
              key: 'positions',
              label: t('organization.role.filled-by'),
              cell: (role) => <FilledBy mappings={mappings.filter((one) => one.roleKey === role.key)} />,
            },
          ]}
          rows={own}
          rowKey={(role) => role.key}
        />
      </Panel>
      <Panel title={t('organization.role.others')}>
        <DataTable
          caption={t('organization.role.others')}
          columns={[
            name,
            key,
            {
              key: 'kind',
              label: t('organization.field.kind'),
              cell: (role) => t(`organization.role-kind.${role.kind}`),
            },
          ]}
          rows={roles.filter((role) => role.kind !== 'own')}
          rowKey={(role) => role.key}
        />
      </Panel>
    </>
  );
}

function FilledBy({ mappings }: { mappings: RoleMapping[] }) {
  const t = useT();
  const fieldName = useFieldName();
  if (mappings.length === 0) return <Stamp kind="vacant">{t('organization.role.unfilled')}</Stamp>;
  if (mappings.length > positionsShown) return t('organization.role.positions', { count: mappings.length });
  return mappings.map((one, at) => (
    <span key={one.id}>
      {at > 0 ? '; ' : ''}
      <Title vi={one.positionNameVi} en={one.positionNameEn} />
      {one.field ? (
        <span className="quiet"> ({t('organization.role.in-field', { field: fieldName(one.field) })})</span>
      ) : null}
    </span>
  ));
}
