import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import type { CopyState } from '../controlled-copy.ts';
import type { PrintedCopy } from '../copies.server.ts';
import { copyReturnPath, giveCopyPath } from '../paths.ts';

const looks: Record<CopyState, StampKind> = {
  'not-given': 'draft',
  out: 'active',
  'to-recall': 'overdue',
  returned: 'closed',
};

/** Sổ phân phối bản kiểm soát: each numbered print, to whom it went, and whether it is back. */
export function CopyTable(props: { rows: readonly PrintedCopy[]; canKeep: boolean; empty: ReactNode }) {
  const { rows, canKeep, empty } = props;
  const t = useT();
  const columns: Column<PrintedCopy>[] = [
    {
      key: 'document',
      label: t('copies.field.document'),
      main: true,
      cell: (row) => (
        <>
          <Link to={revisionPath(row.revisionId)}>
            {row.code} <Title vi={row.titleVi} en={row.titleEn} />
          </Link>
          <span className="quiet line">
            <Issue {...row} />
          </span>
        </>
      ),
    },
    { key: 'number', label: t('copies.field.number'), figures: true, cell: (row) => row.number },
    {
      key: 'printed',
      label: t('copies.field.printed'),
      cell: (row) => (
        <>
          <DayText day={dayOf(row.printedAt)} />, {row.printedBy}
          <span className="quiet line" lang="vi">
            {row.reason}
          </span>
        </>
      ),
    },
    {
      key: 'holder',
      label: t('copies.field.holder'),
      cell: (row) => <span lang="vi">{[row.copy?.holder, row.copy?.place].filter(Boolean).join(', ')}</span>,
    },
    {
      key: 'given',
      label: t('copies.field.given'),
      figures: true,
      cell: (row) => (row.givenOn ? <DayText day={row.givenOn} /> : null),
    },
    {
      key: 'returned',
      label: t('copies.field.returned'),
      figures: true,
      cell: (row) => (row.returnedOn ? <DayText day={row.returnedOn} /> : null),
    },
    {
      key: 'state',
      label: t('copies.field.state'),
      cell: (row) => (
        <>
          <Stamp kind={looks[row.state]}>{t(`copies.state.${row.state}`)}</Stamp>
          {canKeep ? <CopyAct row={row} /> : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('copies.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.revisionId} ${row.number}`}
      empty={empty}
    />
  );
}

function CopyAct({ row }: { row: PrintedCopy }) {
  const t = useT();
  if (row.state === 'not-given') {
    return (
      <Link className="line" to={giveCopyPath(row.revisionId, row.number)}>
        {t('copies.give.title')}
      </Link>
    );
  }
  if (row.state === 'returned' || !row.copy) return null;
  return (
    <Link className="line" to={copyReturnPath(row.copy.id)}>
      {t(row.state === 'to-recall' ? 'copies.return.recall' : 'copies.return.title')}
    </Link>
  );
}
