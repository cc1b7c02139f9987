import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { readDisposal } from '#app/modules/records/disposal-page.server.ts';
import { carryOutDisposal } from '#app/modules/records/disposing.server.ts';
import { disposalPath } from '#app/modules/records/paths.ts';
import { disposalMinuteForm } from '#app/modules/records/record-forms.ts';
import { DisposalHeader, DisposalItems } from '#app/modules/records/ui/disposal-parts.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.disposals.carry-out');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.propose');
  const read = await readDisposal(context.services.db, actor, params.disposalId ?? '');
  return { read, today: dayOf(context.now) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.propose');
  const { db } = context.services;
  const disposalId = params.disposalId ?? '';
  await readDisposal(db, actor, disposalId);
  const read = await readForm(request, disposalMinuteForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => carryOutDisposal(trx, actor, { disposalId, ...read.value }, context.now)),
  );
  return done.ok ? redirect(disposalPath(disposalId), { status: 303 }) : showMistakes(done);
}

export default function DisposalMinute() {
  const { read, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    on: t('records.disposals.disposed-on'),
    place: t('records.disposals.place'),
    method: t('records.disposals.method'),
    witnesses: t('records.disposals.witnesses'),
    conclusion: t('records.disposals.conclusion'),
  };
  return (
    <>
      <DisposalHeader
        read={read}
        act={t('records.disposals.carry-out')}
        lead={t('records.disposals.carry-out-lead')}
      />
      <DisposalItems items={read.items} />
      <ErrorSummary form={form} labels={labels} />
      {read.state === 'agreed' ? (
        <Form method="post">
          <TextField name="on" type="date" label={labels.on} value={today} max={today} required form={form} />
          <TextField name="place" label={labels.place} maxLength={300} required form={form} />
          <TextField
            name="method"
            label={labels.method}
            value={t('records.disposals.method-usual')}
            maxLength={300}
            required
            form={form}
          />
          <TextArea
            name="witnesses"
            label={labels.witnesses}
            hint={t('records.disposals.council-hint')}
            rows={4}
            maxLength={2000}
            required
            form={form}
          />
          <TextArea
            name="conclusion"
            label={labels.conclusion}
            rows={3}
            maxLength={2000}
            required
            form={form}
          />
          <Actions>
            <Button kind="danger">{t('records.disposals.erase')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice
          kind="warning"
          title={t(read.minute ? 'records.refusal.carried-out-already' : 'records.refusal.not-decided')}
        />
      )}
    </>
  );
}
