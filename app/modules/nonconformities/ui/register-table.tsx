import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { nonconformityPath } from '../paths.ts';
import type { RegisterLine } from '../register.server.ts';
import { StateStamp } from './case-header.tsx';

/** The register (BM-03-02): what is late stands out, how long each is open can be compared. */
export function RegisterTable({ rows, empty }: { rows: readonly RegisterLine[]; empty: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<RegisterLine>[] = [
    {
      key: 'number',
      label: t('nonconformities.field.number'),
      main: true,
      figures: true,
      cell: (line) => (
        <Link to={nonconformityPath(line.id)} className="figures-whole">
          {line.number}
        </Link>
      ),
    },
    {
      key: 'detected',
      label: t('nonconformities.field.detected-on'),
      cell: (line) => (
        <>
          <DayText day={line.detectedOn} />{' '}
          <span className="quiet">{t(`nonconformities.source.${line.source}`)}</span>
        </>
      ),
    },
    {
      key: 'unit',
      label: t('nonconformities.field.unit'),
      cell: (line) => (locale === 'en' ? line.unitEn : line.unitVi),
    },
    {
      key: 'statement',
      label: t('nonconformities.field.statement'),
      cell: (line) => (
        <>
          {line.statement}
          {line.documentCode ? <span className="quiet"> ({line.documentCode})</span> : null}{' '}
          {line.recurrenceOf ? <Stamp kind="recurring" /> : null}
        </>
      ),
    },
    {
      key: 'grade',
      label: t('nonconformities.field.grade'),
      cell: (line) => <Stamp kind={line.grade}>{t(`nonconformities.grade-short.${line.grade}`)}</Stamp>,
    },
    {
      key: 'in-charge',
      label: t('nonconformities.field.person-in-charge'),
      cell: (line) => line.personInCharge,
    },
    {
      key: 'due',
      label: t('nonconformities.field.due'),
      figures: true,
      cell: (line) => (line.due && line.closedOn === null ? <DayText day={line.due} /> : '–'),
    },
    {
      key: 'open',
      label: t('nonconformities.field.days-open'),
      figures: true,
      align: 'end',
      cell: (line) => line.daysOpen,
    },
    {
      key: 'state',
      label: t('nonconformities.field.state'),
      cell: (line) => (
        <>
          <StateStamp state={line.state} />{' '}
          {line.daysOverdue > 0 ? (
            <Stamp kind="overdue">{t('nonconformities.days-overdue', { count: line.daysOverdue })}</Stamp>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('nonconformities.title')}
      columns={columns}
      rows={rows}
      rowKey={(line) => line.id}
      empty={empty}
    />
  );
}
