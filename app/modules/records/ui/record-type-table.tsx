import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { recordTypePath } from '../paths.ts';
import { type RecordType, retentionNow } from '../record-type.ts';
import { RetentionText } from './retention-text.tsx';

/** Danh mục hồ sơ: what the texts in force keep, with what the office adds. */
export function RecordTypeTable({ rows, empty }: { rows: readonly RecordType[]; empty: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<RecordType>[] = [
    {
      key: 'name',
      label: t('records.field.type'),
      main: true,
      cell: (row) => (
        <Link to={recordTypePath(row.documentId, row.key)}>
          <InLanguage>{row.name}</InLanguage>
        </Link>
      ),
    },
    {
      key: 'document',
      label: t('records.types.document'),
      cell: (row) => <Link to={documentPath(row.documentId)}>{row.code}</Link>,
    },
    {
      key: 'keeper',
      label: t('records.field.keeper'),
      cell: (row) => row.keepers.map((one) => (locale === 'en' ? one.en : one.vi)).join('; '),
    },
    {
      key: 'place',
      label: t('records.field.place'),
      cell: (row) => (row.stated?.place ? <InLanguage>{row.stated.place}</InLanguage> : null),
    },
    {
      key: 'retention',
      label: t('records.field.retention'),
      cell: (row) => <RetentionText written={retentionNow(row)} />,
    },
    {
      key: 'ground',
      label: t('records.field.ground'),
      cell: (row) => (row.stated?.legalGround ? <InLanguage>{row.stated.legalGround}</InLanguage> : null),
    },
  ];
  return (
    <DataTable
      caption={t('records.types.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.documentId} ${row.key}`}
      empty={empty}
    />
  );
}
