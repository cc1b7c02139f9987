import type { ReactNode } from 'react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp, type StampKind, stampKinds } from '#app/ui/stamp.tsx';
import { nonconformitiesPath, nonconformityPath } from '../paths.ts';
import type { CasePage } from '../stage-page.server.ts';
import './nonconformities.css';

export function StateStamp({ state }: { state: string }) {
  const t = useT();
  const kind = stampKinds.find((one) => one === state);
  return kind ? <Stamp kind={kind}>{t(`nonconformities.state.${state}`)}</Stamp> : null;
}

export function CaseStamps({
  page,
}: {
  page: Pick<CasePage, 'state' | 'grade' | 'recurrenceOf' | 'daysOverdue'>;
}) {
  const grade: StampKind = page.grade;
  return (
    <>
      <StateStamp state={page.state} />
      <Stamp kind={grade} />
      {page.recurrenceOf ? <Stamp kind="recurring" /> : null}
      {page.daysOverdue > 0 ? <Stamp kind="overdue" /> : null}
    </>
  );
}

/** Head of a page where one stage is done: which case, what it is about, what is asked now. */
export function StageHeader(props: { page: CasePage; title: ReactNode; lead?: ReactNode }) {
  const { page, title, lead } = props;
  const t = useT();
  return (
    <>
      <PageHeader
        over={page.number}
        title={title}
        lead={lead}
        crumbs={[
          { label: t('nonconformities.title'), to: nonconformitiesPath },
          { label: page.number, to: nonconformityPath(page.id) },
        ]}
        stamps={<CaseStamps page={page} />}
      />
      <Finding page={page} />
    </>
  );
}

/** What was found, against what, by which evidence, where. */
export function Finding({ page }: { page: CasePage }) {
  const t = useT();
  const locale = useLocale();
  const { document } = page;
  return (
    <KeyValues
      facts={[
        {
          key: 'statement',
          label: t('nonconformities.field.statement'),
          value: <p className="written">{page.statement}</p>,
        },
        { key: 'requirement', label: t('nonconformities.field.requirement'), value: page.requirement },
        {
          key: 'evidence',
          label: t('nonconformities.field.evidence'),
          value: <p className="written">{page.evidence}</p>,
        },
        {
          key: 'unit',
          label: t('nonconformities.field.unit'),
          value: locale === 'en' ? page.unit.en : page.unit.vi,
        },
        {
          key: 'document',
          label: t('nonconformities.field.document'),
          value: document ? (document.step ? `${document.code} – ${document.step}` : document.code) : null,
        },
        { key: 'in-charge', label: t('nonconformities.field.person-in-charge'), value: page.personInCharge },
        {
          key: 'due',
          label: t('nonconformities.field.due'),
          value: page.due ? <DayText day={page.due} /> : null,
        },
      ]}
    />
  );
}
