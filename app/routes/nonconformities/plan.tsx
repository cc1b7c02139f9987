import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { planActions } from '#app/modules/nonconformities/planning.server.ts';
import { planForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage, readChoices } from '#app/modules/nonconformities/stage-page.server.ts';
import { ActionFields, useActionLabels } from '#app/modules/nonconformities/ui/action-fields.tsx';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { StageForm } from '#app/modules/nonconformities/ui/stage-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.plan');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.handle');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
    ...(await readChoices(db, actor, context.now)),
    documents: (await wholeRegister(db, actor, { on: dayOf(context.now) })).map((row) => ({
      value: row.documentId,
      label: [row.code ?? row.claimedCode, (context.locale === 'en' && row.titleEn) || row.titleVi]
        .filter(Boolean)
        .join(' – '),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.handle', planForm, (trx, actor, form, nonconformityId) =>
    planActions(trx, actor, { nonconformityId, actions: form }, args.context.now),
  );
}

export default function Plan() {
  const { page, officers, documents } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = useActionLabels();
  return (
    <>
      <StageHeader page={page} title={t('nonconformities.act.plan')} lead={t('nonconformities.stage.plan')} />
      <ErrorSummary form={form} labels={labels} />
      <StageForm page={page} stage="plan">
        <ActionFields page={page} officers={officers} documents={documents} form={form} />
        <Actions>
          <Button>{t('nonconformities.submit.plan')}</Button>
        </Actions>
      </StageForm>
    </>
  );
}
