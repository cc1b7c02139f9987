import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath } from '#app/modules/organization/paths.ts';
import { useFieldName } from '#app/modules/organization/ui/field-name.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { UnfilledRole } from '../coverage.server.ts';
import { documentOfDutyPath, dutiesOfPositionPath } from '../paths.ts';

/** What the documents in force ask of no one. */
export function UnfilledRoles({ roles }: { roles: readonly UnfilledRole[] }) {
  const t = useT();
  const fieldName = useFieldName();
  if (roles.length === 0) return null;
  const columns: Column<UnfilledRole>[] = [
    {
      key: 'role',
      label: t('organization.field.role'),
      main: true,
      cell: (role) => (
        <>
          <Link to={rolePath(role.roleKey)}>
            <Title vi={role.roleNameVi} en={role.roleNameEn} />
          </Link>
          {role.field ? (
            <span className="quiet">
              {' '}
              ({t('organization.role.in-field', { field: fieldName(role.field) })})
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'reason',
      label: t('responsibilities.unfilled.reason'),
      cell: (role) => <Reason unfilled={role} />,
    },
    {
      key: 'documents',
      label: t('responsibilities.unfilled.documents'),
      cell: (role) =>
        role.documents.map((document, at) => (
          <span key={document.id}>
            {at > 0 ? '; ' : ''}
            <Link to={documentOfDutyPath(document.id)}>
              {document.code ?? <Title vi={document.titleVi} en={document.titleEn} />}
            </Link>{' '}
            ({t('responsibilities.unfilled.steps', { count: document.steps })})
          </span>
        )),
    },
  ];
  return (
    <Panel title={t('responsibilities.unfilled.title')} id="unfilled">
      <p>{t('responsibilities.unfilled.lead')}</p>
      <DataTable
        caption={t('responsibilities.unfilled.title')}
        columns={columns}
        rows={roles}
        rowKey={(role) => `${role.roleKey} ${role.field ?? ''}`}
      />
    </Panel>
  );
}

function Reason({ unfilled }: { unfilled: UnfilledRole }) {
  const t = useT();
  if (unfilled.reason === 'unmapped') {
    return <Stamp kind="vacant">{t('responsibilities.unfilled.unmapped')}</Stamp>;
  }
  return (
    <>
      <Stamp kind="vacant" />{' '}
      {unfilled.positions.map((position, at) => (
        <span key={position.id}>
          {at > 0 ? '; ' : ''}
          <Link to={dutiesOfPositionPath(position.id)}>
            <Title vi={position.nameVi} en={position.nameEn} />
          </Link>
        </span>
      ))}
    </>
  );
}
