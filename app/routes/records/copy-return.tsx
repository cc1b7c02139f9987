import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { getPrint, takeBackCopy } from '#app/modules/records/copies.server.ts';
import { copiesPath, recordsPath } from '#app/modules/records/paths.ts';
import { copyReturnForm } from '#app/modules/records/record-forms.ts';
import { CopyTable } from '#app/modules/records/ui/copy-table.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('copies.return.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'controlled-copy.keep');
  const today = dayOf(context.now);
  const print = await getPrint(context.services.db, actor, { copyId: params.copyId ?? '' }, today);
  return { print, today };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'controlled-copy.keep');
  const { db } = context.services;
  const copyId = params.copyId ?? '';
  await getPrint(db, actor, { copyId }, dayOf(context.now));
  const read = await readForm(request, copyReturnForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => takeBackCopy(trx, actor, { copyId, ...read.value }, context.now)),
  );
  return done.ok ? redirect(copiesPath, { status: 303 }) : showMistakes(done);
}

export default function CopyReturn() {
  const { print, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = { on: t('copies.field.returned'), note: t('copies.return.note') };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: t('copies.title'), to: copiesPath },
        ]}
        title={t(print.state === 'to-recall' ? 'copies.return.recall' : 'copies.return.title')}
      />
      <CopyTable rows={[print]} canKeep={false} empty={null} />
      <ErrorSummary form={form} labels={labels} />
      {print.state === 'returned' ? (
        <Notice title={t('copies.refusal.returned-already')} />
      ) : (
        <Form method="post">
          <TextField name="on" type="date" label={labels.on} value={today} max={today} required form={form} />
          <TextField
            name="note"
            label={labels.note}
            hint={t('copies.return.note-hint')}
            maxLength={300}
            form={form}
          />
          <Actions>
            <Button>{t('copies.return.submit')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
