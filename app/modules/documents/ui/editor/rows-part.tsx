import { useT } from '#app/i18n/reader.tsx';
import type { ShownFinding } from '#app/ui/finding-list.tsx';
import type { Option } from '#app/ui/form-field.tsx';
import { type FormView, named } from '../../editor/form-view.ts';
import type { FormPart } from '../../editor/part-of-finding.ts';
import { ChoiceCell, TextCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';
import { NameOrWordsCell } from './name-fields.tsx';
import { findingsAt, RowFrame } from './row-frame.tsx';
import { Body } from './sections-part.tsx';
import { SpanCell } from './span-fields.tsx';

type ListName = 'Paper' | 'Abbreviation' | 'Record' | 'Field' | 'Rule';
export const listOfPart: Readonly<Partial<Record<FormPart, ListName>>> = {
  papers: 'Paper',
  abbreviations: 'Abbreviation',
  records: 'Record',
  fields: 'Field',
  rules: 'Rule',
};

const naming: Readonly<Record<ListName, string>> = {
  Paper: 'name',
  Abbreviation: 'short',
  Record: 'name',
  Field: 'label',
  Rule: 'id',
};

/** A list whose rows are fields only; the empty row below adds one. */
export function RowsPart({
  part,
  name,
  findings,
}: {
  part: FormPart;
  name: ListName;
  findings: readonly ShownFinding[];
}) {
  const t = useT();
  const { view } = useFacts();
  const rows = named(view, name);
  return (
    <>
      {rows.map((row, now) => (
        <RowFrame
          key={row.at}
          id={`row-${name}-${row.at}`}
          at={row.at}
          name={row.values[naming[name]] ?? ''}
          title={<span lang="vi">{`${now + 1}. ${row.values[naming[name]] ?? ''}`}</span>}
          place={{ now, of: rows.length }}
          findings={findingsAt(view, findings, part, row.at)}
        >
          <Cells name={name} start={`c${row.at}`} values={row.values} />
          {name === 'Rule' ? <Body of={row.at} least={2} /> : null}
        </RowFrame>
      ))}
      {name === 'Rule' ? (
        <button type="submit" className="button button-secondary" name="act" value="add:Rule:">
          {t('editor.add.Rule')}
        </button>
      ) : (
        <fieldset className="editor-row editor-new">
          <legend>{t(`editor.add.${name}`)}</legend>
          <div className="editor-cells">
            <Cells name={name} start={`n.${name}`} values={{}} />
          </div>
          <button type="submit" className="button button-secondary">
            {t('editor.add.submit')}
          </button>
        </fieldset>
      )}
    </>
  );
}

function Cells({ name, start, values }: { name: ListName; start: string; values: Record<string, string> }) {
  const t = useT();
  const { view } = useFacts();
  const isNew = start.startsWith('n.');
  const text = (attribute: string, wide = false, hint?: string) => (
    <TextCell
      name={`${start}.${attribute}`}
      label={t(`editor.${name}.${attribute}`)}
      value={values[attribute] ?? ''}
      wide={wide}
      hint={hint}
    />
  );
  const choice = (attribute: string, options: readonly Option[], fallback: string, none?: string) => (
    <ChoiceCell
      name={`${start}.${attribute}`}
      label={t(`editor.${name}.${attribute}`)}
      value={values[attribute] ?? (isNew || none === undefined ? fallback : '')}
      options={options}
      none={none}
    />
  );
  const words = (attribute: string, list: readonly string[]) =>
    list.map((value) => ({ value, label: t(`editor.${name}.${attribute}.${value}`) }));
  const id = isNew ? null : <TextCell name={`${start}.id`} label={t('editor.id')} value={values.id ?? ''} />;
  switch (name) {
    case 'Paper':
      return (
        <>
          {text('name', true)}
          {choice('kind', words('kind', ['submit', 'show']), '', t('editor.Paper.kind.none'))}
          {text('original')}
          {text('copies')}
        </>
      );
    case 'Abbreviation':
      return (
        <>
          {text('short')}
          {text('long', true)}
        </>
      );
    case 'Record':
      return (
        <>
          {text('name', true)}
          {choice(
            'from',
            [...words('from', ['dossier', 'result']), ...stepSources(view, t('editor.Record.from.step'))],
            'dossier',
          )}
          <NameOrWordsCell
            name={`${start}.keeper`}
            label={t('editor.Record.keeper')}
            value={values.keeper ?? ''}
            lists={['roles', 'units']}
          />
          <SpanCell
            name={`${start}.retention`}
            label={t('editor.Record.retention')}
            kind="retention"
            value={values.retention ?? ''}
          />
          {id}
        </>
      );
    case 'Field':
      return (
        <>
          {text('label', true)}
          {choice('type', words('type', ['text', 'number', 'date', 'choice', 'table']), 'text')}
          {choice('required', words('required', ['yes', 'no']), '', t('editor.Field.required.no'))}
          {text('options', true, t('editor.Field.labels-hint'))}
          {text('columns', true, t('editor.Field.labels-hint'))}
          {id}
        </>
      );
    case 'Rule':
      return (
        <>
          {choice('check', words('check', ['observe', 'record', 'interview', 'log']), 'observe')}
          {choice('severity', words('severity', ['remind', 'note', 'nonconformity']), 'remind')}
          {id}
        </>
      );
  }
}

function stepSources(view: FormView, word: string): Option[] {
  return named(view, 'Step').map((step, at) => ({
    value: `step:${step.values.id}`,
    label: `${word} ${at + 1}: ${step.values.title ?? ''}`,
  }));
}
