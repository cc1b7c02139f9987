import { Form, Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { useOfficerOptions, useUnitOptions } from '#app/modules/nonconformities/ui/choices.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ChecklistPageRead } from '../checklist-page.server.ts';
import { answers, opensNonconformity } from '../grades.ts';
import { GradeStamp } from './findings.tsx';
import './audits.css';

type Row = ChecklistPageRead['rows'][number];

interface Props {
  row: Row;
  page: ChecklistPageRead;
  /** The refused answer to this very row. */
  form: FormState;
}

/** One card a question: what to ask, how to check it, its answer, and the form that answers it. */
export function Question({ row, page, form }: Props) {
  const t = useT();
  const locale = useLocale();
  const english = locale === 'en';
  const unit = english ? row.unitEn : row.unitVi;
  return (
    <section
      className="question"
      id={`row-${row.id}`}
      aria-label={t('audits.question.label', { n: row.sort })}
    >
      <p className="question-head">
        <span>
          {t('audits.question.label', { n: row.sort })} · {t('standards.clause', { clause: row.clause })}{' '}
          {english ? row.clauseTitleEn : row.clauseTitleVi}
        </span>
        <span>
          {[[row.documentCode, row.stepTitle].filter(Boolean).join(' – '), unit].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p className="question-text">{english ? row.questionEn : row.questionVi}</p>
      <p className="question-how">{english ? row.sampleEn : row.sampleVi}</p>
      <p className="question-how">
        {t('audits.question.look-at')} {english ? row.evidenceEn : row.evidenceVi}
      </p>
      {row.answer ? <Given row={row} answer={row.answer} /> : null}
      <Answering row={row} page={page} form={form} />
    </section>
  );
}

function Given({ row, answer }: { row: Row; answer: NonNullable<Row['answer']> }) {
  return (
    <div>
      <p>
        <GradeStamp grade={answer.grade} /> <span className="quiet">{answer.by}</span>{' '}
        {row.nonconformity ? (
          <Link to={nonconformityPath(row.nonconformity.id)}>{row.nonconformity.number}</Link>
        ) : null}
      </p>
      {answer.evidence ? <p className="written">{answer.evidence}</p> : null}
      {answer.note ? <p className="written quiet">{answer.note}</p> : null}
    </div>
  );
}

function Answering({ row, page, form }: Props) {
  const t = useT();
  if (!page.canAnswer)
    return page.waits && row.sort === 1 ? <Notice>{t('audits.checklist.waits')}</Notice> : null;
  if (!row.answer) return <AnswerForm row={row} page={page} form={form} />;
  return (
    <details open={form !== null}>
      <summary>{t('audits.question.change')}</summary>
      <AnswerForm row={row} page={page} form={form} />
    </details>
  );
}

function AnswerForm({ row, page, form }: Props) {
  const t = useT();
  const typed = (name: string, known = '') => form?.values[name]?.[0] ?? known;
  const chosen = typed('answer', row.answer?.grade);
  const id = (name: string) => `${name}-${row.id}`;
  const labels = {
    answer: t('audits.field.answer'),
    evidence: t('audits.field.evidence'),
    note: t('audits.field.note-answer'),
  };
  return (
    <Form method="post" action={`#row-${row.id}`}>
      <ErrorSummary form={form} labels={labels} />
      <input type="hidden" name="item" value={row.id} />
      <input type="hidden" name="operation" value={row.operation} />
      <fieldset className="grades">
        <legend>{labels.answer}</legend>
        {answers.map((answer) => (
          <label
            key={answer}
            className={opensNonconformity(answer) ? 'grade-choice grade-choice-fault' : 'grade-choice'}
          >
            <input type="radio" name="answer" value={answer} defaultChecked={chosen === answer} required />
            <span>{t(`ui.stamp.${answer}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={id('evidence')}>{labels.evidence}</label>
        <p className="hint" id={id('evidence-hint')}>
          {t('audits.hint.evidence')}
        </p>
        <textarea
          id={id('evidence')}
          name="evidence"
          rows={2}
          maxLength={4000}
          aria-describedby={id('evidence-hint')}
          defaultValue={typed('evidence', row.answer?.evidence)}
        />
      </div>
      <div className="field">
        <label htmlFor={id('note')}>{labels.note}</label>
        <p className="hint" id={id('note-hint')}>
          {t('audits.hint.note')}
        </p>
        <textarea
          id={id('note')}
          name="note"
          rows={2}
          maxLength={4000}
          aria-describedby={id('note-hint')}
          defaultValue={typed('note', row.answer?.note)}
        />
      </div>
      {row.nonconformity ? null : <FaultFields row={row} page={page} form={form} />}
      <Button>{t('audits.question.save')}</Button>
    </Form>
  );
}

/** Asked only where the row itself cannot say: which unit, and who is in charge when the unit has no head. */
function FaultFields({ row, page, form }: Props) {
  const t = useT();
  const people = useOfficerOptions(page.officers);
  const units = useUnitOptions(page.units);
  const typed = (name: string) => form?.values[name]?.[0] ?? '';
  const noHead = form?.refusal?.code === 'nonconformities.refusal.nobody-heads-unit';
  return (
    <>
      {row.unitId === null ? (
        <div className="field">
          <label htmlFor={`unit-${row.id}`}>{t('audits.field.fault-unit')}</label>
          <select id={`unit-${row.id}`} name="unit" defaultValue={typed('unit')}>
            <option value="" />
            {units.map((unit) => (
              <option key={unit.value} value={unit.value}>
                {unit.label}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {noHead || typed('personInCharge') !== '' ? (
        <div className="field">
          <label htmlFor={`person-${row.id}`}>{t('audits.field.person-in-charge')}</label>
          <select id={`person-${row.id}`} name="personInCharge" defaultValue={typed('personInCharge')}>
            <option value="" />
            {people.map((person) => (
              <option key={person.value} value={person.value}>
                {person.label}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </>
  );
}
