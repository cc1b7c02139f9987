import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { publicDocumentPath } from '#app/paths.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import type { legalRegister } from '../../legal/legal-register-page.server.ts';
import { basisPath } from '../../legal/paths.ts';
import { documentPath } from '../../paths.ts';
import { LegalStatus } from '../legal-status.tsx';

type Row = Awaited<ReturnType<typeof legalRegister>>[number];

/** The register of legal bases; staff are led to each law and its texts, citizens to what is public. */
export function BasisTable({ rows, staff }: { rows: readonly Row[]; staff: boolean }) {
  const t = useT();
  return (
    <DataTable
      caption={t('documents.legal.title')}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t('documents.legal.none')} />}
      columns={[
        {
          key: 'name',
          label: t('documents.legal.number'),
          main: true,
          cell: (row) =>
            staff ? (
              <Link to={basisPath(row.key)}>
                <InLanguage>{row.name}</InLanguage>
              </Link>
            ) : (
              <InLanguage>{row.name}</InLanguage>
            ),
        },
        {
          key: 'title',
          label: t('documents.legal.about'),
          cell: (row) => (
            <span lang="vi">
              {row.title}
              {row.note ? <span className="quiet line">{row.note}</span> : null}
            </span>
          ),
        },
        {
          key: 'issuer',
          label: t('documents.legal.issuer'),
          cell: (row) => <span lang="vi">{row.issuer}</span>,
        },
        {
          key: 'from',
          label: t('documents.field.in-force-from'),
          figures: true,
          cell: (row) => (row.inForceFrom ? <DayText day={row.inForceFrom} /> : ''),
        },
        { key: 'status', label: t('documents.field.state'), cell: (row) => <LegalStatus row={row} /> },
        {
          key: 'used',
          label: t('documents.legal.used'),
          cell: (row) => (
            <span className="codes">
              {row.openTasks > 0 ? <strong className="late">{t('currency.mark-short')}</strong> : null}
              {row.usedBy.map((user) => (
                <Link key={user.id} to={staff ? documentPath(user.id) : publicDocumentPath(user.id)}>
                  {user.code}
                </Link>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
