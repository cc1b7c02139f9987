import { useT } from '#app/i18n/reader.tsx';
import { Button } from '#app/ui/button.tsx';
import { type FormState, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import {
  cellName,
  type FilledValue,
  type FilledValues,
  type FormField,
  inputName,
  longestCell,
  longestText,
} from '../form-field.ts';
import './records.css';

interface FieldsProps {
  fields: readonly FormField[];
  values: FilledValues;
  /** What is to be mended, by input name; also what a refused sending says. */
  form: FormState;
}

/** The form as its text says it: one input a field, a table row by row. Nothing is asked for before it is completed. */
export function FilledFields({ fields, values, form }: FieldsProps) {
  return fields.map((field) =>
    field.type === 'table' ? (
      <RowsField key={field.key} field={field} value={values[field.key]} form={form} />
    ) : (
      <SingleField key={field.key} field={field} value={values[field.key]} form={form} />
    ),
  );
}

interface FieldProps {
  field: FormField;
  value: FilledValue | undefined;
  form: FormState;
}

function SingleField({ field, value, form }: FieldProps) {
  const t = useT();
  const words = typeof value === 'string' ? value : '';
  const shared = {
    name: inputName(field.key),
    label: <span lang="vi">{field.label}</span>,
    form,
    value: words,
    hint: field.required ? t('records.filling.needed') : undefined,
  };
  if (field.type === 'choice') {
    return (
      <SelectField
        {...shared}
        none={t('records.filling.choose')}
        options={field.options.map((option) => ({ value: option, label: option }))}
      />
    );
  }
  if (field.type === 'text') return <TextArea {...shared} rows={2} maxLength={longestText} />;
  return (
    <TextField
      {...shared}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      maxLength={field.type === 'number' ? 30 : undefined}
    />
  );
}

function RowsField({ field, value, form }: FieldProps) {
  const t = useT();
  const name = inputName(field.key);
  const errors = form?.errors[name] ?? [];
  const rows = Array.isArray(value) && value.length > 0 ? value : [field.columns.map(() => '')];
  return (
    <fieldset className={errors.length > 0 ? 'field field-wrong' : 'field'} id={`field-${name}`}>
      <legend lang="vi">{field.label}</legend>
      <p className="hint">
        {field.required ? `${t('records.filling.needed')} ` : ''}
        {t('records.filling.rows-hint')}
      </p>
      {errors.length > 0 ? (
        <p className="field-error" id={`${name}-error`}>
          {errors.map((key) => t(key)).join(' ')}
        </p>
      ) : null}
      <div className="table-frame table-fold filled-rows">
        <table>
          <thead>
            <tr>
              {field.columns.map((column) => (
                <th key={column} scope="col" lang="vi">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a table has no name but its place
              <tr key={at}>
                {field.columns.map((column, c) => (
                  <td key={column} data-label={column}>
                    <textarea
                      name={cellName(field.key, at, c)}
                      aria-label={t('records.filling.cell', { row: at + 1, column })}
                      rows={1}
                      maxLength={longestCell}
                      defaultValue={row[c] ?? ''}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button kind="secondary" name="addRow" value={field.key}>
        {t('records.filling.add-row', { field: field.label })}
      </Button>
    </fieldset>
  );
}
