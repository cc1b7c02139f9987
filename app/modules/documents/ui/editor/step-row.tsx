import { useT } from '#app/i18n/reader.tsx';
import type { ShownFinding } from '#app/ui/finding-list.tsx';
import { type FormView, named } from '../../editor/form-view.ts';
import { ChoiceCell, ChoicesCell, TextCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';
import { NamesCell } from './name-fields.tsx';
import { findingsAt, RowFrame } from './row-frame.tsx';
import { Body } from './sections-part.tsx';
import { Counted, SpanCell } from './span-fields.tsx';

type Step = FormView['components'][number];

/** One step: who does, answers and decides, how long in each case, with which forms, and what comes out. */
export function StepRow({
  step,
  now,
  findings,
}: {
  step: Step;
  now: number;
  findings: readonly ShownFinding[];
}) {
  const t = useT();
  const { view } = useFacts();
  const steps = named(view, 'Step', step.parent);
  const field = (attribute: string) => `c${step.at}.${attribute}`;
  const said = (attribute: string) => step.values[attribute] ?? '';
  const role = (attribute: string, most?: number) => (
    <NamesCell
      name={field(attribute)}
      label={t(`editor.step.${attribute}`)}
      value={said(attribute)}
      lists={['roles']}
      most={most}
    />
  );
  const own = [step.at, ...named(view, 'Time', step.at).map((time) => time.at)];
  return (
    <RowFrame
      id={`row-Step-${step.values.id}`}
      at={step.at}
      name={said('title')}
      title={<span lang="vi">{`${now + 1}. ${said('title')}`}</span>}
      place={{ now: steps.indexOf(step), of: steps.length }}
      findings={own.flatMap((at) => findingsAt(view, findings, 'steps', at))}
    >
      <TextCell name={field('title')} label={t('editor.step.title')} value={said('title')} wide />
      {role('responsible', 1)}
      {role('accountable', 1)}
      {role('decides')}
      <Times step={step} />
      <TextCell name={field('result')} label={t('editor.step.result')} value={said('result')} wide />
      <NamesCell name={field('form')} label={t('editor.step.form')} value={said('form')} lists={['forms']} />
      <ChoiceCell
        name={field('record')}
        label={t('editor.step.record')}
        value={said('record')}
        none={t('editor.none')}
        options={named(view, 'Record').map((one) => ({
          value: one.values.id ?? '',
          label: one.values.name ?? '',
        }))}
      />
      <Body of={step.at} least={3} />
      <details className="cell-wide">
        <summary>{t('editor.step.more')}</summary>
        <div className="editor-cells">
          {role('consulted')}
          {role('informed')}
          <ChoicesCell
            name={field('next')}
            label={t('editor.step.next')}
            value={said('next')}
            none={t('editor.step.next-following')}
            options={[
              { value: 'end', label: t('editor.step.next-end') },
              ...steps
                .filter((one) => one !== step)
                .map((one) => ({ value: one.values.id ?? '', label: one.values.title ?? '' })),
            ]}
          />
          <TextCell
            name={field('id')}
            label={t('editor.id')}
            hint={t('editor.step.id-hint')}
            value={said('id')}
          />
          <TextCell
            name={field('replaces')}
            label={t('editor.step.replaces')}
            hint={t('editor.step.replaces-hint')}
            value={said('replaces')}
          />
          <button type="submit" className="button button-secondary" name="act" value={`add:Step:${step.at}`}>
            {t('editor.step.add-after')}
          </button>
        </div>
      </details>
    </RowFrame>
  );
}

/** A time for each case; those written twice or for a case that is gone too, so that they can be mended. */
function Times({ step }: { step: Step }) {
  const t = useT();
  const { view } = useFacts();
  const times = named(view, 'Time', step.at);
  const cases = named(view, 'Case', step.parent);
  const known = new Set(cases.map((one) => one.values.id));
  const label = (title: string) => t('editor.step.time', { case: title });
  return (
    <>
      {cases.flatMap((one) => {
        const own = times.filter((time) => time.values.case === one.values.id);
        const title = one.values.title ?? '';
        if (own.length === 0) {
          const name = `t${step.at}.${one.values.id}`;
          return [<SpanCell key={name} name={name} label={label(title)} kind="within" value="" counted="" />];
        }
        return own.map((time) => <Time key={time.at} time={time} label={label(title)} />);
      })}
      {times
        .filter((time) => !known.has(time.values.case))
        .map((time) => (
          <span key={time.at} className="cell">
            <Time time={time} label={label(time.values.case ?? '')} />
            <ChoiceCell
              name={`c${time.at}.case`}
              label={t('editor.step.time-case')}
              value={time.values.case ?? ''}
              options={cases.map((one) => ({ value: one.values.id ?? '', label: one.values.title ?? '' }))}
            />
          </span>
        ))}
    </>
  );
}

function Time({ time, label }: { time: Step; label: string }) {
  return (
    <div className="cell-time">
      <SpanCell name={`c${time.at}.within`} label={label} kind="within" value={time.values.within ?? ''} />
      <Counted name={`c${time.at}.counted`} value={time.values.counted === 'no' ? 'no' : ''} label={label} />
    </div>
  );
}
