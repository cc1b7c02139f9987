import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import type { DisposalState } from '../disposal.ts';
import type { DisposalLine, ReadDisposal } from '../disposal-page.server.ts';
import { disposalPath, disposalsPath, recordPath, recordsPath } from '../paths.ts';
import './records.css';

const looks: Record<DisposalState, StampKind> = {
  proposed: 'in-review',
  agreed: 'approved',
  refused: 'withdrawn',
  'carried-out': 'closed',
};

export function DisposalStamp({ state }: { state: DisposalState }) {
  const t = useT();
  return <Stamp kind={looks[state]}>{t(`records.disposal-state.${state}`)}</Stamp>;
}

export function DisposalHeader(props: {
  read: ReadDisposal;
  act?: string;
  lead?: string;
  actions?: ReactNode;
}) {
  const { read, act, lead, actions } = props;
  const t = useT();
  const { id, number } = read.disposal;
  return (
    <PageHeader
      crumbs={[
        { label: t('records.register.title'), to: recordsPath },
        { label: t('records.disposals.title'), to: disposalsPath },
        ...(act ? [{ label: number, to: disposalPath(id) }] : []),
      ]}
      over={act ? number : undefined}
      title={act ?? number}
      lead={lead}
      stamps={<DisposalStamp state={read.state} />}
      actions={actions}
    />
  );
}

export function DisposalTable({ rows, empty }: { rows: readonly DisposalLine[]; empty: ReactNode }) {
  const t = useT();
  const columns: Column<DisposalLine>[] = [
    {
      key: 'number',
      label: t('records.disposals.number'),
      main: true,
      cell: (row) => <Link to={disposalPath(row.id)}>{row.number}</Link>,
    },
    { key: 'count', label: t('records.disposals.count'), figures: true, cell: (row) => row.count },
    {
      key: 'proposed',
      label: t('records.disposals.proposed'),
      figures: true,
      cell: (row) => <DayText day={dayOf(row.proposedAt)} />,
    },
    { key: 'decision', label: t('records.disposals.decision'), cell: (row) => row.decisionNumber },
    {
      key: 'disposed',
      label: t('records.disposals.disposed-on'),
      figures: true,
      cell: (row) => (row.disposedOn ? <DayText day={row.disposedOn} /> : null),
    },
    { key: 'state', label: t('records.disposals.state'), cell: (row) => <DisposalStamp state={row.state} /> },
  ];
  return (
    <DataTable
      caption={t('records.disposals.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

type Item = ReadDisposal['items'][number];

/** Number, title, days and hash of every version: what stays for ever. */
export function DisposalItems({ items }: { items: readonly Item[] }) {
  const t = useT();
  const columns: Column<Item>[] = [
    {
      key: 'number',
      label: t('records.field.number'),
      main: true,
      cell: (row) => <Link to={recordPath(row.recordId)}>{row.number}</Link>,
    },
    { key: 'title', label: t('records.field.title'), cell: (row) => <InLanguage>{row.title}</InLanguage> },
    { key: 'version', label: t('records.paper.version'), figures: true, cell: (row) => row.version },
    {
      key: 'completed',
      label: t('records.field.completed'),
      figures: true,
      cell: (row) => <DayText day={dayOf(row.completedAt)} />,
    },
    {
      key: 'ended',
      label: t('records.disposals.ended-on'),
      figures: true,
      cell: (row) => <DayText day={row.endedOn} />,
    },
    { key: 'hash', label: 'SHA-256', cell: (row) => <span className="hash">{row.hash}</span> },
  ];
  return (
    <DataTable
      caption={t('records.disposals.items')}
      showCaption
      columns={columns}
      rows={items}
      rowKey={(row) => `${row.recordId} ${row.version}`}
    />
  );
}

export function DisposalFacts({ read }: { read: ReadDisposal }) {
  const t = useT();
  const { disposal, decision, minute } = read;
  return (
    <KeyValues
      facts={[
        { key: 'proposer', label: t('records.disposals.proposer'), value: disposal.proposer },
        {
          key: 'proposed',
          label: t('records.disposals.proposed'),
          value: <InstantText at={disposal.proposed_at} />,
        },
        {
          key: 'reason',
          label: t('records.disposals.reason'),
          value: <InLanguage>{disposal.reason}</InLanguage>,
        },
        {
          key: 'decision',
          label: t('records.disposals.decision'),
          value: decision ? (
            <>
              {decision.decision_number}, <DayText day={decision.decided_on} />, {decision.decided_by_name}
            </>
          ) : (
            ''
          ),
        },
        {
          key: 'council',
          label: t('records.disposals.council'),
          value: said(decision?.members.split('\n').filter(Boolean).join('; ')),
        },
        {
          key: 'decision-reason',
          label: t('records.disposals.decision-reason'),
          value: said(decision?.reason),
        },
        {
          key: 'disposed',
          label: t('records.disposals.disposed-on'),
          value: minute ? (
            <>
              <DayText day={minute.disposed_on} />, <InLanguage>{minute.place}</InLanguage>,{' '}
              {minute.recordedByName}
            </>
          ) : (
            ''
          ),
        },
        { key: 'method', label: t('records.disposals.method'), value: said(minute?.method) },
        { key: 'witnesses', label: t('records.disposals.witnesses'), value: said(minute?.witnesses) },
        { key: 'conclusion', label: t('records.disposals.conclusion'), value: said(minute?.conclusion) },
      ]}
    />
  );
}

function said(words: string | undefined): ReactNode {
  return words ? <InLanguage>{words}</InLanguage> : '';
}
