import { useT } from '#app/i18n/reader.tsx';
import type { ShownFinding } from '#app/ui/finding-list.tsx';
import { named } from '../../editor/form-view.ts';
import { ChoicesCell, TextCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';
import { findingsAt, RowFrame } from './row-frame.tsx';
import { SpanCell } from './span-fields.tsx';
import { StepRow } from './step-row.tsx';

/** Cases with their limits, and the steps with who, what, when. */
export function StepsPart({
  findings,
  previous,
}: {
  findings: readonly ShownFinding[];
  previous: readonly string[];
}) {
  const t = useT();
  const { view } = useFacts();
  const cases = named(view, 'Case');
  const steps = named(view, 'Step');
  const [list] = named(view, 'Steps');
  return (
    <>
      <h3>{t('editor.steps.cases')}</h3>
      {cases.map((one, now) => (
        <RowFrame
          key={one.at}
          id={`row-Case-${one.values.id}`}
          at={one.at}
          name={one.values.title ?? ''}
          title={<span lang="vi">{one.values.title}</span>}
          place={{ now, of: cases.length }}
          findings={findingsAt(view, findings, 'steps', one.at)}
        >
          <TextCell
            name={`c${one.at}.title`}
            label={t('editor.case.title')}
            value={one.values.title ?? ''}
            wide
          />
          <SpanCell
            name={`c${one.at}.limit`}
            label={t('editor.case.limit')}
            kind="limit"
            value={one.values.limit ?? ''}
          />
          <TextCell
            name={`c${one.at}.reason`}
            label={t('editor.case.reason')}
            hint={t('editor.case.reason-hint')}
            value={one.values.reason ?? ''}
            wide
          />
          <TextCell name={`c${one.at}.id`} label={t('editor.id')} value={one.values.id ?? ''} />
        </RowFrame>
      ))}
      <button type="submit" className="button button-secondary" name="act" value="add:Case:">
        {t('editor.case.add')}
      </button>
      <h3>{t('editor.steps.steps')}</h3>
      {steps.map((step, now) => (
        <StepRow key={step.at} step={step} now={now} findings={findings} />
      ))}
      <button type="submit" className="button button-secondary" name="act" value="add:Step:">
        {t('editor.step.add')}
      </button>
      {list && (previous.length > 0 || list.values.retired) ? (
        <div className="editor-cells">
          <ChoicesCell
            name={`c${list.at}.retired`}
            label={t('editor.steps.retired')}
            hint={t('editor.steps.retired-hint')}
            value={list.values.retired ?? ''}
            none={t('editor.none')}
            options={previous.map((id) => ({ value: id, label: id }))}
          />
        </div>
      ) : null}
    </>
  );
}
