import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { startCorrection } from '#app/modules/records/correcting.server.ts';
import { fillingPath, recordPath, recordsPath } from '#app/modules/records/paths.ts';
import { agreementForm } from '#app/modules/records/record-forms.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.correction.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { row, canCorrect } = await readRecord(
    context.services.db,
    actor,
    params.recordId ?? '',
    context.now,
  );
  return { id: row.id, number: row.number, canCorrect };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const recordId = params.recordId ?? '';
  await readRecord(db, actor, recordId, context.now);
  const read = await readForm(request, agreementForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => startCorrection(trx, actor, recordId, context.now)),
  );
  return done.ok ? redirect(fillingPath(done.value), { status: 303 }) : showMistakes(done);
}

export default function Correction() {
  const { id, number, canCorrect } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const label = t('records.correction.agreed');
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: number, to: recordPath(id) },
        ]}
        title={t('records.correction.title')}
        lead={t('records.correction.lead')}
      />
      <ErrorSummary form={form} labels={{ agreed: label }} />
      {canCorrect ? (
        <Form method="post">
          <CheckboxField name="agreed" label={label} required form={form} />
          <Actions>
            <Button>{t('records.correction.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t('records.correction.not-you')} />
      )}
    </>
  );
}
