import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { checklistRowPath } from '#app/modules/nonconformities/paths.ts';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { CasePage } from '../stage-page.server.ts';

export function CorrectionFacts({ page }: { page: CasePage }) {
  const t = useT();
  const { correction, consequences } = page;
  if (!correction) return null;
  return (
    <KeyValues
      facts={[
        {
          key: 'what',
          label: t('nonconformities.field.correction'),
          value: <p className="written">{correction.what}</p>,
        },
        { key: 'by', label: t('nonconformities.field.done-by'), value: correction.doneBy },
        { key: 'on', label: t('nonconformities.field.done-on'), value: <DayText day={correction.doneOn} /> },
        { key: 'consequences', label: t('nonconformities.field.consequences'), value: consequences },
      ]}
    />
  );
}

export function Analysis({ page }: { page: CasePage }) {
  const t = useT();
  const { need, cause, similarCases } = page;
  if (!need) return null;
  return (
    <>
      <KeyValues
        facts={[
          {
            key: 'need',
            label: t('nonconformities.field.needed'),
            value: `${t(need.needed ? 'nonconformities.yes' : 'nonconformities.no')} – ${need.reason}`,
          },
          {
            key: 'method',
            label: t('nonconformities.field.method'),
            value: cause ? t(`nonconformities.method.${cause.method}`) : null,
          },
          {
            key: 'categories',
            label: t('nonconformities.field.categories'),
            value: cause?.categories.map((one) => t(`nonconformities.category.${one}`)).join(', '),
          },
        ]}
      />
      {cause && cause.whys.length > 0 ? (
        <ol className="whys">
          {cause.whys.map((why) => (
            <li key={`${why.question} ${why.answer}`}>
              {why.question ? <strong>{why.question} </strong> : null}
              {why.answer}
              {why.evidence ? <span className="quiet"> ({why.evidence})</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      <KeyValues
        facts={[
          {
            key: 'root',
            label: t('nonconformities.field.root-cause'),
            value: cause ? <strong>{cause.rootCause}</strong> : null,
          },
          { key: 'similar', label: t('nonconformities.field.similar-cases'), value: similarCases },
        ]}
      />
    </>
  );
}

export function CheckFacts({ page }: { page: CasePage }) {
  const t = useT();
  const { verification, effectiveness } = page;
  if (!verification) return null;
  return (
    <KeyValues
      facts={[
        { key: 'criterion', label: t('nonconformities.field.criterion'), value: verification.criterion },
        {
          key: 'findings',
          label: t('nonconformities.field.findings'),
          value: <p className="written">{verification.findings}</p>,
        },
        {
          key: 'effective',
          label: t('nonconformities.field.effective'),
          value: effectiveness
            ? t(effectiveness.effective ? 'nonconformities.effective' : 'nonconformities.not-effective')
            : null,
        },
        {
          key: 'on',
          label: t('nonconformities.field.effective-on'),
          value: effectiveness ? <DayText day={effectiveness.effectiveOn} /> : null,
        },
      ]}
    />
  );
}

/** Where it came from and what it repeats. */
export function Origin({ page }: { page: CasePage }) {
  const t = useT();
  const { checklist } = page.source;
  return (
    <KeyValues
      facts={[
        {
          key: 'source',
          label: t('nonconformities.field.source'),
          value: t(`nonconformities.source.${page.source.kind}`),
        },
        {
          key: 'checklist',
          label: t('nonconformities.field.checklist'),
          value: checklist ? (
            <Link to={checklistRowPath(checklist.id, checklist.itemId)}>{checklist.number}</Link>
          ) : null,
        },
        {
          key: 'on',
          label: t('nonconformities.field.detected-on'),
          value: <DayText day={page.detectedOn} />,
        },
        { key: 'by', label: t('nonconformities.field.detected-by'), value: page.detectedBy },
        {
          key: 'repeats',
          label: t('nonconformities.field.recurrence-of'),
          value: page.recurrenceOf ? (
            <>
              {page.recurrenceOf} <Stamp kind="recurring" />
            </>
          ) : null,
        },
      ]}
    />
  );
}
