import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { InLanguage, Title } from '#app/ui/in-language.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import { acknowledgementsOf } from '../../acknowledgement/paths.ts';
import { type LineState, stateOfLine } from '../../acknowledgement/register.ts';
import { type NamedLine, partsInWords } from '../../acknowledgement/register-words.ts';

const stamps: Record<LineState, StampKind> = {
  waiting: 'to-acknowledge',
  overdue: 'overdue',
  acknowledged: 'acknowledged',
};

/** BM-01-05: who has and who has not acknowledged what. */
export function AcknowledgementTable(props: { lines: NamedLine[]; today: string; empty: ReactNode }) {
  const { lines, today, empty } = props;
  const t = useT();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('acknowledgement.register.title')}
      rows={lines}
      rowKey={(line) => line.key}
      empty={empty}
      columns={[
        {
          key: 'officer',
          label: t('acknowledgement.field.officer'),
          main: true,
          cell: (line) => (
            <Link to={acknowledgementsOf({ officer: line.officerId })}>
              <InLanguage>{line.officerName}</InLanguage>
            </Link>
          ),
        },
        {
          key: 'unit',
          label: t('documents.field.unit'),
          cell: (line) => (locale === 'en' ? line.unitEn : line.unitVi),
        },
        {
          key: 'document',
          label: t('acknowledgement.field.document'),
          cell: (line) => (
            <Link to={acknowledgementsOf({ document: line.documentId })}>
              {line.code} <Title vi={line.titleVi} en={line.titleEn} />
            </Link>
          ),
        },
        {
          key: 'issue',
          label: t('documents.field.issue'),
          figures: true,
          cell: (line) => `${line.issue}/${line.amendment}`,
        },
        {
          key: 'parts',
          label: t('acknowledgement.field.parts'),
          cell: (line) => partsInWords(line, locale),
        },
        {
          key: 'given',
          label: t('acknowledgement.field.given'),
          figures: true,
          cell: (line) => <DayText day={line.given} />,
        },
        {
          key: 'due',
          label: t('acknowledgement.field.due'),
          figures: true,
          cell: (line) => (line.due ? <DayText day={line.due} /> : ''),
        },
        {
          key: 'state',
          label: t('documents.field.state'),
          cell: (line) => (
            <>
              <Stamp kind={stamps[stateOfLine(line, today)]} />{' '}
              {line.acknowledgedAt ? <InstantText at={line.acknowledgedAt} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}
