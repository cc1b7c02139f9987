import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addDays, dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { decideRequest, possibleDrafters } from '#app/modules/documents/change-requests/deciding.server.ts';
import { decisionForm } from '#app/modules/documents/change-requests/request-forms.ts';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { whyNotDecide } from '#app/modules/documents/change-requests/why-not.server.ts';
import { Opinions } from '#app/modules/documents/ui/requests/request-course.tsx';
import { RequestFacts } from '#app/modules/documents/ui/requests/request-facts.tsx';
import { RequestHeader } from '#app/modules/documents/ui/requests/request-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pageTitle } from '../../page-title.ts';
import { actOnRequest } from './act.server.ts';

export const meta = pageTitle('requests.act.decision');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.decide');
  const { db } = context.services;
  const today = dayOf(context.now);
  return {
    read: await readRequest(db, actor, params.requestId ?? '', context.now),
    refusal: await whyNotDecide(db, actor, params.requestId ?? '', context.now),
    drafters: await possibleDrafters(db, actor, today),
    today,
    due: addDays(today, 30),
  };
}

export async function action(args: ActionFunctionArgs) {
  return actOnRequest(args, 'change-request.decide', decisionForm, (trx, actor, form, requestId) => {
    const { agreed, reason, dueOn, drafter } = form;
    const decision = { requestId, agreed: agreed === 'yes', reason, dueOn, drafterId: drafter };
    return decideRequest(trx, actor, decision, args.context.now);
  });
}

export default function Decision() {
  const { read, refusal, drafters, today, due } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    agreed: t('requests.field.decision'),
    reason: t('requests.field.decision-reason'),
    dueOn: t('requests.field.due'),
    drafter: t('requests.field.drafter'),
  };
  const options = drafters.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <RequestHeader read={read} act={t('requests.act.decision')} lead={t('requests.decision.lead')} />
      <RequestFacts read={read} />
      <Opinions read={read} />
      <ErrorSummary form={form} labels={labels} />
      {refusal === null ? (
        <Form method="post">
          <RadioField
            name="agreed"
            label={labels.agreed}
            required
            form={form}
            options={[
              { value: 'yes', label: t('requests.decision.yes') },
              { value: 'no', label: t('requests.decision.no') },
            ]}
          />
          <TextArea
            name="reason"
            label={labels.reason}
            hint={t('requests.hint.decision-reason')}
            rows={3}
            maxLength={4000}
            form={form}
          />
          <TextField
            name="dueOn"
            type="date"
            label={labels.dueOn}
            hint={t('requests.hint.due')}
            value={due}
            min={today}
            form={form}
          />
          {read.row.kind === 'withdraw' ? null : (
            <SelectField
              name="drafter"
              label={labels.drafter}
              hint={t('requests.hint.drafter')}
              none={t('requests.decision.no-drafter')}
              options={options}
              form={form}
            />
          )}
          <Actions>
            <Button>{t('requests.decision.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t(refusal.code, refusal.details)} />
      )}
    </>
  );
}
