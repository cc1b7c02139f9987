import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Holders } from '#app/modules/organization/ui/holders.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import type { PositionLoad } from '../coverage.server.ts';
import { dutiesOfOfficerPath, dutiesOfPositionPath } from '../paths.ts';

/** Positions of one unit with who holds them and how much the procedures ask of them. */
export function LoadTable({ caption, loads }: { caption: string; loads: readonly PositionLoad[] }) {
  const t = useT();
  const columns: Column<PositionLoad>[] = [
    {
      key: 'position',
      label: t('organization.field.position'),
      main: true,
      cell: (load) => (
        <Link to={dutiesOfPositionPath(load.id)}>
          <Title vi={load.nameVi} en={load.nameEn} />
        </Link>
      ),
    },
    {
      key: 'holders',
      label: t('organization.holders'),
      cell: (load) => <Holders position={load} to={dutiesOfOfficerPath} />,
    },
    {
      key: 'seats',
      label: t('organization.field.seats'),
      figures: true,
      align: 'end',
      cell: (load) => load.seats,
    },
    {
      key: 'duties',
      label: t('responsibilities.duties'),
      figures: true,
      align: 'end',
      cell: (load) => load.duties,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={loads} rowKey={(load) => load.id} />;
}
