import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { completeFilling } from '#app/modules/records/completing.server.ts';
import { readFilling, typeChoices } from '#app/modules/records/filling-page.server.ts';
import { fillingPath, recordPath } from '#app/modules/records/paths.ts';
import { completionForm } from '#app/modules/records/record-forms.ts';
import { FillingHeader, RevisionNotice } from '#app/modules/records/ui/filling-header.tsx';
import { ShownValues } from '#app/modules/records/ui/shown-values.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.completion.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const read = await readFilling(db, actor, params.fillingId ?? '', context.now);
  return { read, types: read.corrects ? [] : await typeChoices(db, actor, read, context.now) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const fillingId = params.fillingId ?? '';
  await readFilling(db, actor, fillingId, context.now);
  const read = await readForm(request, completionForm);
  if (!read.ok) return showMistakes(read);
  const { version: seen, type, reason } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => completeFilling(trx, actor, { fillingId, seen, type, reason }, context.now)),
  );
  return done.ok ? redirect(recordPath(done.value), { status: 303 }) : showMistakes(done);
}

export default function Completion() {
  const { read, types } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const wanting = read.fields.filter((field) => `v:${field.key}` in read.mistakes.whole);
  const labels = { type: t('records.field.type'), reason: t('records.field.reason') };
  return (
    <>
      <FillingHeader
        read={read}
        act={t('records.completion.title')}
        lead={t(read.corrects ? 'records.completion.lead-correction' : 'records.completion.lead')}
      />
      <RevisionNotice read={read} />
      <ErrorSummary form={form} labels={labels} />
      {wanting.length > 0 ? (
        <Notice kind="warning" title={t('records.refusal.not-whole', { count: wanting.length })}>
          <ul>
            {wanting.map((field) => (
              <li key={field.key}>
                <span lang="vi">{field.label}</span>:{' '}
                {(read.mistakes.whole[`v:${field.key}`] ?? []).map((key) => t(key)).join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ShownValues fields={read.fields} values={read.values} />
      <Form method="post">
        <input type="hidden" name="version" value={read.version} />
        {read.corrects ? (
          <TextArea name="reason" label={labels.reason} required rows={3} maxLength={2000} form={form} />
        ) : (
          <SelectField
            name="type"
            label={labels.type}
            hint={t('records.completion.type-hint')}
            none={t('records.completion.no-type')}
            value={types[0]?.value}
            options={types}
            form={form}
          />
        )}
        <Actions>
          {wanting.length > 0 || read.asksRevision ? null : <Button>{t('records.completion.submit')}</Button>}
          <ButtonLink to={fillingPath(read.id)}>{t('records.completion.back')}</ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
