import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { Delegation } from '../delegations.server.ts';
import { delegationPath } from '../paths.ts';

export function DelegationStamp({ delegation, today }: { delegation: Delegation; today: string }) {
  const t = useT();
  if (delegation.validUntil < today) return <Stamp kind="ended" />;
  if (delegation.validFrom > today)
    return <Stamp kind="planned">{t('organization.delegation.coming')}</Stamp>;
  return <Stamp kind="active">{t('organization.delegation.running')}</Stamp>;
}

/** The register of delegations. */
export function DelegationTable(props: { delegations: readonly Delegation[]; today: string }) {
  const t = useT();
  const columns: Column<Delegation>[] = [
    {
      key: 'decision',
      label: t('organization.delegation.decision'),
      main: true,
      cell: (one) => <Link to={delegationPath(one.id)}>{one.decisionNumber}</Link>,
    },
    {
      key: 'from',
      label: t('organization.delegation.from'),
      cell: (one) => <span lang="vi">{one.fromOfficerName}</span>,
    },
    {
      key: 'to',
      label: t('organization.delegation.to'),
      cell: (one) => <span lang="vi">{one.toOfficerName}</span>,
    },
    {
      key: 'days',
      label: t('organization.delegation.days'),
      figures: true,
      cell: (one) =>
        one.validUntil < one.validFrom ? (
          t('organization.never-held')
        ) : (
          <>
            <DayText day={one.validFrom} /> – <DayText day={one.validUntil} />
          </>
        ),
    },
    {
      key: 'state',
      label: t('organization.state'),
      cell: (one) => <DelegationStamp delegation={one} today={props.today} />,
    },
  ];
  return (
    <DataTable
      caption={t('organization.tab.delegations')}
      columns={columns}
      rows={props.delegations}
      rowKey={(one) => one.id}
      empty={<EmptyState title={t('organization.delegation.none')} />}
    />
  );
}
