import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { registerPath } from '#app/modules/documents/paths.ts';
import { lines } from '#app/modules/documents/tthc/line-form.ts';
import { coveragePath, lineDecisionPath, procedureImportPath } from '#app/modules/documents/tthc/paths.ts';
import { listProcedures } from '#app/modules/documents/tthc/procedures.server.ts';
import '#app/modules/documents/ui/documents.css';
import { ProcedureTable } from '#app/modules/documents/ui/tthc/procedure-table.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.title');

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.read');
  const url = new URL(request.url);
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const filter = {
    ...{ words: asked('q'), field: asked('field'), level: asked('level') },
    line: lines.find((one) => one === asked('line')) ?? '',
    documents: ['with', 'without'].find((one) => one === asked('documents')) ?? '',
    changed: asked('changed') === 'yes',
  };
  const { rows, all, fields, levels } = await listProcedures(
    context.services.db,
    actor,
    filter,
    dayOf(context.now),
  );
  const page = Math.min(pageAsked(url), Math.max(1, Math.ceil(rows.length / pageSize)));
  return {
    ...{ filter, all, fields, levels, page, total: rows.length },
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    canMaintain: may(actor, 'administrative-procedure.maintain'),
  };
}

export default function Procedures() {
  const { rows, filter, all, fields, levels, page, total, canMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const any = t('tthc.field.any');
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('tthc.title')}
        lead={t('tthc.lead', { total: all, shown: total })}
        actions={
          <>
            {canMaintain ? (
              <ButtonLink kind="primary" to={procedureImportPath}>
                {t('tthc.import')}
              </ButtonLink>
            ) : null}
            <ButtonLink to={coveragePath}>{t('tthc.coverage')}</ButtonLink>
          </>
        }
      />
      <Filters>
        <TextField name="q" type="search" label={t('tthc.field.words')} value={filter.words} />
        <SelectField
          name="field"
          label={t('tthc.field.field')}
          none={any}
          value={filter.field}
          options={options(fields)}
        />
        <SelectField
          name="level"
          label={t('tthc.field.level')}
          none={any}
          value={filter.level}
          options={options(levels)}
        />
        <SelectField
          name="line"
          label={t('tthc.field.line')}
          none={any}
          value={filter.line}
          options={lines.map((line) => ({ value: line, label: t(`tthc.line.${line}`) }))}
        />
        <SelectField
          name="documents"
          label={t('tthc.field.documents')}
          none={any}
          value={filter.documents}
          options={['with', 'without'].map((one) => ({ value: one, label: t(`tthc.field.${one}`) }))}
        />
        <SelectField
          name="changed"
          label={t('tthc.field.changed')}
          none={any}
          value={filter.changed ? 'yes' : ''}
          options={[{ value: 'yes', label: t('tthc.field.changed-only') }]}
        />
      </Filters>
      {canMaintain && rows.length > 0 ? (
        <Form method="get" action={lineDecisionPath}>
          <ProcedureTable rows={rows} choosing />
          <Actions>
            <Button kind="secondary">{t('tthc.decide-many')}</Button>
          </Actions>
        </Form>
      ) : (
        <ProcedureTable rows={rows} />
      )}
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
