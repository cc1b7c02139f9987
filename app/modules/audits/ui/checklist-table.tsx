import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import type { ListedChecklist } from '../checklist-list.server.ts';
import { auditPath, checklistPath } from '../paths.ts';

/** Checklists with how far each has come. */
export function ChecklistTable(props: {
  rows: readonly ListedChecklist[];
  empty: string;
  withAudit?: boolean;
}) {
  const { rows, empty, withAudit = false } = props;
  const t = useT();
  const columns: Column<ListedChecklist>[] = [
    {
      key: 'number',
      label: t('audits.field.number'),
      main: true,
      figures: true,
      cell: (row) => <Link to={checklistPath(row.id)}>{row.number}</Link>,
    },
    { key: 'title', label: t('audits.field.title'), cell: (row) => row.title },
    ...(withAudit
      ? [
          {
            key: 'audit',
            label: t('audits.one'),
            cell: (row: ListedChecklist) =>
              row.auditId ? <Link to={auditPath(row.auditId)}>{row.auditNumber}</Link> : '–',
          },
          {
            key: 'made',
            label: t('audits.field.made'),
            cell: (row: ListedChecklist) => <InstantText at={row.createdAt} />,
          },
        ]
      : []),
    {
      key: 'progress',
      label: t('audits.field.answered'),
      figures: true,
      align: 'end',
      cell: (row) => `${row.answered}/${row.rows}`,
    },
    {
      key: 'faults',
      label: t('audits.field.faults'),
      figures: true,
      align: 'end',
      cell: (row) => row.faults,
    },
  ];
  return (
    <DataTable
      caption={t('audits.part.checklists')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={empty} />}
    />
  );
}
