import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import type { Option } from '#app/ui/form-field.tsx';
import { useFacts, useTyped, useWiring } from './form-facts.tsx';

export interface CellProps {
  name: string;
  label: string;
  hint?: string;
  wide?: boolean;
}

/** A label, what is wrong, and the field: close together, for rows of many fields. */
export function Cell({ name, label, hint, wide, children }: CellProps & { children: ReactNode }) {
  const t = useT();
  const { form } = useFacts();
  const errors = form?.errors[name] ?? [];
  return (
    <div className={`cell${wide ? ' cell-wide' : ''}${errors.length > 0 ? ' field-wrong' : ''}`}>
      <label htmlFor={`field-${name}`}>{label}</label>
      {errors.length > 0 ? (
        <p className="field-error" id={`${name}-error`}>
          {errors.map((key) => t(key)).join(' ')}
        </p>
      ) : null}
      {children}
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function TextCell(
  props: CellProps & { value?: string; list?: string; inputMode?: 'numeric' | 'decimal' },
) {
  const { name, value = '', list, inputMode, hint } = props;
  const { lang } = useFacts();
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  return (
    <Cell {...props}>
      <input
        id={`field-${name}`}
        {...wiring}
        {...{ list, inputMode, lang }}
        type="text"
        autoComplete="off"
        defaultValue={typed}
      />
    </Cell>
  );
}

export function ProseCell(props: CellProps & { value: string; least?: number }) {
  const { name, value, hint, least = 3 } = props;
  const { lang } = useFacts();
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  const rows = typed.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 90)), 0);
  return (
    <Cell {...props} wide>
      <textarea
        id={`field-${name}`}
        {...wiring}
        lang={lang}
        rows={Math.min(24, Math.max(least, rows))}
        defaultValue={typed}
      />
    </Cell>
  );
}

export function ChoiceCell(props: CellProps & { value?: string; options: readonly Option[]; none?: string }) {
  const { name, value = '', options, none, hint } = props;
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  const unknown = typed !== '' && !options.some((option) => option.value === typed);
  return (
    <Cell {...props}>
      <select id={`field-${name}`} {...wiring} defaultValue={typed}>
        {none === undefined ? null : <option value="">{none}</option>}
        {unknown ? <option value={typed}>{typed}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Cell>
  );
}

/** Any number of choices, with an empty one below to add another. */
export function ChoicesCell(props: CellProps & { value: string; options: readonly Option[]; none: string }) {
  const { name, value, options, none } = props;
  const keys = useTyped(name, value.split(/\s+/).filter(Boolean)).filter((one) => one !== '');
  const t = useT();
  const wiring = useWiring(name, props.hint);
  return (
    <Cell {...props}>
      {[...keys, ''].map((key, at) => (
        <select
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one list have only their place
          key={at}
          id={at === 0 ? `field-${name}` : undefined}
          {...wiring}
          aria-label={at === 0 ? undefined : t('editor.another', { label: props.label })}
          defaultValue={key}
        >
          <option value="">{none}</option>
          {key !== '' && !options.some((option) => option.value === key) ? (
            <option value={key}>{key}</option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
    </Cell>
  );
}
