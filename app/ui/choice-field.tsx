import type { ReactNode } from 'react';
import { useT } from '../i18n/reader.tsx';
import { type FormState, type Option, typedOr } from './form-field.tsx';

interface ChoiceProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  form?: FormState;
}

function Errors({ name, form }: { name: string; form?: FormState }) {
  const t = useT();
  const errors = form?.errors[name] ?? [];
  if (errors.length === 0) return null;
  return (
    <p className="field-error" id={`${name}-error`}>
      {errors.map((key) => t(key)).join(' ')}
    </p>
  );
}

/** Exactly one of a few, all of them visible. */
export function RadioField(
  props: ChoiceProps & { options: readonly Option[]; value?: string; required?: boolean },
) {
  const chosen = typedOr(props.form, props.name, props.value);
  return (
    <fieldset className="field choice" id={`field-${props.name}`}>
      <legend>{props.label}</legend>
      {props.hint ? <p className="hint">{props.hint}</p> : null}
      <Errors name={props.name} form={props.form} />
      {props.options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            name={props.name}
            value={option.value}
            defaultChecked={chosen === option.value}
            required={props.required}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Tick {
  value: string;
  label: ReactNode;
}

/** Any number of several; the form gives each chosen value under the same name. */
export function CheckboxesField(
  props: ChoiceProps & { options: readonly Tick[]; values?: readonly string[] },
) {
  const chosen = new Set(props.form ? (props.form.values[props.name] ?? []) : (props.values ?? []));
  return (
    <fieldset className="field choice" id={`field-${props.name}`}>
      <legend>{props.label}</legend>
      {props.hint ? <p className="hint">{props.hint}</p> : null}
      <Errors name={props.name} form={props.form} />
      {props.options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="checkbox"
            name={props.name}
            value={option.value}
            defaultChecked={chosen.has(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One yes; the value is `yes` when ticked and absent when not. */
export function CheckboxField(props: ChoiceProps & { checked?: boolean; required?: boolean }) {
  const ticked = props.form ? props.form.values[props.name]?.[0] === 'yes' : (props.checked ?? false);
  return (
    <div className="field choice">
      <Errors name={props.name} form={props.form} />
      <label className="choice-option">
        <input
          id={`field-${props.name}`}
          type="checkbox"
          name={props.name}
          value="yes"
          defaultChecked={ticked}
          required={props.required}
        />
        <span>{props.label}</span>
      </label>
      {props.hint ? <p className="hint">{props.hint}</p> : null}
    </div>
  );
}
