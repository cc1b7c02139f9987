import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { PaperReport } from '../paper-report.server.ts';
import type { Proposal, UsedForm } from '../paper-report.ts';
import { settlementPath } from '../paths.ts';

type Row = PaperReport['proposals'][number];

export function ProposalTable(props: { rows: readonly Row[]; canSettle: boolean; empty: ReactNode }) {
  const { rows, canSettle, empty } = props;
  const t = useT();
  const columns: Column<Row>[] = [
    {
      key: 'subject',
      label: t('paper.field.subject'),
      main: true,
      cell: (row) => (
        <>
          <InLanguage>{row.subject}</InLanguage>
          <span className="quiet line">{t(`paper.kind.${row.kind}`)}</span>
        </>
      ),
    },
    { key: 'where', label: t('paper.field.where'), cell: (row) => <Where proposal={row} /> },
    { key: 'saving', label: t('paper.field.saving'), cell: (row) => <SavingText proposal={row} /> },
    {
      key: 'state',
      label: t('paper.field.state'),
      cell: (row) => (
        <>
          {row.settled ? (
            <Stamp kind={row.settled.outcome === 'accepted' ? 'approved' : 'closed'}>
              {t(`paper.outcome.${row.settled.outcome}`)}
            </Stamp>
          ) : null}
          {row.settled ? (
            <span className="line" lang="vi">
              {row.settled.reason}
            </span>
          ) : null}
          {canSettle ? (
            <Link className="line" to={settlementPath(row.key)}>
              {t('paper.settle.title')}
            </Link>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('paper.proposals')}
      showCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={empty}
    />
  );
}

export function Where({ proposal }: { proposal: Proposal }) {
  return (
    <ul className="plain">
      {proposal.where.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one document may stand here twice under one name
        <li key={at}>
          <Link to={documentPath(one.documentId)}>{one.code}</Link>: <InLanguage>{one.name}</InLanguage>
        </li>
      ))}
    </ul>
  );
}

export function SavingText({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const { procedures, steps, papers } = proposal.saving;
  return (
    <>
      {t('paper.saving.procedures', { count: procedures })}
      {steps > 0 ? <span className="line">{t('paper.saving.steps', { count: steps })}</span> : null}
      {papers > 0 ? <strong className="line">{t('paper.saving.papers', { count: papers })}</strong> : null}
    </>
  );
}

/** Which steps use each form. */
export function FormUses({ forms }: { forms: readonly UsedForm[] }) {
  const t = useT();
  const columns: Column<UsedForm>[] = [
    {
      key: 'form',
      label: t('records.filter.form'),
      main: true,
      cell: (row) => (
        <>
          <Link to={documentPath(row.documentId)}>{row.code}</Link> <InLanguage>{row.title}</InLanguage>
        </>
      ),
    },
    { key: 'count', label: t('paper.field.steps'), figures: true, cell: (row) => row.uses.length },
    {
      key: 'uses',
      label: t('paper.field.where'),
      cell: (row) => (
        <ul className="plain">
          {row.uses.map((use) => (
            <li key={`${use.documentId} ${use.step}`}>
              {use.code}: <InLanguage>{use.step}</InLanguage>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('paper.forms')}
      showCaption
      columns={columns}
      rows={forms}
      rowKey={(row) => row.documentId}
    />
  );
}
