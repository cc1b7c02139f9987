import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/reader.tsx';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and days stand at the end or in tabular figures, so that they can be compared downwards. */
  figures?: boolean;
  align?: 'start' | 'end';
  /** The cell that names the row: it is its heading. */
  main?: boolean;
  /** Where a click on the heading leads, when the list can be ordered by it. */
  sort?: { to: string; direction: 'ascending' | 'descending' | 'none' };
}

interface DataTableProps<Row> {
  /** Said to screen readers; shown above the table with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown instead of an empty table. */
  empty?: ReactNode;
  /** `fold`: on a phone each row becomes a card; `scroll`: the table scrolls inside its own frame. */
  narrow?: 'fold' | 'scroll';
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [column.align === 'end' ? 'end' : '', column.figures ? 'figures' : ''].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, showCaption = false, columns, rows, rowKey, empty, narrow = 'fold' } = props;
  const t = useT();
  if (rows.length === 0) return empty ?? <p className="empty">{t('ui.table.empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`table-frame table-${narrow}`} aria-label={caption} tabIndex={0}>
      <table>
        <caption className={showCaption ? undefined : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} aria-sort={column.sort?.direction}>
                {column.sort ? <Link to={column.sort.to}>{column.label}</Link> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.main ? (
                  <th key={column.key} scope="row" className={classOf(column)} data-label={column.label}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)} data-label={column.label}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
