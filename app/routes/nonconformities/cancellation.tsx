import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { cancelNonconformity } from '#app/modules/nonconformities/checking.server.ts';
import { cancellationForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.cancellation');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.cancel');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.cancel', cancellationForm, (trx, actor, form, nonconformityId) =>
    cancelNonconformity(trx, actor, { nonconformityId, reason: form.reason }, args.context.now),
  );
}

export default function Cancellation() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = { reason: field('cancel-reason') };
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.cancellation')}
        lead={t('nonconformities.stage.cancellation')}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextArea
          name="reason"
          label={field('cancel-reason')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.cancellation')}</Button>
        </Actions>
      </Form>
    </>
  );
}
