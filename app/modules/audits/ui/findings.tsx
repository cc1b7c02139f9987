import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { checklistRowPath, nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Stamp, stampKinds } from '#app/ui/stamp.tsx';
import type { AuditPage } from '../audit-page.server.ts';

export function GradeStamp({ grade }: { grade: string }) {
  const kind = stampKinds.find((one) => one === grade);
  return kind ? <Stamp kind={kind} /> : null;
}

/** How many rows of each result. */
export function GradeCounts({ counts }: { counts: AuditPage['counts'] }) {
  return (
    <ul className="grade-counts">
      {counts.map(({ answer, count }) => (
        <li key={answer}>
          <span className="figures grade-count">{count}</span> <GradeStamp grade={answer} />
        </li>
      ))}
    </ul>
  );
}

type Finding = AuditPage['findings'][number];

/** Rows that are not simply conform, each with the nonconformity it opened. */
export function FindingTable({ findings }: { findings: AuditPage['findings'] }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<Finding>[] = [
    {
      key: 'clause',
      label: t('audits.field.clause'),
      main: true,
      cell: (finding) => (
        <Link to={checklistRowPath(finding.checklistId, finding.id)}>
          {finding.documentCode ? `${finding.clause} · ${finding.documentCode}` : finding.clause}
        </Link>
      ),
    },
    { key: 'grade', label: t('audits.field.grade'), cell: (finding) => <GradeStamp grade={finding.grade} /> },
    { key: 'note', label: t('audits.field.finding'), cell: (finding) => finding.note },
    {
      key: 'unit',
      label: t('audits.field.unit'),
      cell: (finding) => (locale === 'en' ? finding.unitEn : finding.unitVi) ?? '',
    },
    {
      key: 'nonconformity',
      label: t('audits.field.nonconformity'),
      figures: true,
      cell: (finding) =>
        finding.nonconformity ? (
          <Link to={nonconformityPath(finding.nonconformity.id)}>{finding.nonconformity.number}</Link>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t('audits.part.findings')}
      columns={columns}
      rows={findings}
      rowKey={(finding) => finding.id}
      empty={<p className="quiet">{t('audits.findings.none')}</p>}
    />
  );
}
