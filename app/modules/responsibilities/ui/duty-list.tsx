import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { AskedDocument, AskedStep } from '../duty.ts';
import { documentOfDutyPath, stepPath } from '../paths.ts';
import { StepTimes } from './step-times.tsx';
import { ThroughNote } from './through.tsx';

/** Where a form of a step is filled in on screen; null for one that is not. */
export type FillForm = (code: string, step: { documentId: string; stepKey: string }) => string | null;

/** Duties by procedure: each step with the part in it, its time, form and result, and the way to its text. */
export function DutyList({ documents, fill }: { documents: readonly AskedDocument[]; fill?: FillForm }) {
  const t = useT();
  const labels = {
    step: t('responsibilities.step'),
    part: t('responsibilities.part'),
    time: t('responsibilities.time'),
    outcome: t('responsibilities.outcome'),
  };
  return (
    <Panel title={t('responsibilities.by-procedure')} id="duties">
      <div className="table-frame table-fold">
        <table>
          <caption className="unseen">{t('responsibilities.by-procedure')}</caption>
          <thead>
            <tr>
              {Object.entries(labels).map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {documents.map((document) => (
            <tbody key={document.documentId}>
              <tr className="group">
                <th scope="rowgroup" colSpan={4}>
                  <DocumentName document={document} />
                </th>
              </tr>
              {document.steps.map((step) => (
                <StepRow
                  key={`${step.stepKey} ${step.through.kind} ${step.through.positionId}`}
                  step={step}
                  labels={labels}
                  fill={fill}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}

function DocumentName({ document }: { document: AskedDocument }) {
  return (
    <Link to={documentOfDutyPath(document.documentId)}>
      {document.code ? `${document.code} ` : ''}
      <Title vi={document.titleVi} en={document.titleEn} />
    </Link>
  );
}

function StepRow({
  step,
  labels,
  fill,
}: {
  step: AskedStep;
  fill?: FillForm;
  labels: Record<'step' | 'part' | 'time' | 'outcome', string>;
}) {
  const t = useT();
  const locale = useLocale();
  const outcome = [step.forms.join(', '), step.result ?? ''].filter(Boolean).join(' – ');
  return (
    <tr>
      <td data-label={labels.step}>
        <Link to={stepPath(step.documentId, step.stepKey)} lang="vi">
          {step.stepOrder}. {step.stepTitle}
        </Link>
        {step.through.kind === 'appointment' ? null : <br />}
        <ThroughNote through={step.through} />
      </td>
      <td data-label={labels.part}>{step.letters.map((letter) => t(`mdx.letter.${letter}`)).join('; ')}</td>
      <td data-label={labels.time}>{step.times.length > 0 ? <StepTimes times={step.times} /> : null}</td>
      <td data-label={labels.outcome} lang="vi">
        {outcome}
        {step.forms.map((code) => {
          const to = fill?.(code, step);
          return to ? (
            <Link key={code} to={to} className="line" lang={locale}>
              {t('records.use.fill-step', { code })}
            </Link>
          ) : null;
        })}
      </td>
    </tr>
  );
}
