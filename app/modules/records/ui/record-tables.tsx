import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { InLanguage, Title } from '#app/ui/in-language.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { OwnFilling } from '../filling.server.ts';
import { asksRevision } from '../filling.ts';
import { fillingPath, recordPath } from '../paths.ts';
import type { RecordLine } from '../register.server.ts';
import { RetentionText } from './retention-text.tsx';

/** The register of filled forms. */
export function RecordTable({ rows, empty }: { rows: readonly RecordLine[]; empty: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<RecordLine>[] = [
    {
      key: 'title',
      label: t('records.field.title'),
      main: true,
      cell: (row) => (
        <Link to={recordPath(row.id)}>
          <InLanguage>{row.title}</InLanguage>
        </Link>
      ),
    },
    { key: 'number', label: t('records.field.number'), figures: true, cell: (row) => row.number },
    {
      key: 'maker',
      label: t('records.field.maker'),
      cell: (row) => [row.officerName, locale === 'en' ? row.unitEn : row.unitVi].filter(Boolean).join(', '),
    },
    {
      key: 'completed',
      label: t('records.field.completed'),
      figures: true,
      cell: (row) => <DayText day={dayOf(row.completedAt)} />,
    },
    {
      key: 'retention',
      label: t('records.field.retention'),
      cell: (row) =>
        row.disposedOn ? (
          <Stamp kind="withdrawn">{t('records.state.disposed')}</Stamp>
        ) : (
          <RetentionText written={row.retention} />
        ),
    },
  ];
  return (
    <DataTable
      caption={t('records.register.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

/** What this person has begun and not finished. */
export function OwnFillings({ fillings }: { fillings: readonly OwnFilling[] }) {
  const t = useT();
  if (fillings.length === 0) return <p className="quiet">{t('records.filling.none')}</p>;
  return (
    <ul className="plain">
      {fillings.map((one) => (
        <li key={one.id}>
          <Link to={fillingPath(one.id)}>
            {one.code} <Title vi={one.titleVi} en={one.titleEn} />
          </Link>{' '}
          {one.corrects ? t('records.filling.correcting', { number: one.corrects }) : null}
          <span className="quiet line">
            {t('records.filling.saved-at')} <InstantText at={one.saved_at} />
          </span>
          {asksRevision(one.facts) ? (
            <strong className="late line">{t('records.filling.newer-form')}</strong>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
