import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { verifyActions } from '#app/modules/nonconformities/checking.server.ts';
import { verificationForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { ActionTable } from '#app/modules/nonconformities/ui/action-table.tsx';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { CorrectionFacts } from '#app/modules/nonconformities/ui/case-parts.tsx';
import { StageForm } from '#app/modules/nonconformities/ui/stage-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.verification');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.verify');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.verify', verificationForm, (trx, actor, form, nonconformityId) =>
    verifyActions(trx, actor, { nonconformityId, ...form }, args.context.now),
  );
}

export default function Verification() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = {
    criterion: field('criterion'),
    findings: field('findings'),
    effective: field('effective'),
    effectiveOn: field('effective-on'),
  };
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.verification')}
        lead={t('nonconformities.stage.verification')}
      />
      <ErrorSummary form={form} labels={labels} />
      <StageForm page={page} stage="verification">
        {page.actions.length > 0 ? <ActionTable page={page} /> : <CorrectionFacts page={page} />}
        <TextArea
          name="criterion"
          label={field('criterion')}
          hint={t('nonconformities.hint.criterion')}
          required
          rows={2}
          maxLength={4000}
          form={form}
        />
        <TextArea
          name="findings"
          label={field('findings')}
          hint={t('nonconformities.hint.findings')}
          required
          rows={4}
          maxLength={4000}
          form={form}
        />
        <RadioField
          name="effective"
          label={field('effective')}
          required
          options={[
            { value: 'yes', label: t('nonconformities.effective') },
            { value: 'no', label: t('nonconformities.not-effective-back') },
          ]}
          form={form}
        />
        <TextField
          name="effectiveOn"
          type="date"
          label={field('effective-on')}
          required
          max={page.today}
          value={page.today}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.verification')}</Button>
        </Actions>
      </StageForm>
    </>
  );
}
