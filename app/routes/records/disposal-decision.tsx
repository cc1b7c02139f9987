import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { readDisposal } from '#app/modules/records/disposal-page.server.ts';
import { decideDisposal } from '#app/modules/records/disposing.server.ts';
import { disposalPath } from '#app/modules/records/paths.ts';
import { disposalDecisionForm, linesOf } from '#app/modules/records/record-forms.ts';
import { DisposalHeader, DisposalItems } from '#app/modules/records/ui/disposal-parts.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.disposals.decide');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.decide');
  const read = await readDisposal(context.services.db, actor, params.disposalId ?? '');
  return { read, today: dayOf(context.now) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.decide');
  const { db } = context.services;
  const disposalId = params.disposalId ?? '';
  await readDisposal(db, actor, disposalId);
  const read = await readForm(request, disposalDecisionForm);
  if (!read.ok) return showMistakes(read);
  const { agreed, members, ...said } = read.value;
  const decision = { ...said, disposalId, agreed: agreed === 'yes', members: linesOf(members) };
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => decideDisposal(trx, actor, decision, context.now)),
  );
  return done.ok ? redirect(disposalPath(disposalId), { status: 303 }) : showMistakes(done);
}

export default function DisposalDecision() {
  const { read, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    agreed: t('records.disposals.verdict'),
    number: t('records.disposals.decision-number'),
    on: t('records.disposals.decided-on'),
    members: t('records.disposals.council'),
    reason: t('records.disposals.decision-reason'),
  };
  return (
    <>
      <DisposalHeader
        read={read}
        act={t('records.disposals.decide')}
        lead={t('records.disposals.decide-lead')}
      />
      <DisposalItems items={read.items} />
      <ErrorSummary form={form} labels={labels} />
      {read.state === 'proposed' ? (
        <Form method="post">
          <RadioField
            name="agreed"
            label={labels.agreed}
            required
            form={form}
            options={[
              { value: 'yes', label: t('records.disposals.agree') },
              { value: 'no', label: t('records.disposals.refuse') },
            ]}
          />
          <TextField name="number" label={labels.number} maxLength={100} required form={form} />
          <TextField name="on" type="date" label={labels.on} value={today} max={today} required form={form} />
          <TextArea
            name="members"
            label={labels.members}
            hint={t('records.disposals.council-hint')}
            rows={4}
            maxLength={2000}
            form={form}
          />
          <TextArea name="reason" label={labels.reason} rows={3} maxLength={2000} form={form} />
          <Actions>
            <Button>{t('records.disposals.record-decision')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t('records.refusal.decided-already')} />
      )}
    </>
  );
}
