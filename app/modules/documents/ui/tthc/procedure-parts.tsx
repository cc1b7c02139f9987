import { useT } from '#app/i18n/reader.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { FieldDifference } from '../../tthc/differences.ts';
import { portalFields } from '../../tthc/portal-record.ts';
import type { DossierTable, Way } from '../../tthc/run-together.ts';
import './procedures.css';

function useFieldName() {
  const t = useT();
  return (field: string) =>
    (portalFields as readonly string[]).includes(field) ? t(`tthc.portal.${field}`) : field;
}

function Whole({ text }: { text: string }) {
  const t = useT();
  return (
    <div className="as-written">
      <p className="quiet">{t('tthc.whole')}</p>
      <p lang="vi">{text}</p>
    </div>
  );
}

/** Channels with time and fee; what could not be told apart stands in the description. */
export function Ways({ ways, whole }: { ways: readonly Way[] | null; whole: string }) {
  const t = useT();
  if (ways === null || ways.length === 0) return <Whole text={whole} />;
  const rows = ways.map((way, at) => ({ ...way, key: `${at}` }));
  return (
    <DataTable
      caption={t('tthc.ways')}
      rows={rows}
      rowKey={(way) => way.key}
      columns={[
        {
          key: 'channel',
          label: t('tthc.field.channel'),
          main: true,
          cell: (way) => <span lang="vi">{way.channel}</span>,
        },
        {
          key: 'time',
          label: t('tthc.field.time'),
          cell: (way) => <span lang="vi">{way.time ?? t('tthc.whole')}</span>,
        },
        {
          key: 'fee',
          label: t('tthc.field.fee'),
          cell: (way) => <span lang="vi">{way.fee ?? t('tthc.whole')}</span>,
        },
        { key: 'rest', label: t('tthc.field.rest'), cell: (way) => <span lang="vi">{way.rest}</span> },
      ]}
    />
  );
}

/** Papers by case; a table that could not be split stands as it is written. */
export function Dossier({ tables, whole }: { tables: readonly DossierTable[]; whole: string }) {
  const t = useT();
  if (tables.length === 0) return <Whole text={whole} />;
  const cases = tables.map((table, sort) => ({ ...table, key: `${sort}` }));
  return cases.map((table) => {
    const papers = table.papers?.map((paper, sort) => ({ ...paper, key: `${sort}` })) ?? null;
    return (
      <div key={table.key}>
        {table.title ? (
          <h3 className="case-title" lang="vi">
            {table.title}
          </h3>
        ) : null}
        {papers === null ? (
          <Whole text={table.text} />
        ) : (
          <DataTable
            caption={t('tthc.papers')}
            rows={papers}
            rowKey={(paper) => paper.key}
            columns={[
              {
                key: 'name',
                label: t('tthc.field.paper'),
                main: true,
                cell: (paper) => <span lang="vi">{paper.name}</span>,
              },
              {
                key: 'original',
                label: t('tthc.field.original'),
                figures: true,
                cell: (paper) => paper.original,
              },
              { key: 'copies', label: t('tthc.field.copies'), figures: true, cell: (paper) => paper.copies },
            ]}
          />
        )}
      </div>
    );
  });
}

/** Field by field what each upload changed, old beside new. */
export function Changes(props: {
  changes: readonly { id: string; at: string; differences: readonly FieldDifference[] }[];
}) {
  const t = useT();
  const nameOf = useFieldName();
  if (props.changes.length === 0) return <p className="quiet">{t('tthc.changes-none')}</p>;
  return props.changes.map((change) => (
    <div key={change.id}>
      <h3 className="case-title">
        <InstantText at={change.at} />
      </h3>
      {change.differences.map((one) => (
        <div key={one.field} className="field-change">
          <strong>{nameOf(one.field)}</strong>
          <p lang="vi">
            <span className="quiet">{t('tthc.before')}</span> <del>{one.before ?? t('tthc.nothing')}</del>
          </p>
          <p lang="vi">
            <span className="quiet">{t('tthc.after')}</span> <ins>{one.after ?? t('tthc.nothing')}</ins>
          </p>
        </div>
      ))}
    </div>
  ));
}

export function Decisions(props: {
  decisions: readonly { id: string; line: string; reason: string; at: string; who: string }[];
}) {
  const t = useT();
  return (
    <Timeline
      label={t('tthc.decisions')}
      happenings={props.decisions.map((one) => ({
        ...{ key: one.id, at: one.at, who: one.who, what: t(`tthc.line.${one.line}`), note: one.reason },
      }))}
    />
  );
}

/** Every field of the record as the portal published it: nothing that could not be read is hidden. */
export function SourceFields({ fields }: { fields: readonly { field: string; text: string }[] }) {
  const nameOf = useFieldName();
  return (
    <KeyValues
      facts={fields.map(({ field, text }) => ({
        key: field,
        label: nameOf(field),
        value: (
          <span className="as-written" lang="vi">
            {text}
          </span>
        ),
      }))}
    />
  );
}
