import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { decidePlan } from '#app/modules/nonconformities/planning.server.ts';
import { planApprovalForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { ActionTable } from '#app/modules/nonconformities/ui/action-table.tsx';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { Analysis } from '#app/modules/nonconformities/ui/case-parts.tsx';
import { StageForm } from '#app/modules/nonconformities/ui/stage-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.plan-approval');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.approve-plan');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(
    args,
    'nonconformity.approve-plan',
    planApprovalForm,
    (trx, actor, form, nonconformityId) =>
      decidePlan(trx, actor, { nonconformityId, ...form }, args.context.now),
  );
}

export default function PlanApproval() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = { approved: field('decision'), opinion: field('opinion') };
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.plan-approval')}
        lead={t('nonconformities.stage.plan-approval')}
      />
      <ErrorSummary form={form} labels={labels} />
      <StageForm page={page} stage="plan-approval">
        <Panel title={t('nonconformities.part.cause')}>
          <Analysis page={page} />
        </Panel>
        <Panel title={t('nonconformities.part.plan')}>
          <ActionTable page={page} />
        </Panel>
        <RadioField
          name="approved"
          label={field('decision')}
          required
          options={[
            { value: 'yes', label: t('nonconformities.decision.approve') },
            { value: 'no', label: t('nonconformities.decision.return') },
          ]}
          form={form}
        />
        <TextArea
          name="opinion"
          label={field('opinion')}
          hint={t('nonconformities.hint.opinion')}
          rows={3}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.plan-approval')}</Button>
        </Actions>
      </StageForm>
    </>
  );
}
