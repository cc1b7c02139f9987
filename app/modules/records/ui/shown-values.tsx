import { useT } from '#app/i18n/reader.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { FilledValues, FormField } from '../form-field.ts';
import './records.css';

/** What stands in a filled form, in the order of its fields. */
export function ShownValues({ fields, values }: { fields: readonly FormField[]; values: FilledValues }) {
  const t = useT();
  const single = fields.filter((field) => field.type !== 'table');
  const tables = fields.filter((field) => field.type === 'table');
  return (
    <Panel title={t('records.page.content')} id="content">
      <KeyValues
        facts={single.map((field) => ({
          key: field.key,
          label: <span lang="vi">{field.label}</span>,
          value: <SingleValue field={field} value={values[field.key]} />,
        }))}
      />
      {tables.map((field) => (
        <RowsValue key={field.key} field={field} rows={values[field.key]} />
      ))}
    </Panel>
  );
}

function SingleValue({ field, value }: { field: FormField; value: FilledValues[string] | undefined }) {
  const t = useT();
  if (typeof value !== 'string' || value === '')
    return <span className="quiet">{t('records.paper.nothing')}</span>;
  if (field.type === 'date') return <DayText day={value} />;
  return (
    <span lang="vi" className={field.type === 'number' ? 'figures' : 'filled-value'}>
      {value}
    </span>
  );
}

function RowsValue({ field, rows }: { field: FormField; rows: FilledValues[string] | undefined }) {
  const t = useT();
  const list = Array.isArray(rows) ? rows : [];
  return (
    <section>
      <h3 lang="vi">{field.label}</h3>
      {list.length === 0 ? (
        <p className="quiet">{t('records.paper.nothing')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-frame table-fold" aria-label={field.label} tabIndex={0}>
          <table lang="vi">
            <thead>
              <tr>
                {field.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of a table has no name but its place
                <tr key={at}>
                  {field.columns.map((column, c) => (
                    <td key={column} data-label={column} className="filled-value">
                      {row[c]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
