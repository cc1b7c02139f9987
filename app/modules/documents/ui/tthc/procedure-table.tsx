import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { documentPath } from '../../paths.ts';
import { procedurePath } from '../../tthc/paths.ts';

export interface ProcedureRow {
  code: string;
  name: string;
  field: string;
  line: string;
  isDecided: boolean;
  changedAt: string | null;
  documents: readonly { id: string; code: string | null }[];
}

const stamps = { own: 'in-force', other: 'superseded', undecided: 'draft' } as const;

/** Whose a procedure is; a proposal of the program says so. */
export function LineStamp({ line, isDecided }: { line: string; isDecided: boolean }) {
  const t = useT();
  const kind = line === 'own' || line === 'other' ? stamps[line] : stamps.undecided;
  return (
    <>
      <Stamp kind={kind}>{t(`tthc.line.${line}`)}</Stamp>
      {isDecided || line === 'undecided' ? null : (
        <span className="quiet line">{t('tthc.line.proposed')}</span>
      )}
    </>
  );
}

export function DocumentLinks({ documents }: { documents: ProcedureRow['documents'] }) {
  return (
    <span className="codes">
      {documents.map((one) => (
        <Link key={one.id} to={documentPath(one.id)}>
          {one.code}
        </Link>
      ))}
    </span>
  );
}

/** Administrative procedures, to read and, for who may decide, to choose from. */
export function ProcedureTable({
  rows,
  choosing = false,
}: {
  rows: readonly ProcedureRow[];
  choosing?: boolean;
}) {
  const t = useT();
  const choice: Column<ProcedureRow>[] = choosing
    ? [
        {
          key: 'choose',
          label: t('tthc.decide'),
          cell: (row) => (
            <input
              type="checkbox"
              name="code"
              value={row.code}
              aria-label={t('tthc.choose', { code: row.code })}
            />
          ),
        },
      ]
    : [];
  return (
    <DataTable
      caption={t('tthc.title')}
      rows={rows}
      rowKey={(row) => row.code}
      empty={
        <EmptyState title={t('tthc.none')}>
          <p>{t('tthc.none-hint')}</p>
        </EmptyState>
      }
      columns={[
        ...choice,
        { key: 'code', label: t('tthc.field.code'), figures: true, cell: (row) => row.code },
        {
          key: 'name',
          label: t('tthc.field.name'),
          main: true,
          cell: (row) => (
            <Link to={procedurePath(row.code)} lang="vi">
              {row.name}
            </Link>
          ),
        },
        { key: 'field', label: t('tthc.field.field'), cell: (row) => <span lang="vi">{row.field}</span> },
        { key: 'line', label: t('tthc.field.line'), cell: (row) => <LineStamp {...row} /> },
        {
          key: 'documents',
          label: t('tthc.field.documents'),
          cell: (row) => <DocumentLinks documents={row.documents} />,
        },
        {
          key: 'changed',
          label: t('tthc.field.changed'),
          figures: true,
          cell: (row) => (row.changedAt ? <InstantText at={row.changedAt} /> : ''),
        },
      ]}
    />
  );
}
