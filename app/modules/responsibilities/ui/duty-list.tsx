import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { AskedDocument, AskedStep } from '../duty.ts';
import { documentOfDutyPath, stepPath } from '../paths.ts';
import { StepTimes } from './step-times.tsx';
import { ThroughNote } from './through.tsx';

/** Duties by procedure: each step with the part in it, its time, form and result, and the way to its text. */
export function DutyList({ documents }: { documents: readonly AskedDocument[] }) {
  return documents.map((document) => <DutiesOfDocument key={document.documentId} document={document} />);
}

function DutiesOfDocument({ document }: { document: AskedDocument }) {
  const t = useT();
  const columns: Column<AskedStep>[] = [
    {
      key: 'step',
      label: t('responsibilities.step'),
      main: true,
      cell: (step) => (
        <>
          <Link to={stepPath(step.documentId, step.stepKey)} lang="vi">
            {step.stepOrder}. {step.stepTitle}
          </Link>
          {step.through.kind === 'appointment' ? null : (
            <>
              <br />
              <ThroughNote through={step.through} />
            </>
          )}
        </>
      ),
    },
    {
      key: 'letters',
      label: t('responsibilities.part'),
      cell: (step) => step.letters.map((letter) => t(`mdx.letter.${letter}`)).join('; '),
    },
    {
      key: 'times',
      label: t('responsibilities.time'),
      cell: (step) => (step.times.length > 0 ? <StepTimes times={step.times} /> : null),
    },
    {
      key: 'outcome',
      label: t('responsibilities.outcome'),
      cell: (step) => (
        <span lang="vi">{[step.forms.join(', '), step.result ?? ''].filter(Boolean).join(' – ')}</span>
      ),
    },
  ];
  const name = (
    <Link to={documentOfDutyPath(document.documentId)}>
      {document.code ? `${document.code} ` : ''}
      <Title vi={document.titleVi} en={document.titleEn} />
    </Link>
  );
  return (
    <Panel title={name}>
      <DataTable
        caption={t('responsibilities.duties-in', { document: document.code ?? document.titleVi })}
        columns={columns}
        rows={document.steps}
        rowKey={(step) => `${step.stepKey} ${step.through.kind} ${step.through.positionId}`}
      />
    </Panel>
  );
}
