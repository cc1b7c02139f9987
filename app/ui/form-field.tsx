import type { ReactNode } from 'react';
import type { RefusedForm } from '../http/forms.ts';
import { useT } from '../i18n/reader.tsx';

/** The answer of an action, or nothing on the first visit. Success answers are redirects and never get here. */
export type FormState = RefusedForm | undefined | null;

interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  required?: boolean;
  form?: FormState;
}

interface Wiring {
  id: string;
  name: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

function wiringOf({ name, hint, required, form }: FieldProps): Wiring {
  const wrong = (form?.errors[name]?.length ?? 0) > 0;
  const describedBy = [hint ? `${name}-hint` : '', wrong ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    id: `field-${name}`,
    name,
    ...(required ? { required } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(wrong ? { 'aria-invalid': true } : {}),
  };
}

/** What was typed into a refused form, else what the page offers. */
export function typedOr(form: FormState, name: string, offered = ''): string {
  return form?.values[name]?.[0] ?? offered;
}

function Around({ field, children }: { field: FieldProps; children: ReactNode }) {
  const t = useT();
  const errors = field.form?.errors[field.name] ?? [];
  return (
    <div className={errors.length > 0 ? 'field field-wrong' : 'field'}>
      <label htmlFor={`field-${field.name}`}>
        {field.label}
        {field.required ? null : <span className="quiet"> {t('ui.field.optional')}</span>}
      </label>
      {field.hint ? (
        <p className="hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <p className="field-error" id={`${field.name}-error`}>
          {errors.map((key) => t(key)).join(' ')}
        </p>
      ) : null}
      {children}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'password' | 'email' | 'tel' | 'search' | 'number' | 'date' | 'month' | 'url';
  value?: string;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal';
  maxLength?: number;
  min?: string;
  max?: string;
  lang?: string;
}

/** One line of text, a number, a password or a day (`type="date"`). */
export function TextField(props: TextFieldProps) {
  const { type = 'text', value, autoComplete, inputMode, maxLength, min, max, lang } = props;
  const kept = type === 'password' ? undefined : typedOr(props.form, props.name, value);
  return (
    <Around field={props}>
      <input
        {...wiringOf(props)}
        {...{ type, autoComplete, inputMode, maxLength, min, max, lang }}
        defaultValue={kept}
      />
    </Around>
  );
}

export function TextArea(
  props: FieldProps & { value?: string; rows?: number; maxLength?: number; source?: boolean },
) {
  const { value, rows = 5, maxLength, source = false } = props;
  return (
    <Around field={props}>
      <textarea
        {...wiringOf(props)}
        {...{ rows, maxLength }}
        className={source ? 'source' : undefined}
        spellCheck={!source}
        defaultValue={typedOr(props.form, props.name, value)}
      />
    </Around>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Where the label is in another language than the page. */
  lang?: 'vi' | 'en';
}

export function SelectField(
  props: FieldProps & { options: readonly Option[]; value?: string; none?: string },
) {
  const { options, value, none } = props;
  return (
    <Around field={props}>
      <select {...wiringOf(props)} defaultValue={typedOr(props.form, props.name, value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Around field={props}>
      <input {...wiringOf(props)} type="file" accept={props.accept} multiple={props.multiple} />
    </Around>
  );
}
