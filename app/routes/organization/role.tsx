import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import {
  mappingEndPath,
  newMappingPath,
  organizationPath,
  roleChangePath,
  rolesPath,
} from '#app/modules/organization/paths.ts';
import { listMappings, type RoleMapping } from '#app/modules/organization/role-mappings.server.ts';
import { getRole } from '#app/modules/organization/roles.server.ts';
import { useFieldName } from '#app/modules/organization/ui/field-name.tsx';
import { may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.field.role');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const role = await getRole(db, actor, params.roleKey ?? '');
  const mappings = await listMappings(db, actor, dayOf(context.now), {
    roleKey: role.key,
    includeLater: true,
  });
  return { role, mappings, mayMaintain: may(actor, 'organization.maintain') };
}

export default function RolePage() {
  const { role, mappings, mayMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  const own = role.kind === 'own';
  return (
    <>
      <PageHeader
        title={<Title vi={role.nameVi} en={role.nameEn} />}
        crumbs={[
          { to: organizationPath, label: t('organization.title') },
          { to: rolesPath, label: t('organization.tab.roles') },
        ]}
        actions={
          mayMaintain ? (
            <>
              {own ? (
                <ButtonLink to={newMappingPath(role.key)}>{t('organization.mapping.new')}</ButtonLink>
              ) : null}
              <ButtonLink to={roleChangePath(role.key)}>{t('organization.change')}</ButtonLink>
            </>
          ) : null
        }
      />
      <KeyValues
        facts={[
          { key: 'key', label: t('organization.field.key'), value: <code>{role.key}</code> },
          {
            key: 'kind',
            label: t('organization.field.kind'),
            value: t(`organization.role-kind.${role.kind}`),
          },
          {
            key: 'aliases',
            label: t('organization.field.aliases'),
            value: <span lang="vi">{role.aliases.join('; ')}</span>,
          },
        ]}
      />
      {own ? (
        <Panel title={t('organization.role.filled-by')}>
          <MappingTable mappings={mappings} mayMaintain={mayMaintain} />
        </Panel>
      ) : null}
    </>
  );
}

function MappingTable({ mappings, mayMaintain }: { mappings: RoleMapping[]; mayMaintain: boolean }) {
  const t = useT();
  const fieldName = useFieldName();
  const columns: Column<RoleMapping>[] = [
    {
      key: 'position',
      label: t('organization.field.position'),
      main: true,
      cell: (one) => <Title vi={one.positionNameVi} en={one.positionNameEn} />,
    },
    {
      key: 'field',
      label: t('organization.field.field'),
      cell: (one) => (one.field ? fieldName(one.field) : t('organization.role.all-fields')),
    },
    {
      key: 'from',
      label: t('organization.field.from'),
      figures: true,
      cell: (one) => <DayText day={one.validFrom} />,
    },
    {
      key: 'until',
      label: t('organization.field.until'),
      figures: true,
      cell: (one) => (one.validUntil ? <DayText day={one.validUntil} /> : t('organization.open')),
    },
    {
      key: 'acts',
      label: t('organization.acts'),
      cell: (one) => <Link to={mappingEndPath(one.id)}>{t('organization.end')}</Link>,
    },
  ];
  return (
    <DataTable
      caption={t('organization.role.filled-by')}
      columns={mayMaintain ? columns : columns.slice(0, -1)}
      rows={mappings}
      rowKey={(one) => one.id}
      empty={<EmptyState title={t('organization.role.unfilled')} />}
    />
  );
}
