import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { cancelRequest } from '#app/modules/documents/change-requests/proposing.server.ts';
import { cancellationForm } from '#app/modules/documents/change-requests/request-forms.ts';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { RequestFacts } from '#app/modules/documents/ui/requests/request-facts.tsx';
import { RequestHeader } from '#app/modules/documents/ui/requests/request-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../../page-title.ts';
import { actOnRequest } from './act.server.ts';

export const meta = pageTitle('requests.act.cancellation');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.propose');
  return { read: await readRequest(context.services.db, actor, params.requestId ?? '', context.now) };
}

export async function action(args: ActionFunctionArgs) {
  return actOnRequest(args, 'change-request.propose', cancellationForm, (trx, actor, form, requestId) =>
    cancelRequest(trx, actor, { ...form, requestId }, args.context.now),
  );
}

export default function Cancellation() {
  const { read } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const reason = t('requests.form.cancel-reason');
  return (
    <>
      <RequestHeader
        read={read}
        act={t('requests.act.cancellation')}
        lead={t('requests.cancellation.lead')}
      />
      <ErrorSummary form={form} labels={{ reason }} />
      <Form method="post">
        <TextArea name="reason" label={reason} required rows={3} maxLength={4000} form={form} />
        <Actions>
          <Button kind="danger">{t('requests.cancellation.submit')}</Button>
        </Actions>
      </Form>
      <RequestFacts read={read} />
    </>
  );
}
