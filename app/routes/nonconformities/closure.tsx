import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { closeNonconformity } from '#app/modules/nonconformities/checking.server.ts';
import { closureForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { ActionTable } from '#app/modules/nonconformities/ui/action-table.tsx';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { CheckFacts, CorrectionFacts } from '#app/modules/nonconformities/ui/case-parts.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.closure');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.verify');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.verify', closureForm, (trx, actor, form, nonconformityId) =>
    closeNonconformity(trx, actor, { nonconformityId, risks: form.risks }, args.context.now),
  );
}

export default function Closure() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = { risks: field('risks') };
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.closure')}
        lead={t('nonconformities.stage.closure')}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        {page.actions.length > 0 ? <ActionTable page={page} /> : <CorrectionFacts page={page} />}
        <CheckFacts page={page} />
        <TextArea
          name="risks"
          label={field('risks')}
          hint={t('nonconformities.hint.risks')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.closure')}</Button>
        </Actions>
      </Form>
    </>
  );
}
