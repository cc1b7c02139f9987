import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { type FormState, SelectField } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import type { ListedAuthority } from '../authorities.server.ts';
import { authoritiesPath, authorityEndPath } from '../paths.ts';
import type { Position } from '../positions.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { RecordForm } from './record-form.tsx';

interface KindRow {
  kind: string;
  positions: ListedAuthority[];
}

/** Each kind of document once, with the positions that may approve it. */
export function AuthorityTable(props: { authorities: readonly ListedAuthority[]; mayEnd: boolean }) {
  const t = useT();
  const rows: KindRow[] = documentKinds.map((kind) => ({
    kind,
    positions: props.authorities.filter((one) => one.documentKind === kind),
  }));
  const columns: Column<KindRow>[] = [
    {
      key: 'kind',
      label: t('organization.authority.kind'),
      main: true,
      cell: (row) => t(`documents.kind.${row.kind}`),
    },
    {
      key: 'positions',
      label: t('organization.authority.positions'),
      cell: (row) =>
        row.positions.length === 0 ? (
          <span className="quiet">{t('organization.authority.nobody')}</span>
        ) : (
          row.positions.map((one, at) => (
            <span key={one.id}>
              {at > 0 ? '; ' : ''}
              <Title vi={one.positionNameVi} en={one.positionNameEn} />
              {props.mayEnd ? (
                <>
                  {' '}
                  (<Link to={authorityEndPath(one.id)}>{t('organization.end')}</Link>)
                </>
              ) : null}
            </span>
          ))
        ),
    },
  ];
  return (
    <DataTable
      caption={t('organization.tab.authorities')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.kind}
      empty={<EmptyState title={t('organization.authority.nobody')} />}
    />
  );
}

export function AuthorityFields(props: { form: FormState; positions: readonly Position[]; today: string }) {
  const { form } = props;
  const t = useT();
  const locale = useLocale();
  const labels = {
    ...useDayLabels(),
    positionId: t('organization.field.position'),
    documentKind: t('organization.authority.kind'),
  };
  return (
    <RecordForm
      form={form}
      labels={labels}
      submit={t('organization.authority.record')}
      back={authoritiesPath}
    >
      <SelectField
        name="documentKind"
        label={labels.documentKind}
        form={form}
        required
        none={t('organization.choose')}
        options={documentKinds.map((kind) => ({
          value: kind,
          label: t(`documents.kind.${kind}`),
        }))}
      />
      <SelectField
        name="positionId"
        label={labels.positionId}
        form={form}
        required
        none={t('organization.choose')}
        options={props.positions.map((position) => ({
          value: position.id,
          label: locale === 'vi' ? position.nameVi : position.nameEn,
        }))}
      />
      <DaysFields form={form} from={props.today} />
    </RecordForm>
  );
}
